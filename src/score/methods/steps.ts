import { decimal } from "../../terms/decimal.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { distance, meets } from "../goal.js";
import type { Outcome, RowTrend } from "../method.js";
import type { ScoredIndicator, YearValue } from "../scorecard.js";

import { isWorse } from "../trend.js";
import { isBand } from "./course.js";
import { known, none } from "./outcome.js";

/** What a course is told from: an indicator as scored, or with its figures as they are printed. */
export type Figures = Pick<ScoredIndicator, "indicator" | "year" | "value" | "baseline" | "series" | "goal">;

/** The baseline and the years with data after it; all years with data where there is no baseline. */
export function pointsOf({ baseline, series }: Pick<Figures, "baseline" | "series">): YearValue[] {
  if (baseline === null) return [...series];
  return [baseline, ...series.filter(({ year }) => year > baseline.year)];
}

/** Which years were better or worse than the one with data before. A row nobody judges has neither. */
export function yearsOf(scored: Figures): RowTrend["years"] {
  const { goal } = scored;
  const { target } = scored.indicator;
  const points = pointsOf(scored);
  const steps = points.slice(1).map((after, at) => ({ after, before: points[at] as YearValue }));
  const yearsWhere = (holds: (step: { before: YearValue; after: YearValue }) => boolean) =>
    steps.filter(holds).map(({ after }) => after.year);
  const improved = yearsWhere(({ before, after }) => isWorse(before.value, after.value, target, goal));
  const worsened = yearsWhere(({ before, after }) => isWorse(after.value, before.value, target, goal));
  const judged = traitsOf(target).class !== "watched";
  const level = yearsWhere(({ before, after }) =>
    judged ? !improved.includes(after.year) && !worsened.includes(after.year) : after.value.eq(before.value),
  );
  return { improved, worsened, level };
}

/** Change a year since the baseline; of a band with two edges, the distance closed a year. */
export function paceSoFar({ baseline, value, year, goal }: Figures): Outcome {
  if (value === null) return none("noValue");
  if (baseline === null) return none("noBaseline");
  if (year <= baseline.year) return none("noTimeElapsed");
  const change =
    goal !== null && isBand(goal)
      ? distance(goal, baseline.value).minus(distance(goal, value))
      : value.minus(baseline.value);
  return known(change.div(year - baseline.year));
}

/**
 * Change a year that would reach the target in the plan's last year; of a band with two edges, the distance
 * to close a year. 0 where a strict target is one step away from being met.
 */
export function paceNeeded(scored: Figures, end: number): Outcome {
  const { value, goal, year } = scored;
  if (value === null) return none("noValue");
  if (goal === null || !traitsOf(scored.indicator.target).numeric) return none("noTarget");
  if (meets(goal, value)) return none("alreadyMet");
  if (year >= end) return none("noTimeLeft");
  const left = distance(goal, value);
  return known((goal.low === null ? decimal(0).minus(left) : left).div(end - year));
}
