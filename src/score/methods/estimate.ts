import { Decimal } from "decimal.js";

/**
 * Decimals for logarithms and powers, which are never exact: 18 digits reach beyond the 15 of a cell, and
 * are more than ten times as quick as the 60 that exact products are given.
 */
const Estimate = Decimal.clone({ precision: 18, toExpNeg: -30, toExpPos: 40 });

/** Natural logarithm of a positive figure. */
export function ln(value: Decimal): Decimal {
  return new Estimate(value).ln();
}

/** e to the power of `value`. */
export function exp(value: Decimal): Decimal {
  return new Estimate(value).exp();
}

/** ratio^(1/n) of a positive ratio: what a year multiplies by when n years multiply by `ratio`. */
export function root(ratio: Decimal, n: number): Decimal {
  return exp(ln(ratio).div(n));
}

/** `base` ≥ 0 to any positive power. */
export function power(base: Decimal, exponent: string): Decimal {
  return base.isZero() ? new Estimate(0) : exp(ln(base).times(exponent));
}
