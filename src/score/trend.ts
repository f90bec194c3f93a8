import type { Decimal } from "../terms/decimal.js";
import type { Target } from "../plan/plan.js";
import { traitsOf } from "../plan/target-kinds.js";
import { distance } from "./goal.js";
import type { Goal, YearValue } from "./scorecard.js";

/** Whether year t was worse than the year with data before it, and that one than the one before it. */
export function isWorseTwice(series: readonly YearValue[], target: Target, goal: Goal | null): boolean {
  const [first, second, third] = series.slice(-3).map(({ value }) => value);
  if (first === undefined || second === undefined || third === undefined) return false;
  return isWorse(second, first, target, goal) && isWorse(third, second, target, goal);
}

/** Worse by the direction that is better for the row; where neither is, farther from its band. */
export function isWorse(value: Decimal, before: Decimal, target: Target, goal: Goal | null): boolean {
  const { better } = traitsOf(target);
  if (better === "up") return value.lt(before);
  if (better === "down") return value.gt(before);
  return goal !== null && distance(goal, value).gt(distance(goal, before));
}
