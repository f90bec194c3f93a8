import { Decimal } from "decimal.js";

/**
 * Exact decimals for every figure. 60 significant digits hold any product that
 * cross-multiplication makes of cell values (15 digits each) without rounding.
 */
const Exact = Decimal.clone({ precision: 60, toExpNeg: -30, toExpPos: 40 });

/**
 * Decimals for logarithms and powers, which are never exact: 18 digits reach beyond the 15 of a cell, and
 * are more than ten times as quick as the 60 that exact products are given.
 */
export const ESTIMATED_DIGITS = 18;
const Estimate = Decimal.clone({ precision: ESTIMATED_DIGITS, toExpNeg: -30, toExpPos: 40 });

export type { Decimal };

/** A figure from a plan file, a literal or already a decimal. Throws on text that is not a number. */
export function decimal(value: string | number | Decimal): Decimal {
  return new Exact(value);
}

/** The same for logarithms and powers: what is made of it has 18 digits. */
export function estimate(value: string | number | Decimal): Decimal {
  return new Estimate(value);
}

export function isDecimal(value: unknown): value is Decimal {
  return Exact.isDecimal(value);
}

/**
 * The number a spreadsheet cell shows: IEEE double cut to 15 significant digits, as Excel does,
 * so that 0.1+0.2 stored by a formula is 0.3.
 */
export function cellDecimal(value: number): Decimal {
  const known = KNOWN.get(value);
  if (known !== undefined) return known;
  const exact = new Exact(cellDigits(value));
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(value, exact);
  return exact;
}

/** Thousands of workbooks have the same figures in them; a decimal takes more room than all else that is kept of one. */
const KNOWN = new Map<number, Decimal>();
const MOST_KNOWN = 20_000;

/** The digits of that number. */
function cellDigits(value: number): string {
  const text = String(value);
  // So short, it has no digit that is cut: nearly every figure that people type.
  return text.length <= 15 ? text : value.toPrecision(15);
}

/** The number that a cell shows, in plain digits. */
export function cellText(value: number): string {
  const text = cellDigits(value);
  return PLAIN_DIGITS.test(text) ? text : cellDecimal(value).toString();
}

/** Neither an exponent nor zeros behind. */
const PLAIN_DIGITS = /^-?\d+(?:\.\d*[1-9])?$/u;

/** halfUp 四舍五入, or halfEven 五成双 (GB/T 8170—2008). */
export type Rounding = "halfUp" | "halfEven";

/** The one place that rounds a figure: to `decimals` digits after the point, in one step. */
export function round(value: Decimal, decimals: number, rounding: Rounding = "halfUp"): Decimal {
  return value.toDecimalPlaces(
    decimals,
    rounding === "halfUp" ? Decimal.ROUND_HALF_UP : Decimal.ROUND_HALF_EVEN,
  );
}

/** One step of the last shown digit: 0.01 for two decimals. */
export function shownStep(decimals: number): Decimal {
  return new Exact(10).pow(-decimals);
}
