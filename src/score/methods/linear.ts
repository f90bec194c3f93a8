import type { Decimal } from "../../terms/decimal.js";
import type { Plan } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { meets } from "../goal.js";
import type { InterimStatus } from "../kinds/kind.js";
import type { MethodClass, Outcome } from "../method.js";
import { judgeByPace } from "../pace.js";
import type { ScoredIndicator } from "../scorecard.js";
import { known, none } from "./outcome.js";

/** The pro-rata pace ρ of the status rule, or why the row has none. */
export function linearRatio({ value, progress, baseline, goal, indicator }: ScoredIndicator): Outcome {
  if (value === null) return none("noValue");
  if (progress !== null) return known(progress.pace);
  if (goal === null || !traitsOf(indicator.target).numeric) return none("noTarget");
  if (baseline === null) return none("noBaseline");
  return none(meets(goal, baseline.value) ? "baseMeetsTarget" : "baseEqualsTarget");
}

/**
 * What the status rule says of a numeric row at `value`, in the words used before the plan's last year.
 * Null for rows that are not judged by pace.
 */
export function statusAt(
  scored: ScoredIndicator,
  value: Decimal,
  { method, period }: Plan,
): InterimStatus | null {
  const { goal, baseline, year, indicator } = scored;
  if (goal === null || !traitsOf(indicator.target).numeric) return null;
  return judgeByPace({ baseline, value, year, end: period.end, pace: method.pace }, goal).status;
}

/** The status of the pro-rata rule in the terms of the other methods; null without a baseline. */
export function classOfStatus(status: InterimStatus | null): MethodClass | null {
  return status === null ? null : CLASSES[status];
}

const CLASSES: Record<InterimStatus, MethodClass | null> = {
  achieved: "upper",
  onTrack: "upper",
  slow: "middle",
  offTrack: "lower",
  unmet: null,
  observed: null,
};
