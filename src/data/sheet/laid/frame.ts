import type { Cell, Sheet } from "../../../workbook/sheet.js";
import { largest } from "../../../terms/long-lists.js";
import type { Grid } from "../grid.js";
import { GROUP_ROLES, type Role } from "../head/words.js";
import { isDashed, tightText } from "../normalise.js";

/** Columns that say whose figures a row has. */
export const TELLING: ReadonlySet<unknown> = new Set<Role>(["year", "period", "region", ...GROUP_ROLES]);

/** The first column behind all that a sheet holds: there stands what a table is laid out with besides. */
export function behindAll(grid: Grid): number {
  return largest(grid.rows.flatMap((row) => grid.own(row).map(({ column }) => column))) + 1;
}

/** The outline of a table that no head of ours makes one: rows of figures with a label each, under rows of words. */
export interface Frame {
  /** What stands above it. */
  title: string;
  head: readonly number[];
  /** The column of the labels, and those of the figures. */
  side: number;
  columns: readonly number[];
  /** The columns of words beside those: 责任单位, 备注. */
  beside: readonly number[];
  rows: readonly number[];
}

const TALLEST_HEAD = 3;
/** More is a list, and no table of a few things by a few years. */
const MOST = { rows: 60, columns: 60 };

/**
 * Finds the first such table of a sheet; null where a row is hidden or merged with another, and nobody knows what is beside
 * what, or where words stand in a column that `mayHoldWords` does not know by what heads it.
 */
export function frameIn(sheet: Sheet, grid: Grid, mayHoldWords: (heading: string) => boolean): Frame | null {
  const first = grid.rows.find((row) => isOfFigures(grid, row));
  if (first === undefined || sheet.hiddenRows.length + sheet.hiddenColumns.length > 0) return null;
  const side = sideOf(grid.own(first));
  const from = grid.rows.indexOf(first);
  const below = grid.rows.slice(from, from + MOST.rows + 1);
  const end = below.findIndex((row) => grid.cell(row, side) === null || !isOfFigures(grid, row));
  const rows = end < 0 ? below : below.slice(0, end);
  const above = grid.rows.slice(0, from);
  const head = above.filter((row) => grid.own(row).some(({ column }) => column > side)).slice(-TALLEST_HEAD);
  const columns = new Set(
    rows.flatMap((row) => grid.own(row).flatMap(({ column }) => (column > side ? [column] : []))),
  );
  const isMerged = sheet.merges.some(({ bottom, top }) => bottom >= first && top <= (rows.at(-1) ?? first));
  const worded = new Set(
    rows.flatMap((row) =>
      grid.own(row).flatMap((cell) => (cell.column > side && isWord(cell) ? cell.column : [])),
    ),
  );
  const beside = [...worded].filter((column) => head.some((row) => mayHoldWords(grid.text(row, column))));
  if (
    beside.length < worded.size ||
    rows.length > MOST.rows ||
    columns.size > MOST.columns ||
    head.length === 0 ||
    isMerged
  )
    return null;
  const titles = above.filter((row) => !head.includes(row)).flatMap((row) => grid.own(row));
  return {
    title: titles.at(-1)?.display ?? "",
    head,
    side,
    columns: [...columns].filter((column) => !worded.has(column)).sort((a, b) => a - b),
    beside,
    rows,
  };
}

/** A label, and a number behind it that is no year. */
function isOfFigures(grid: Grid, row: number): boolean {
  const own = grid.own(row);
  const side = sideOf(own);
  return (
    side > 0 && own.some((cell) => cell.column > side && cell.content.type === "number" && !isYear(cell))
  );
}

/** The first cell with words or a year; 1, 2 before it number the rows. */
function sideOf(cells: readonly Cell[]): number {
  const [first, second] = cells;
  const isLabel = (cell: Cell | undefined) =>
    cell !== undefined && (cell.content.type === "text" || isYear(cell));
  if (isLabel(first)) return first!.column;
  return isLabel(second) && first?.content.type === "number" ? second!.column : 0;
}

/** 松溉镇 in a second column says whose the row is, and ‰ in what it is told. */
function isWord({ content, display }: Cell): boolean {
  return content.type === "text" && !/\d/u.test(display) && !isDashed(tightText(display));
}

function isYear({ content, display }: Cell): boolean {
  return content.type === "number" && /^20\d\d$/u.test(display);
}
