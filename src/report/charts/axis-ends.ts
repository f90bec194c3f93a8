import { decimal, type Decimal } from "../../terms/decimal.js";
import type { Trend } from "./chart.js";

/** The axis begins at nought where the lowest figure is not above this share of the highest. */
const NEAR_NOUGHT = decimal("0.4");

/** The lowest and highest of what an axis must hold; nought is among it where it is near. */
export function endsOf(values: readonly Decimal[]): { low: Decimal; high: Decimal } {
  const [first = decimal(0)] = values;
  const low = values.reduce((least, value) => (value.lt(least) ? value : least), first);
  const high = values.reduce((most, value) => (value.gt(most) ? value : most), first);
  return low.gt(0) && low.lte(high.times(NEAR_NOUGHT)) ? { low: decimal(0), high } : { low, high };
}

/** How much longer than the longest of their own axes a common one may be. */
const MOST_STRETCH = decimal("1.5");

/** Neighbours of one unit have one scale, so that their slopes compare; not where that would flatten one of them. */
export function commonScale<T extends Trend & { unit: string }>(trends: readonly T[]): T[] {
  const [first] = trends;
  if (first === undefined || trends.some(({ unit }) => unit !== first.unit)) return [...trends];
  const own = trends.map(({ low, high }) => ({ low: decimal(low), high: decimal(high) }));
  const { low, high } = endsOf(own.flatMap((ends) => [ends.low, ends.high]));
  const stretched = own.some((ends) => high.minus(low).gt(ends.high.minus(ends.low).times(MOST_STRETCH)));
  return stretched
    ? [...trends]
    : trends.map((trend) => ({ ...trend, low: low.toFixed(), high: high.toFixed() }));
}
