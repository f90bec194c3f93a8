import { decimal, estimate, ESTIMATED_DIGITS, type Decimal } from "../../terms/decimal.js";

/** Natural logarithm of a positive figure. */
export function ln(value: Decimal): Decimal {
  return estimate(value).ln();
}

/** e to the power of `value`. */
export function exp(value: Decimal): Decimal {
  return estimate(value).exp();
}

/**
 * ratio^(1/n) of a positive ratio: what a year multiplies by when n years multiply by `ratio`. Newton's step
 * r − (r − ratio/r^(n−1))/n doubles the digits that are right: one from the processor's sixteen gives more than an
 * estimate has, whatever its last one is, in a seventh of the time of a logarithm.
 */
export function root(ratio: Decimal, n: number): Decimal {
  const near = decimal(Math.pow(ratio.toNumber(), 1 / n));
  const step = near.minus(ratio.div(near.pow(n - 1))).div(n);
  return estimate(near.minus(step).toSignificantDigits(ESTIMATED_DIGITS));
}

/** `base` ≥ 0 to any positive power. */
export function power(base: Decimal, exponent: string): Decimal {
  return base.isZero() ? estimate(0) : exp(ln(base).times(exponent));
}
