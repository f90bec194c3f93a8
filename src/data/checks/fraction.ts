import { decimal, type Decimal } from "../../terms/decimal.js";

/** A reported figure and what it was made of. */
interface Reported {
  value: Decimal;
  numerator: { value: Decimal } | null;
  denominator: { value: Decimal } | null;
}

/** A value computed in a spreadsheet carries float noise in its last digits: no more than this many are asked. */
const MOST_DIGITS = 6;

/**
 * Whether a rate of so many in `per` is the one its 分子 and 分母 give, as far as rounding to its digits explains:
 * |numerator × per − value × denominator| ≤ half a shown digit × denominator, and no quotient is formed. Null
 * without both.
 */
export function fitsFraction({ value, numerator, denominator }: Reported, per: number): boolean | null {
  if (numerator === null || denominator === null) return null;
  const half = decimal(10).pow(-shownDigits(value)).times("0.5");
  const apart = numerator.value.times(per).minus(value.times(denominator.value)).abs();
  return apart.lte(half.times(denominator.value));
}

/** The digits a value is shown with, float noise left out. */
export function shownDigits(value: Decimal): number {
  return Math.min(value.decimalPlaces(), MOST_DIGITS);
}

/** The rate of so many in `per` that 分子 and 分母 give; null without both, or over a denominator of 0. */
export function rateOf({ numerator, denominator }: Omit<Reported, "value">, per: number): Decimal | null {
  if (numerator === null || denominator === null || denominator.value.isZero()) return null;
  return numerator.value.times(per).div(denominator.value);
}
