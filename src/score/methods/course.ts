import type { Decimal } from "../../terms/decimal.js";
import type { Plan } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { distance, meets } from "../goal.js";
import type { Outcome } from "../method.js";
import type { Goal, ScoredIndicator, YearValue } from "../scorecard.js";
import { annualGrowth, type Direction } from "./growth.js";
import { none } from "./outcome.js";

/** Where a row comes from, stands and should go, for methods that know one threshold and no band. */
export interface Course {
  base: YearValue | null;
  now: YearValue;
  /** The figure to reach by the plan's last year; null where the plan names none. */
  due: YearValue | null;
  better: Direction | null;
  met: boolean;
}

/** The course of a row that has a value. */
export function courseOf(scored: ScoredIndicator, value: Decimal, plan: Plan): Course {
  const { baseline: base, goal, indicator, year } = scored;
  const { better, numeric } = traitsOf(indicator.target);
  const now = { year, value };
  if (!numeric || goal === null) {
    return { base, now, due: null, better: better === "neither" ? null : better, met: false };
  }
  const met = meets(goal, value);
  const { edge, better: toward } = edgeOf(goal, base?.value ?? value, value);
  const due = { year: plan.period.end, value: edge };
  if (!isBand(goal)) return { base, now, due, better: toward, met };
  const fold = (point: YearValue) => ({ ...point, value: folded(goal, point.value, edge, toward) });
  return { base: base === null ? null : fold(base), now: fold(now), due, better: toward, met };
}

/** Whether too much is as wrong as too little. */
export function isBand({ low, high }: Goal): boolean {
  return low !== null && high !== null;
}

/** The edge to reach: of a band, the one on the side the row came from, or fell out on. */
function edgeOf(goal: Goal, base: Decimal, value: Decimal): { edge: Decimal; better: Direction } {
  const { low, high } = goal;
  if (high === null) {
    if (low === null) throw new Error("a numeric goal has an edge");
    return { edge: low, better: "up" };
  }
  if (low === null) return { edge: high, better: "down" };
  const side = distance(goal, base).isZero() ? value : base;
  return side.gt(high) ? { edge: high, better: "down" } : { edge: low, better: "up" };
}

/**
 * The distance from a band laid off from one edge, so that a figure on the other side counts as far out as
 * one on this side: Statistics Canada's treatment of targets that may be missed both ways ("Goldilocks
 * indicators"), for a band.
 */
function folded(goal: Goal, value: Decimal, edge: Decimal, better: Direction): Decimal {
  const off = distance(goal, value);
  return better === "up" ? edge.minus(off) : edge.plus(off);
}

/** Growth since the baseline. */
export function observedGrowth({ base, now }: Course): Outcome {
  return base === null ? none("noBaseline") : annualGrowth(base, now);
}

/** The growth that would reach the target on time. */
export function requiredGrowth({ base, due }: Course): Outcome {
  if (due === null) return none("noTarget");
  return base === null ? none("noBaseline") : annualGrowth(base, due);
}
