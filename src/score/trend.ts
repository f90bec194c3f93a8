import { decimal, round, type Decimal } from "../terms/decimal.js";
import { isPercent, unitOf } from "../terms/unit.js";
import type { Judged, Method, Target } from "../plan/plan.js";
import { traitsOf } from "../plan/target-kinds.js";
import { distance } from "./goal.js";
import type { Goal, YearValue } from "./scorecard.js";

/** Up to this difference of shown values, in 百分点 or 千分点, is 基本持平. */
export const NEARLY_LEVEL = decimal("0.1");
/** A row shown to thousandths lives below 0.1: there 0.1 is not a small step. */
export const FINE_DECIMALS = 3;

/** Whether two shown figures of a row differ by so little that the change is told as 基本持平. */
export function isNearlyLevel(
  { unit, decimals }: Pick<Judged, "unit" | "decimals">,
  difference: Decimal,
): boolean {
  const inPoints = unitOf(unit).points !== null;
  return inPoints && decimals < FINE_DECIMALS && difference.abs().lte(NEARLY_LEVEL);
}

/**
 * Whether year t was worse than the year with data before it, and that one than the one before it. A change that
 * is told as 基本持平 is no worsening, nor is one of a gross rate that stays above 100.
 */
export function isWorseTwice(
  indicator: Judged,
  series: readonly YearValue[],
  goal: Goal | null,
  { rounding }: Pick<Method, "rounding">,
): boolean {
  const [first, second, third] = series.slice(-3).map(({ value }) => value);
  if (first === undefined || second === undefined || third === undefined) return false;
  if (staysAboveFull(indicator, third)) return false;
  const shown = (value: Decimal): Decimal => round(value, indicator.decimals, rounding);
  const worse = (value: Decimal, before: Decimal): boolean =>
    isWorse(value, before, indicator.target, goal) &&
    !isNearlyLevel(indicator, shown(value).minus(shown(before)));
  return worse(second, first) && worse(third, second);
}

const FULL = 100;

/** A percentage that may pass 100 and does, 毛入学率, 巩固率: it is not worse for being less than it was. */
export function staysAboveFull({ unit, range }: Judged, value: Decimal): boolean {
  return isPercent(unitOf(unit)) && range.max === null && value.gt(FULL);
}

/** Worse by the direction that is better for the row; where neither is, farther from its band. */
export function isWorse(value: Decimal, before: Decimal, target: Target, goal: Goal | null): boolean {
  const { better } = traitsOf(target);
  if (better === "up") return value.lt(before);
  if (better === "down") return value.gt(before);
  return goal !== null && distance(goal, value).gt(distance(goal, before));
}
