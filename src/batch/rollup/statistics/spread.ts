import type { Decimal } from "../../../terms/decimal.js";

/** How figures of many districts lie: what is said where nothing can be summed. Never a mean. */
export interface Spread {
  n: number;
  median: Decimal;
  low: Decimal;
  high: Decimal;
}

/** Exact: the middle one, or half of the sum of the two in the middle. Null of no figures. */
export function spreadOf(values: readonly Decimal[]): Spread | null {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  const [low, high] = [sorted.at(0), sorted.at(-1)];
  if (low === undefined || high === undefined) return null;
  return { n: sorted.length, median: medianOf(sorted), low, high };
}

function medianOf(sorted: readonly Decimal[]): Decimal {
  const upper = sorted[Math.floor(sorted.length / 2)]!;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]!;
  return lower.plus(upper).times("0.5");
}
