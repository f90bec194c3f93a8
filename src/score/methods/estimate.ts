import { estimate, type Decimal } from "../../terms/decimal.js";

/** Natural logarithm of a positive figure. */
export function ln(value: Decimal): Decimal {
  return estimate(value).ln();
}

/** e to the power of `value`. */
export function exp(value: Decimal): Decimal {
  return estimate(value).exp();
}

/** ratio^(1/n) of a positive ratio: what a year multiplies by when n years multiply by `ratio`. */
export function root(ratio: Decimal, n: number): Decimal {
  return exp(ln(ratio).div(n));
}

/** `base` ≥ 0 to any positive power. */
export function power(base: Decimal, exponent: string): Decimal {
  return base.isZero() ? estimate(0) : exp(ln(base).times(exponent));
}
