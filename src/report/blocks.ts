import type { Decimal } from "../terms/decimal.js";
import type { Block, Chart, Column, HeadCell, Prose, Table, TableCell, TableRow } from "./model.js";
import { MISSING, plain, shown, signed, type Scale } from "./words/number.js";
import { chineseNumber } from "./words/wording.js";

export function paragraph(text: string, heading = ""): Block {
  return { paragraphs: [{ heading, text }], tables: [], charts: [], prose: [] };
}

/** The number before a heading: （一） at the first level below a chapter, 1. at the second. */
export type HeadingNumber = (n: number) => string;

export const bracketed: HeadingNumber = (n) => `（${chineseNumber(n)}）`;
export const dotted: HeadingNumber = (n) => `${n}.`;

/** Paragraphs headed （一）…。（二）…。 in order; those without text are left out before they are counted. */
export function headedParagraphs(
  items: readonly { heading: string; text: string }[],
  number: HeadingNumber = bracketed,
): Block[] {
  return items
    .filter(({ text }) => text !== "")
    .map(({ heading, text }, index) => paragraph(text, `${number(index + 1)}${heading}。`));
}

export function tableBlock(table: Table): Block {
  return { paragraphs: [], tables: [table], charts: [], prose: [] };
}

export function proseBlock(prose: Prose): Block {
  return { paragraphs: [], tables: [], charts: [], prose: [prose] };
}

export function chartBlock(chart: Chart): Block {
  return { paragraphs: [], tables: [], charts: [chart], prose: [] };
}

/**
 * Text with its charts in between, one after each paragraph and each before some text: a chart that does
 * not fit on its page moves to the next one, and the text behind it fills the page. Charts that outnumber
 * the text follow the opening.
 */
export function illustrated(text: readonly Block[], charts: readonly Block[]): Block[] {
  const ahead = Math.max(charts.length - Math.max(text.length - 2, 0), 1);
  const groups = [charts.slice(0, ahead), ...charts.slice(ahead).map((chart) => [chart])];
  return text.flatMap((block, index) => [block, ...(groups[index] ?? [])]);
}

/** One column of a table: its head, its share of the width and how its cells stand. */
export interface ColumnPlan {
  head: string;
  /** Relative to the other columns. */
  weight: number;
  align: Column["align"];
}

/** A table with one row of heads; widths are shares of the whole. */
export function tableOf(
  facts: Pick<Table, "title"> & Partial<Pick<Table, "number" | "unit" | "notes" | "source">>,
  columns: readonly ColumnPlan[],
  rows: TableRow[],
): Table {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  return {
    number: "",
    unit: "",
    notes: [],
    source: "",
    ...facts,
    head: [columns.map(({ head }) => headCell(head))],
    columns: columns.map(({ align, weight }) => ({
      align,
      width: `${((weight * 100) / total).toFixed(2)}%`,
    })),
    rows,
  };
}

function headCell(text: string): HeadCell {
  return { text, colspan: "1", rowspan: "1" };
}

export function textCell(text: string, mark = ""): TableCell {
  return { text, number: "", decimals: "", colspan: "1", mark };
}

/** The shown figure, with the exact one beside it for the spreadsheet; 缺 where there is none. */
export function figureCell(scale: Scale, value: Decimal | null | undefined): TableCell {
  if (value == null) return textCell(MISSING, "noData");
  // 1：1.6 is text for a reader and stays text in a spreadsheet.
  if (scale.ratio) return textCell(plain(scale, value));
  return { ...textCell(plain(scale, value)), number: value.toFixed(), decimals: String(scale.decimals) };
}

/** The difference of two shown figures with its sign, so that a reader can re-add it. */
export function differenceCell(scale: Scale, from: Decimal, to: Decimal): TableCell {
  const difference = shown(scale, to).minus(shown(scale, from));
  return {
    ...textCell(signed(difference, scale.decimals)),
    number: difference.toFixed(),
    decimals: String(scale.decimals),
  };
}

export function bodyRow(cells: TableCell[]): TableRow {
  return { group: false, cells };
}

export function groupRow(text: string, columns: number, mark = ""): TableRow {
  return { group: true, cells: [{ ...textCell(text, mark), colspan: String(columns) }] };
}
