import { round, type Decimal } from "../../terms/decimal.js";
import { exact } from "../words/number.js";

/** Quotients are shown with this many digits after the point; nothing compares them. */
const QUOTIENT_PLACES = 4;

/** ＝0.5, or ≈1.8713 where digits were cut. */
export function equals(quotient: Decimal): string {
  const cut = round(quotient, QUOTIENT_PLACES);
  return `${cut.eq(quotient) ? "＝" : "≈"}${exact(cut)}`;
}

/** ＝94.88－92.99＝1.89, exact. */
export function difference(one: Decimal, other: Decimal): string {
  return `${exact(one)}－${exact(other)}＝${exact(one.minus(other))}`;
}
