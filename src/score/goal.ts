import { decimal, type Decimal } from "../terms/decimal.js";
import type { Target } from "../plan/plan.js";
import { spanOf, traitsOf } from "../plan/target-kinds.js";
import type { Comparator } from "../plan/traits.js";
import type { Goal, Interval } from "./scorecard.js";

const open: Goal = { low: null, high: null, lowStrict: false, highStrict: false };

export function atOrAbove(low: Decimal): Goal {
  return { ...open, low };
}

export function above(low: Decimal): Goal {
  return { ...open, low, lowStrict: true };
}

export function atOrBelow(high: Decimal): Goal {
  return { ...open, high };
}

export function below(high: Decimal): Goal {
  return { ...open, high, highStrict: true };
}

/** The values that meet a target which names its figures itself. */
export function goalInPlan(target: Target): Goal {
  const span = spanOf(target);
  if (span === null) throw new Error(`the target “${target.text}” names no figures`);
  return span;
}

/** The same with what lies above a band, where that counts as met, too; null where the target names no figures. */
export function goalReached(target: Target): Goal | null {
  const span = spanOf(target);
  return span !== null && traitsOf(target).moreIsMet ? { ...span, high: null } : span;
}

/** Whether `value` meets the target. Exact: 4.50 does not meet ＜4.5. */
export function meets(goal: Goal, value: Decimal): boolean {
  const { low, high } = goal;
  const highEnough = low === null || (goal.lowStrict ? value.gt(low) : value.gte(low));
  const lowEnough = high === null || (goal.highStrict ? value.lt(high) : value.lte(high));
  return highEnough && lowEnough;
}

/** How far `value` is from the interval, ≥ 0. It is 0 inside, and also on an edge that strictness excludes. */
export function distance(goal: Goal, value: Decimal): Decimal {
  if (goal.low !== null && value.lt(goal.low)) return goal.low.minus(value);
  if (goal.high !== null && value.gt(goal.high)) return value.minus(goal.high);
  return decimal(0);
}

/** How far a figure is on the wrong side of a comparator's, whatever the tolerance; negative on the right side. */
export function shortfall(value: Decimal, other: Decimal, side: Comparator["side"]): Decimal {
  return side === "notBelow" ? other.minus(value) : value.minus(other);
}

/** The edge of the goal that a value outside of it comes to first. */
export function nearEdge({ low, high }: Goal, value: Decimal): Decimal {
  const edge = low !== null && (high === null || value.lt(low)) ? low : high;
  if (edge === null) throw new Error("a goal has an edge");
  return edge;
}

/** The edges of the interval: one for a threshold, two for a band. */
export function edges(goal: Goal): Decimal[] {
  return [goal.low, goal.high].filter((edge) => edge !== null);
}

/** Whether a confidence interval and the target have a point in common: chance alone may explain the miss. */
export function holdsGoal(interval: Interval, goal: Goal): boolean {
  return (
    (goal.low === null || interval.high.gte(goal.low)) && (goal.high === null || interval.low.lte(goal.high))
  );
}
