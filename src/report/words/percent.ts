import { round, type Decimal } from "../../terms/decimal.js";

/** One digit after the point tells shares of some dozens of rows apart. */
const DECIMALS = 1;

/** 65.8%: so many of so many. What is not all is never printed as 100.0%, nor what is something as 0.0%. */
export function percentText(n: Decimal, of: Decimal): string {
  const percent = n.times(100).div(of);
  return `${round(percent, percent.isInteger() ? 0 : DECIMALS).toFixed()}%`;
}
