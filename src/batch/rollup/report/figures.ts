import type { Judged, Plan } from "../../../plan/plan.js";
import { spanOf, traitsOf } from "../../../plan/target-kinds.js";
import type { TableCell } from "../../../report/model.js";
import { figureCell, textCell } from "../../../report/tables/cells.js";
import { figure, NOT_APPLICABLE, roundedClear, type Scale } from "../../../report/words/number.js";
import { edges, goalReached, meets } from "../../../score/goal.js";
import { decimal, type Decimal } from "../../../terms/decimal.js";
import type { Comparison, SummedRate } from "../indicator-rollup.js";
import type { Apart } from "../rollup.js";
import { largest } from "../../../terms/long-lists.js";

/** Digits of the plan, or as many more as it takes for the shown figure to lie on its own side of the target. */
export function scaleFor(value: Decimal, { target, unit, decimals }: Judged, { method }: Plan): Scale {
  const span = spanOf(target);
  const cuts = span === null ? [] : edges(span);
  const from = largest(
    cuts.map((cut) => cut.decimalPlaces()),
    decimals,
  );
  const [, digits = ""] = roundedClear(value, cuts, from, method.rounding).split(".");
  return { unit, decimals: digits.length, rounding: method.rounding, ratio: traitsOf(target).ratio };
}

/** 11.2/10万 */
export function figureText(value: Decimal, indicator: Judged, plan: Plan): string {
  return figure(scaleFor(value, indicator, plan), value);
}

/** A figure, — where there is none to give. */
export function figureOrNone(value: Decimal | null, indicator: Judged, plan: Plan): TableCell {
  return value === null ? textCell(NOT_APPLICABLE) : figureCell(scaleFor(value, indicator, plan), value);
}

/** A figure of a district's column; 缺 where it gives none. */
export function columnCell(values: readonly number[] | undefined, at: number, indicator: Judged, plan: Plan) {
  const value = values?.[at] ?? NaN;
  const known = Number.isNaN(value) ? null : decimal(value);
  return figureCell(scaleFor(known ?? decimal(0), indicator, plan), known);
}

/** A count as it was given, with its own digits; — where there is none. */
export function countOrNone(count: Decimal | null): TableCell {
  if (count === null) return textCell(NOT_APPLICABLE);
  const digits = count.decimalPlaces();
  return { ...textCell(count.toFixed()), number: count.toFixed(), decimals: String(digits) };
}

/** 5.10—29.2; — without an interval. */
export function intervalText(summed: SummedRate | null, indicator: Judged, plan: Plan): string {
  if (summed?.interval == null) return NOT_APPLICABLE;
  const shown = (value: Decimal) => roundedClear(value, [], indicator.decimals, plan.method.rounding);
  return `${shown(summed.interval.low)}—${shown(summed.interval.high)}`;
}

/** Whether the rate of all together meets a target that names figures, as a district's would; null for one that does not. */
export function isMet(rate: Decimal, { target }: Judged): boolean | null {
  const goal = goalReached(target);
  return goal === null ? null : meets(goal, rate);
}

/** Whether to lie apart is to be worse: null where neither more nor less is. */
export function isWorse({ side }: Apart, { target }: Judged): boolean | null {
  const { better, pairedCounts } = traitsOf(target);
  if (better === "neither" || pairedCounts) return null;
  return better === "up" ? side === "lower" : side === "higher";
}

/** 2025年, 2023—2025年: of what years districts are compared. */
export function basisText({ basis }: Pick<Comparison, "basis">, year: number): string {
  return basis === "year" ? `${year}年` : `${year - 2}—${year}年`;
}
