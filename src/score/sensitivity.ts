import type { Decimal } from "../terms/decimal.js";
import { shownStep } from "../terms/decimal.js";
import type { Judged, Plan } from "../plan/plan.js";
import { unitOf } from "../terms/unit.js";
import { traitsOf } from "../plan/target-kinds.js";
import type { MethodClass, Outcome } from "./method.js";
import { classOfStatus, statusAt } from "./methods/linear.js";
import { trendOf } from "./row-trend.js";
import type { Scorecard, ScoredIndicator, ScoredRow } from "./scorecard.js";
import { judgedOf } from "../plan/lookup.js";

/**
 * otherMethod: another method gives another class. nearCut: one step of the last shown digit would change
 * the class. nearTarget: it would decide whether the target is met.
 */
export type SensitivityReason = "otherMethod" | "nearCut" | "nearTarget";

/** One method's view of a row; no class where the method does not suit it, and then the ratio says why. */
export interface MethodView {
  class: MethodClass | null;
  ratio: Outcome;
}

/** A numeric row, or a part of one, whose status another method or a rounding could change. */
export interface SensitivityRow {
  id: string;
  scored: ScoredIndicator;
  /** The row it is, or is a part of. */
  row: ScoredRow;
  linear: MethodView;
  cagr: MethodView;
  aarr: MethodView;
  /** Not empty. */
  reasons: readonly SensitivityReason[];
}

/** The rows a reviewer may attack, in the order of the scorecard. */
export function sensitivityOf({ rows, plan }: Scorecard): SensitivityRow[] {
  return rows.flatMap((row) => {
    const judged = judgedOf<ScoredIndicator>(row);
    return judged
      .filter(({ indicator }) => traitsOf(indicator.target).numeric)
      .map((scored) => viewOf(scored, row, plan))
      .filter(({ reasons }) => reasons.length > 0);
  });
}

function viewOf(scored: ScoredIndicator, row: ScoredRow, plan: Plan): SensitivityRow {
  const { linear, cagr, aarr } = trendOf(scored, plan);
  const views = {
    linear,
    cagr: { class: cagr.class, ratio: cagr.ratio },
    aarr: { class: aarr.class, ratio: aarr.ratio },
  };
  const others = [cagr.class, aarr.class].filter((each) => each !== null);
  const disputed = linear.class !== null && others.some((each) => each !== linear.class);
  const reasons: SensitivityReason[] = disputed ? ["otherMethod"] : [];
  return { id: scored.id, scored, row, ...views, reasons: [...reasons, ...nearness(scored, plan)] };
}

/** What a value one shown step lower or higher, inside the natural limits, would change. */
function nearness(scored: ScoredIndicator, plan: Plan): SensitivityReason[] {
  if (scored.value === null || !canSlip(scored.indicator, scored.value)) return [];
  const status = statusAt(scored, scored.value, plan);
  const moved = neighbours(scored, scored.value).map((value) => statusAt(scored, value, plan));
  const cut = moved.some((each) => classOfStatus(each) !== classOfStatus(status));
  const target = moved.some((each) => (each === "achieved") !== (status === "achieved"));
  return [...(cut ? (["nearCut"] as const) : []), ...(target ? (["nearTarget"] as const) : [])];
}

/**
 * Whether a figure could as well be one step of its last shown digit lower or higher. One at its natural limit cannot: all
 * 23 of 23 towns are there; nor can a count of whole things: one doctor is one.
 */
export function canSlip({ unit, decimals, range }: Judged, value: Decimal): boolean {
  const isWholeCount = decimals === 0 && unitOf(unit).kind !== "rate";
  const isAtLimit = value.eq(range.min) || (range.max !== null && value.eq(range.max));
  return !isWholeCount && !isAtLimit;
}

function neighbours({ indicator }: ScoredIndicator, value: Decimal): Decimal[] {
  const { min, max } = indicator.range;
  const step = shownStep(indicator.decimals);
  return [value.minus(step), value.plus(step)].filter(
    (each) => each.gte(min) && (max === null || each.lte(max)),
  );
}
