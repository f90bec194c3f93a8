import { decimal, type Decimal } from "../../terms/decimal.js";
import type { MethodClass, Outcome } from "../method.js";
import type { YearValue } from "../scorecard.js";
import { exp, ln } from "./estimate.js";
import { annualFactor, classByRatio, growthRatio } from "./growth.js";
import { known, none } from "./outcome.js";

/*
 * Average annual rate of reduction, as UNICEF and WHO follow mortality and malnutrition: UNICEF, Technical
 * Note "How to calculate Average Annual Rate of Reduction (AARR) of Underweight Prevalence", 2007.
 */

/** AARR = 1 − e^b, b the least-squares slope of ln x on the year: every year counts. Positive where x falls. */
export function averageReduction(points: readonly YearValue[]): Outcome {
  const first = points[0];
  if (first === undefined || points.every(({ year }) => year === first.year))
    return none("fewerThanTwoPoints");
  if (first.value.isZero()) return none("zeroBase");
  if (first.value.isNegative()) return none("negativeBase");
  if (points.some(({ value }) => value.isZero())) return none("zeroValue");
  if (points.some(({ value }) => value.isNegative())) return none("signChange");
  return known(decimal(1).minus(exp(slopeOfLogarithm(points))));
}

/** Σ(t−t̄)·ln x / Σ(t−t̄)²; years times their count keep t−t̄ whole. */
function slopeOfLogarithm(points: readonly YearValue[]): Decimal {
  const total = points.reduce((sum, { year }) => sum + year, 0);
  const offsets = points.map(({ year }) => year * points.length - total);
  const zero = decimal(0);
  const along = points.reduce((sum, { value }, at) => sum.plus(ln(value).times(offsets[at] ?? 0)), zero);
  const spread = offsets.reduce((sum, offset) => sum + offset * offset, 0);
  return along.times(points.length).div(spread);
}

/** What would reach the target on time: 1 − (T/B)^(1/n). */
export function requiredReduction(base: YearValue, due: YearValue): Outcome {
  const factor = annualFactor(base, due);
  return factor.value === null ? factor : known(decimal(1).minus(factor.value));
}

/** Observed over |required|. */
export function reductionRatio(observed: Outcome, required: Outcome): Outcome {
  return growthRatio(observed, required, "up");
}

/**
 * UNICEF asks whether the observed rate is the required one or more; our classes put the cuts 0.95 and 0.60
 * of the other methods to it, so that only the rate differs between them.
 */
export function classByReduction(observed: Outcome, required: Outcome): MethodClass | null {
  return classByRatio(observed, required, "up");
}
