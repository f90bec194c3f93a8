import { tableOf } from "../../terms/table-of.js";
import { round, type Decimal } from "../../terms/decimal.js";
import type { Plan } from "../../plan/plan.js";
import type { Outcome, RowTrend } from "../../score/method.js";
import { trendOf } from "../../score/row-trend.js";
import type { ScoredIndicator } from "../../score/scorecard.js";

/** Ratios are quotients like the pace ρ; rates a year are small fractions, and get two places more. */
const RATIO_PLACES = 4;
const RATE_PLACES = 6;

/**
 * `trend` of a row or part in `report score --format json`: the figures of each method, null where one does
 * not exist. `reasons` says why, by the path of the figure: {"cagr.observed": "zeroBase"}.
 */
export function trendJson(scored: ScoredIndicator, plan: Plan): object {
  const trend = trendOf(scored, plan);
  const { cagr, linear, aarr, projection, reachYear } = trend;
  return {
    cagr: { observed: rate(cagr.observed), required: rate(cagr.required), ratio: ratio(cagr.ratio) },
    linear: { ratio: ratio(linear.ratio) },
    aarr: { observed: rate(aarr.observed), required: rate(aarr.required) },
    projection: projectionJson(projection, scored, plan),
    reachYear: reachYear.value,
    reasons: reasonsOf(trend),
  };
}

/** A forecast is shown with the digits of the row, and no more. */
function projectionJson(
  { year, value, method }: RowTrend["projection"],
  { indicator }: ScoredIndicator,
  plan: Plan,
): object {
  if (value.value === null) return { year, value: null, method: null };
  return { year, value: rounded(value.value, indicator.decimals, plan), method };
}

function reasonsOf({ cagr, linear, aarr, projection, reachYear }: RowTrend): Record<string, string> {
  const figures = tableOf<Outcome | RowTrend["reachYear"]>({
    "cagr.observed": cagr.observed,
    "cagr.required": cagr.required,
    "cagr.ratio": cagr.ratio,
    "linear.ratio": linear.ratio,
    "aarr.observed": aarr.observed,
    "aarr.required": aarr.required,
    "projection.value": projection.value,
    reachYear,
  });
  const missing = Object.entries(figures).flatMap(([path, { reason }]) =>
    reason === null ? [] : [[path, reason]],
  );
  return Object.fromEntries(missing) as Record<string, string>;
}

function rate({ value }: Outcome): number | null {
  return value === null ? null : round(value, RATE_PLACES).toNumber();
}

function ratio({ value }: Outcome): number | null {
  return value === null ? null : round(value, RATIO_PLACES).toNumber();
}

function rounded(value: Decimal, decimals: number, { method }: Plan): number {
  return round(value, decimals, method.rounding).toNumber();
}
