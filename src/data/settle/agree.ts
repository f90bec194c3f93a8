import { round, type Decimal } from "../../terms/decimal.js";

/**
 * Whether two reported values are one figure: equal, or equal after rounding the more precise one to
 * the digits of the other (by either rounding rule: nobody knows which one the reporter used).
 */
export function agree(a: Decimal, b: Decimal): boolean {
  const [own, other] = [a.decimalPlaces(), b.decimalPlaces()];
  if (own === other) return a.eq(b);
  const digits = Math.min(own, other);
  return (["halfUp", "halfEven"] as const).some((rule) => round(a, digits, rule).eq(round(b, digits, rule)));
}

/** More digits first. */
export function byPrecision(a: { value: Decimal }, b: { value: Decimal }): number {
  return b.value.decimalPlaces() - a.value.decimalPlaces();
}
