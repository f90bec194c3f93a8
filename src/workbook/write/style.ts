import type { Alignment, Border, Borders, Fill, Font, Style } from "exceljs";
import type { CellStyle, LayoutCell } from "./layout.js";
import { looksLikeFormula } from "./text.js";

/** GB 2312, so that a program without the font picks another Chinese one. */
const CHINESE = 134;

function font(name: string, size: number, bold = false): Partial<Font> & { size: number } {
  return { name, size, bold, charset: CHINESE };
}

function align(horizontal: "left" | "center" | "right"): Partial<Alignment> {
  return { horizontal, vertical: "middle", wrapText: true };
}

/** 黑体 and 宋体 are on every machine that has Office or WPS; 10.5 points are 五号, 16 are 三号. */
const STYLES: Readonly<
  Record<CellStyle, { font: Partial<Font> & { size: number }; alignment: Partial<Alignment> }>
> = {
  title: { font: font("黑体", 16), alignment: align("center") },
  subtitle: { font: font("宋体", 10.5), alignment: align("right") },
  head: { font: font("宋体", 10.5, true), alignment: align("center") },
  text: { font: font("宋体", 10.5), alignment: align("left") },
  centre: { font: font("宋体", 10.5), alignment: align("center") },
  number: { font: font("宋体", 10.5), alignment: align("right") },
  group: { font: font("黑体", 10.5), alignment: align("left") },
  note: { font: font("宋体", 9), alignment: align("left") },
  heading: { font: font("黑体", 10.5), alignment: align("left") },
  paragraph: { font: font("宋体", 10.5), alignment: align("left") },
};

const RULED: readonly CellStyle[] = ["head", "text", "centre", "number", "group"];

/** Points. A column's width counts half-width characters of this size: both measure 7 pixels. */
export const COLUMN_SIZE = 10.5;

export function fontSize(style: CellStyle): number {
  return STYLES[style].font.size;
}

/** Whether the cell is one of a table. */
export function isRuled({ style }: LayoutCell): boolean {
  return RULED.includes(style);
}

/** Which sides of its table a cell stands at. */
export interface Edges {
  top: boolean;
  bottom: boolean;
  left: boolean;
  right: boolean;
}

/** The look of a cell at those edges of its table. */
export type StyleBook = (cell: LayoutCell, edges: Edges) => Partial<Style>;

/**
 * Gives cells that look alike the very same style object: the library recognises a style it has seen by
 * that alone, and spends a third of its time on the others.
 */
export function styleBook(): StyleBook {
  const seen = new Map<string, Partial<Style>>();
  return (cell, edges) => {
    const sides = isRuled(cell) ? edges : null;
    const numFmt = numberFormat(cell);
    const key = JSON.stringify([cell.style, sides, numFmt, cell.entry !== undefined]);
    const known = seen.get(key) ?? cellStyle(cell, sides, numFmt);
    seen.set(key, known);
    return known;
  };
}

function cellStyle({ style, entry }: LayoutCell, edges: Edges | null, numFmt: string | null): Partial<Style> {
  return {
    ...STYLES[style],
    ...(edges && { border: rules(style, edges) }),
    ...(entry && { fill: SHADE, protection: { locked: false } }),
    ...(numFmt !== null && { numFmt }),
  };
}

/** Text that looks like a formula is kept text even when somebody edits it. */
function numberFormat({ number, format, text, entry }: LayoutCell): string | null {
  const formula = looksLikeFormula(text);
  if (number !== null || (entry && !formula)) return format === "" ? "General" : format;
  return formula ? "@" : null;
}

const HEAVY: Partial<Border> = { style: "medium", color: { argb: "FF000000" } };
const RULE: Partial<Border> = { style: "thin", color: { argb: "FF000000" } };
const FAINT: Partial<Border> = { style: "thin", color: { argb: "FFBFBFBF" } };

/** Cells to be filled in: pale enough to write on when printed. */
const SHADE: Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFFAE6" } };

/** Rules at the top, under the head and at the bottom; the sides stay open, as statistical tables have it. */
function rules(style: CellStyle, { top, bottom, left, right }: Edges): Partial<Borders> {
  return {
    ...(top && { top: HEAVY }),
    bottom: bottom ? HEAVY : style === "head" ? RULE : FAINT,
    ...(!left && { left: FAINT }),
    ...(!right && { right: FAINT }),
  };
}
