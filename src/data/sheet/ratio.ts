import { decimal, type Decimal } from "../../terms/decimal.js";
import type { Cell } from "../../workbook/sheet.js";
import { tightText } from "./normalise.js";

/** A ratio written 男:女 as 女/男, at 15 significant digits like any cell; null where either side is 0. */
export function femalePerMale(male: Decimal, female: Decimal): Decimal | null {
  return male.isZero() || female.isZero() ? null : female.div(male).toSignificantDigits(15);
}

/** 1：1.6 or 男:女=2:3 → the two numbers; null for other text. */
export function ratioInText(text: string): { male: Decimal; female: Decimal } | null {
  const match = /^(?:男:女=?)?(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/u.exec(
    tightText(text).replace(/[∶比]/gu, ":"),
  );
  const [, male, female] = match ?? [];
  return male === undefined || female === undefined ? null : { male: decimal(male), female: decimal(female) };
}

const MINUTES_A_DAY = 24 * 60;
/** Excel keeps a time as a fraction of a day; more than this beside a whole minute is no typed ratio. */
const MINUTE_NOISE = 1e-6;

/**
 * The 2:3 somebody typed, out of the time 02:03 that Excel made of it; null for a date or a time with
 * seconds.
 */
export function ratioInTime(cell: Cell): { male: Decimal; female: Decimal } | null {
  if (cell.content.type !== "date" || !cell.content.clock) return null;
  const minutes = cell.content.serial * MINUTES_A_DAY;
  const whole = Math.round(minutes);
  if (whole <= 0 || Math.abs(minutes - whole) > MINUTE_NOISE) return null;
  return { male: decimal(Math.floor(whole / 60)), female: decimal(whole % 60) };
}
