import type { Rate } from "../../score/scorecard.js";
import { decimal, round } from "../../terms/decimal.js";

/** One digit after the point tells shares of some dozens of rows apart. */
const DECIMALS = 1;

/**
 * 65.8%, 50.0%: so many of so many. None and all of them are 0% and 100% alone and beside their like, 100.0% beside others:
 * shares that stand together have the same digits.
 */
export function percentOf({ n, of }: Rate, beside: readonly Rate[] = []): string {
  const whole = [{ n, of }, ...beside].every((rate) => rate.n === 0 || rate.n === rate.of);
  return `${round(decimal(n).times(100).div(of), DECIMALS).toFixed(whole ? 0 : DECIMALS)}%`;
}
