import type { Alignment, Border, Borders, Font, Style } from "exceljs";
import type { CellStyle, LayoutCell } from "./layout.js";
import { looksLikeFormula } from "./write-text.js";

/** GB 2312, so that a program without the font picks another Chinese one. */
const CHINESE = 134;

function font(name: string, size: number, bold = false): Partial<Font> {
  return { name, size, bold, charset: CHINESE };
}

function align(horizontal: "left" | "center" | "right", wrapText = true): Partial<Alignment> {
  return { horizontal, vertical: "middle", wrapText };
}

const RULE: Partial<Border> = { style: "thin", color: { argb: "FF000000" } };
const FAINT: Partial<Border> = { style: "thin", color: { argb: "FFBFBFBF" } };
const HEAD_RULES: Partial<Borders> = { top: RULE, bottom: RULE, left: FAINT, right: FAINT };
const CELL_RULES: Partial<Borders> = { top: FAINT, bottom: FAINT, left: FAINT, right: FAINT };

/** 黑体 and 宋体 are on every machine that has Office or WPS; 10.5 points are 五号, 16 are 三号. */
const STYLES: Readonly<Record<CellStyle, Partial<Style>>> = {
  title: { font: font("黑体", 16), alignment: align("center") },
  subtitle: { font: font("宋体", 10.5), alignment: align("right") },
  head: { font: font("宋体", 10.5, true), alignment: align("center"), border: HEAD_RULES },
  text: { font: font("宋体", 10.5), alignment: align("left"), border: CELL_RULES },
  centre: { font: font("宋体", 10.5), alignment: align("center"), border: CELL_RULES },
  number: { font: font("宋体", 10.5), alignment: align("right", false), border: CELL_RULES },
  group: { font: font("黑体", 10.5), alignment: align("left"), border: CELL_RULES },
  note: { font: font("宋体", 9), alignment: align("left") },
};

/** The look of a cell. Text that looks like a formula is kept text even when somebody edits it. */
export function cellStyle({ style, number, format, text }: LayoutCell): Partial<Style> {
  if (number !== null) return { ...STYLES[style], numFmt: format === "" ? "General" : format };
  return looksLikeFormula(text) ? { ...STYLES[style], numFmt: "@" } : STYLES[style];
}
