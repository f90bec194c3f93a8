import type { ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { judgedOf } from "../../plan/lookup.js";
import { isRow } from "../row-facts.js";

/** As many figures show two changes. */
const FIGURES = 3;

/**
 * What is said of an indicator that got worse from one figure to the next twice: 连续两年变差 where the
 * figures are of years that follow each other, 连续两次监测变差 where years without data lie between. "" for one that did not.
 */
export function worseningOf(scored: ScoredIndicator | ScoredRow): string {
  return worseningOfAll([scored]);
}

/** The same of several at once: two years only where it is so for all. */
export function worseningOfAll(indicators: readonly (ScoredIndicator | ScoredRow)[]): string {
  const worse = indicators.flatMap(toldOf).filter(({ worseTwice }) => worseTwice);
  if (worse.length === 0) return "";
  return worse.every(isYearly) ? "连续两年变差" : "连续两次监测变差";
}

function toldOf(scored: ScoredIndicator | ScoredRow): readonly ScoredIndicator[] {
  return isRow(scored) ? judgedOf(scored) : [scored];
}

function isYearly({ series, year }: ScoredIndicator): boolean {
  const latest = series.slice(-FIGURES);
  return latest.every((figure, index) => figure.year === year - latest.length + 1 + index);
}
