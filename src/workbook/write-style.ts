import type { Alignment, Border, Borders, Fill, Font, Style } from "exceljs";
import type { CellStyle, LayoutCell } from "./layout.js";
import { looksLikeFormula } from "./write-text.js";

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

/** The look of a cell. Text that looks like a formula is kept text even when somebody edits it. */
export function cellStyle(cell: LayoutCell, edges: Edges): Partial<Style> {
  const { style, number, format, text, entry } = cell;
  const look = {
    ...STYLES[style],
    ...(isRuled(cell) && { border: rules(style, edges) }),
    ...(entry && { fill: SHADE, protection: { locked: false } }),
  };
  if (entry && !looksLikeFormula(text)) return { ...look, numFmt: format === "" ? "General" : format };
  if (number !== null) return { ...look, numFmt: format === "" ? "General" : format };
  return looksLikeFormula(text) ? { ...look, numFmt: "@" } : look;
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
