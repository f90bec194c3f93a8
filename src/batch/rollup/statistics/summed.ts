import { decimal, type Decimal } from "../../../terms/decimal.js";
import { poissonInterval } from "../../../terms/poisson.js";

/** 分子 and 分母 of one district, in its own figures. */
export interface Counts {
  numerator: Decimal;
  denominator: Decimal;
}

/** Σ分子 and Σ分母 so far, and over how many districts. */
export type Sum = Counts & { districts: number };

export const NOTHING: Sum = { numerator: decimal(0), denominator: decimal(0), districts: 0 };

/** A rate of many districts is that of all their people together; rates themselves are never added. */
export function added(sum: Sum, { numerator, denominator }: Counts): Sum {
  return {
    numerator: sum.numerator.plus(numerator),
    denominator: sum.denominator.plus(denominator),
    districts: sum.districts + 1,
  };
}

/** Σ分子 × per / Σ分母; null over nothing. */
export function rateOf({ numerator, denominator }: Counts, per: number): Decimal | null {
  return denominator.gt(0) ? numerator.times(per).div(denominator) : null;
}

/**
 * The 95 % interval of a rate of events, the base taken as known: Garwood's exact limits of the count
 * (terms/poisson.ts) over the base. Null over nothing, and of what is no count.
 */
export function intervalOf(
  { numerator, denominator }: Counts,
  per: number,
): { low: Decimal; high: Decimal } | null {
  if (!denominator.gt(0) || !numerator.isInteger() || numerator.lt(0)) return null;
  const { low, high } = poissonInterval(numerator.toNumber());
  const scale = decimal(per).div(denominator);
  return { low: decimal(low).times(scale), high: decimal(high).times(scale) };
}
