import { traitsOf } from "../../plan/target-kinds.js";
import { judgedOf } from "../../plan/lookup.js";
import { valueIn } from "../../score/history.js";
import type { ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { groupBy } from "../../terms/group-by.js";
import { STATUS } from "../../terms/status.js";
import { factsOf, type Matter, type RowFacts } from "../row-facts.js";
import { shown } from "../words/number.js";

/** Pictures stand in pairs, side by side. */
const PER_FIGURE = 2;
const MOST = 2 * PER_FIGURE;
const FEWEST_POINTS = 3;

/**
 * The rows of a domain whose course is worth a picture, in the plan's order: binding ones, those that are behind
 * and those that fell back before all others; more than one pair only where so many call for it.
 */
export function keyRows(rows: readonly ScoredRow[], { scorecard }: Matter): RowFacts[] {
  const candidates = rows.flatMap((row) =>
    judgedOf(row).map((scored) => ({
      weight: weightOf(scored, row),
      facts: factsOf(scored, scorecard.plan),
    })),
  );
  const moving = withoutCompared(candidates.filter(({ facts }) => moves(facts)));
  const calling = moving.filter(({ weight }) => weight >= CALLS).length;
  const count = Math.min(even(moving.length), MOST, Math.max(PER_FIGURE, even(calling)));
  const key = [...moving].sort((a, b) => b.weight - a.weight).slice(0, count);
  return moving.filter((each) => key.includes(each)).map(({ facts }) => facts);
}

/** A row that another is held against is drawn beside that one. */
function withoutCompared<T extends { facts: RowFacts }>(rows: readonly T[]): T[] {
  const compared = rows.map(({ facts }) => traitsOf(facts.scored.indicator.target).comparator?.id);
  return rows.filter(({ facts }) => !compared.includes(facts.scored.indicator.id));
}

/** Rows of one topic in pairs, then those that are left over; in the order of the topics, each pair by its first row's. */
export function inPairs<T>(rows: readonly T[], topicOf: (row: T) => number): T[][] {
  const ordered = [...rows].sort((a, b) => topicOf(a) - topicOf(b));
  const ofTopics = [...groupBy(ordered, topicOf).values()].flatMap(pairs);
  const whole = ofTopics.filter(({ length }) => length === PER_FIGURE);
  const left = ofTopics.filter(({ length }) => length < PER_FIGURE).flat();
  const placeOf = ([first]: readonly T[]): number => (first === undefined ? 0 : topicOf(first));
  return [...whole, ...pairs(left)].sort((a, b) => placeOf(a) - placeOf(b));
}

function pairs<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / PER_FIGURE) }, (_, at) =>
    rows.slice(at * PER_FIGURE, (at + 1) * PER_FIGURE),
  );
}

function even(count: number): number {
  return count - (count % PER_FIGURE);
}

/** From this weight on a row calls for its picture. */
const CALLS = 4;

function weightOf(scored: ScoredIndicator, { row, alert }: ScoredRow): number {
  const behind = STATUS[scored.status].behind || scored.flags.includes("fellBack");
  return (
    (row.nature === "binding" ? 8 : 0) +
    (behind ? 4 : 0) +
    (alert === null ? 0 : 2) +
    (scored.progress === null ? 0 : 1)
  );
}

/** It has a figure for the year, enough others, and its line is not level all along. */
function moves({ scored, scale }: RowFacts): boolean {
  const figures = new Set(scored.series.map(({ value }) => shown(scale, value).toFixed()));
  const now = valueIn(scored.series, scored.year);
  return now !== null && scored.series.length >= FEWEST_POINTS && figures.size > 1;
}
