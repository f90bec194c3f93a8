import { round, type Decimal } from "../../terms/decimal.js";

/** One digit after the point tells shares of some dozens of rows apart. */
const DECIMALS = 1;

/** 65.8%, 50.0%: so many of so many, all with the same digits; none and all are 0% and 100%. */
export function percentText(n: Decimal, of: Decimal): string {
  const percent = n.times(100).div(of);
  const whole = percent.isZero() || percent.eq(100);
  return `${round(percent, DECIMALS).toFixed(whole ? 0 : DECIMALS)}%`;
}
