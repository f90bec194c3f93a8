/*
 * Lengths of GB/T 9704—2012 in the units Word counts in: twentieths of a point, half points for sizes of type,
 * eighths of a point for rules.
 */

/** Millimetres in twips. */
export function mm(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

/** Points in twips. */
export function pt(length: number): number {
  return Math.round(length * 20);
}

/** Points as a size of type. */
export function size(points: number): number {
  return points * 2;
}

export const PAPER = { width: mm(210), height: mm(297) };

/** 天头 37 mm, 订口 28 mm; a text of 156 mm × 225 mm. */
export const MARGIN = { top: mm(37), bottom: mm(35), inner: mm(28), outer: mm(26) };
export const TEXT_WIDTH = mm(156);

/** A page turned on its side: the same text, and margins that are the same on both leaves. */
export const WIDE_MARGIN = { top: mm(27), bottom: mm(27), left: mm(36), right: mm(36) };
export const WIDE_TEXT_WIDTH = mm(225);

/** The page number stands 7 mm below the text. */
export const FOOTER = MARGIN.bottom - mm(7) - pt(20);

/** 22 lines a page. */
export const LINE = pt(28.95);
/** 28 characters of 16 pt are a little wider than the text. */
export const TRACKING = -4;
/** Two characters of the text. */
export const INDENT = pt(32);
