import { decimal, type Decimal } from "../../../terms/decimal.js";

/** Whether two figures are of one size: neither more than `times` the other. */
export function isNear(value: Decimal, other: Decimal, times: number): boolean {
  return !value.isZero() && value.lte(other.times(times)) && other.lte(value.times(times));
}

export function isNearMost(value: Decimal, beside: readonly Decimal[], times: number): boolean {
  const [low, high] = [value.div(times), value.times(times)];
  const near = value.isZero() ? [] : beside.filter((other) => other.gte(low) && other.lte(high));
  return near.length * 2 > beside.length;
}

/** The changes from one figure to the next, without their signs. */
export function stepsOf(values: readonly Decimal[]): Decimal[] {
  return values.slice(1).map((value, index) => value.minus(values[index] ?? value).abs());
}

/** The greater of the two where there is no one in the middle; null of none. */
export function middleOf(values: readonly Decimal[]): Decimal | null {
  return [...values].sort((a, b) => a.comparedTo(b))[Math.floor(values.length / 2)] ?? null;
}

/** 0 of none. */
export function greatestOf(values: readonly Decimal[]): Decimal {
  return values.reduce((most, each) => (each.gt(most) ? each : most), decimal(0));
}

export function leastOf(values: readonly Decimal[]): Decimal {
  return values.reduce((least, each) => (each.lt(least) ? each : least), greatestOf(values));
}
