import { decimal, type Decimal } from "../../terms/decimal.js";
import type { MethodClass, Outcome } from "../method.js";
import type { YearValue } from "../scorecard.js";
import { power, root } from "./estimate.js";
import { classOf, known, none } from "./outcome.js";

/*
 * Progress by compound annual growth, as Statistics Canada measures it and Open SDG has built it in:
 * "Progress Measurement Methodology for the Sustainable Development Goals", open-sdg/open-sdg
 * docs/progress-methodology.md; open-sdg/sdg-build sdg/ProgressMeasure.py. The same files replace a base
 * or target of 0 by 0.001; the result then hangs on that choice, so here it is an outcome with a name.
 */

/** Which way a figure should go. */
export type Direction = "up" | "down";

/** Cuts of the ratio observed/|required|. */
export const RATIO_CUTS = { upper: decimal("0.95"), middle: decimal("0.6") };

/** Cuts of the growth rate where the plan names no figure: 1.5 % and 0.5 % a year. */
export const GROWTH_CUTS = { upper: decimal("0.015"), middle: decimal("0.005") };

const LIMIT_EXPONENT = "4.44";

/** What a year multiplied by on the way from one figure to a later one: (x/B)^(1/n). */
export function annualFactor(from: YearValue, to: YearValue): Outcome {
  const years = to.year - from.year;
  if (years <= 0) return none("noTimeElapsed");
  if (from.value.isZero()) return none("zeroBase");
  if (from.value.isNegative()) return none("negativeBase");
  if (to.value.isZero()) return none("zeroValue");
  if (to.value.isNegative()) return none("signChange");
  return known(root(to.value.div(from.value), years));
}

/** Compound annual growth rate: CAGR = (x/B)^(1/n) − 1. */
export function annualGrowth(from: YearValue, to: YearValue): Outcome {
  const factor = annualFactor(from, to);
  return factor.value === null ? factor : known(factor.value.minus(1));
}

/** R = d · observed / |required|, d = ±1 for the better direction. */
export function growthRatio(observed: Outcome, required: Outcome, better: Direction): Outcome {
  if (required.value === null) return required;
  if (observed.value === null) return observed;
  if (required.value.isZero()) return none("baseEqualsTarget");
  return known(toward(observed.value, better).div(required.value.abs()));
}

/**
 * The class with a target: upper from R = 0.95 (Open SDG "substantial progress", on track), middle from
 * 0.60 ("moderate progress", acceleration needed), lower below: both "limited progress" (0 ≤ R < 0.60) and
 * "deterioration" (R < 0). Open SDG's "target achieved" is upper too, and is seen to before.
 */
export function classByRatio(observed: Outcome, required: Outcome, better: Direction): MethodClass | null {
  if (observed.value === null || required.value === null || required.value.isZero()) return null;
  return classOf(toward(observed.value, better), required.value.abs(), RATIO_CUTS);
}

/** The class without a target, folded in the same way: by growth in the better direction, cuts scaled by C. */
export function classByGrowth(observed: Outcome, better: Direction, scale: Decimal): MethodClass | null {
  return observed.value === null ? null : classOf(toward(observed.value, better), scale, GROWTH_CUTS);
}

/**
 * C, 0–1: how far the cuts shrink near a natural limit L, beyond which the figure cannot go. Below L it is
 * 1−(B/L)^4.44; above a lower limit the same at equal relative distance, and 1 from twice L on.
 */
export function limitScale(base: Decimal, limit: Decimal | null): Decimal {
  if (limit === null || base.gte(limit.times(2))) return decimal(1);
  const near = base.lte(limit) ? base : limit.times(2).minus(base);
  return decimal(1).minus(power(near.div(limit), LIMIT_EXPONENT));
}

function toward(rate: Decimal, better: Direction): Decimal {
  return better === "up" ? rate : decimal(0).minus(rate);
}
