import { judgedOf } from "../../plan/lookup.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { isWorse } from "../../score/trend.js";
import { smallest } from "../../terms/long-lists.js";
import { isRow } from "../row-facts.js";
import { verbOf } from "./change.js";
import { counted } from "./wording.js";

/**
 * What is said of an indicator that got worse from one figure to the next twice or more: 连续五年下降 where the
 * figures are of years that follow each other, 连续两次监测下降 where years without data lie between. "" for one that did not.
 */
export function worseningOf(scored: ScoredIndicator | ScoredRow): string {
  return worseningOfAll([scored]);
}

/** The same of several at once: what is so for all of them. */
export function worseningOfAll(indicators: readonly (ScoredIndicator | ScoredRow)[]): string {
  const courses = indicators
    .flatMap(toldOf)
    .filter(({ worseTwice }) => worseTwice)
    .map(courseOf);
  const [first, ...others] = courses;
  if (first === undefined) return "";
  const verb = others.every((each) => each.verb === first.verb) ? first.verb : "退步";
  const times = smallest(courses.map((each) => each.times));
  const more = others.some((each) => each.times !== first.times) ? "以上" : "";
  return courses.every(({ yearly }) => yearly)
    ? `连续${counted(times)}年${more}${verb}`
    : `连续${counted(times)}次${more}监测${verb}`;
}

function toldOf(scored: ScoredIndicator | ScoredRow): readonly ScoredIndicator[] {
  return isRow(scored) ? judgedOf(scored) : [scored];
}

interface Course {
  /** How often it got worse up to now, without a break. */
  times: number;
  /** No year without a figure lies between. */
  yearly: boolean;
  verb: string;
}

function courseOf({ series, year, indicator, goal }: ScoredIndicator): Course {
  const points = series.filter((point) => point.year <= year);
  const lastGood = points.findLastIndex(
    ({ value }, at) => at === 0 || !isWorse(value, points[at - 1]!.value, indicator.target, goal),
  );
  const times = points.length - 1 - lastGood;
  const told = points.slice(-times - 1);
  return {
    times,
    yearly: told.every((point, at) => point.year === year - times + at),
    verb: VERB[traitsOf(indicator.target).better](indicator),
  };
}

const VERB = {
  up: (indicator) => verbOf(indicator, "down"),
  down: (indicator) => verbOf(indicator, "up"),
  neither: () => "偏离目标",
} as const satisfies Record<string, (indicator: ScoredIndicator["indicator"]) => string>;
