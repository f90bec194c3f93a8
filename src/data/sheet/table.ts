import type { Cell } from "../../workbook/sheet.js";
import type { Grid } from "./grid.js";
import { headingOf, unreadYear, type Heading, type Role } from "./headings.js";
import { isSignature } from "./signature.js";

export interface Column {
  column: number;
  heading: Heading;
  /** The heading as it stands, for messages. */
  text: string;
}

/** A table found on a sheet: its columns, and the rows beneath its head. */
export interface Table {
  columns: readonly Column[];
  head: { top: number; bottom: number };
  /** Rows beneath the head; repeated heads and the line of signatures are left out. */
  body: readonly number[];
  /** Everything written above the table, and the years that stand over its columns. */
  title: string;
  /** Columns whose heading names a year but says more than is understood. */
  unread: readonly { column: number; text: string }[];
}

/** The head of a table stands in the first rows of a sheet, under at most a few banners. */
const DEEPEST_HEAD = 20;
const TALLEST_HEAD = 3;

/**
 * Finds the table whose head `accepts` recognises, wherever it stands in the first 20 rows: the first
 * row that makes a head, alone or with the rows above it, and the rows beneath that go on with it.
 */
export function findTable(grid: Grid, accepts: (columns: readonly Column[]) => boolean): Table | null {
  for (const bottom of grid.rows.filter((row) => row <= DEEPEST_HEAD)) {
    for (let height = 1; height <= Math.min(TALLEST_HEAD, bottom); height += 1) {
      const top = bottom - height + 1;
      if (accepts(columnsOf(grid, top, bottom))) return tableOf(grid, top, lowestHeadRow(grid, bottom));
    }
  }
  return null;
}

function tableOf(grid: Grid, top: number, bottom: number): Table {
  const columns = columnsOf(grid, top, bottom);
  const known = new Set(columns.map(({ column }) => column));
  const unread = headColumns(grid, top, bottom)
    .filter((column) => !known.has(column))
    .map((column) => ({ column, text: unreadYear(headTexts(grid, top, bottom, column)) }))
    .filter((each): each is { column: number; text: string } => each.text !== null);
  return {
    columns,
    head: { top, bottom },
    body: grid.rows.filter((row) => row > bottom && !isHeadRow(grid, row) && !isSigned(grid, row)),
    title: titleAbove(grid, top, bottom),
    unread,
  };
}

function columnsOf(grid: Grid, top: number, bottom: number): Column[] {
  return headColumns(grid, top, bottom).flatMap((column) => {
    const texts = headTexts(grid, top, bottom, column);
    const heading = headingOf(texts);
    return heading === null ? [] : [{ column, heading, text: texts.join("") }];
  });
}

function headColumns(grid: Grid, top: number, bottom: number): number[] {
  const columns = new Set<number>();
  for (let row = top; row <= bottom; row += 1) for (const column of grid.columns(row)) columns.add(column);
  return [...columns].sort((a, b) => a - b);
}

function headTexts(grid: Grid, top: number, bottom: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = top; row <= bottom; row += 1) texts.push(grid.text(row, column));
  return texts.filter((text, index) => text !== "" && text !== texts[index - 1]);
}

function lowestHeadRow(grid: Grid, bottom: number): number {
  let row = bottom;
  while (row < bottom + TALLEST_HEAD && isHeadRow(grid, row + 1)) row += 1;
  return row;
}

/** A row of headings: at least half of its own cells are, and no number in it but years. */
function isHeadRow(grid: Grid, row: number): boolean {
  const own = grid.own(row);
  if (own.some(isFigure)) return false;
  const recognised = own.filter(({ display }) => headingOf([display]) !== null).length;
  return recognised > 0 && recognised * 2 >= own.length;
}

function isSigned(grid: Grid, row: number): boolean {
  return isSignature(grid.own(row)[0]?.display ?? "");
}

/** A number that is no year's heading. Asked first: it settles the question for most rows of data. */
function isFigure({ content, display }: Cell): boolean {
  return content.type === "number" && !(LIKE_A_YEAR.test(display) && headingOf([display]) !== null);
}

const LIKE_A_YEAR = /(?:19|20)\d\d/u;

function titleAbove(grid: Grid, top: number, bottom: number): string {
  return grid.rows
    .filter((row) => row <= bottom)
    .flatMap((row) => grid.own(row))
    .filter(({ row, display }) => row < top || headingOf([display])?.role === "yearValue")
    .map(({ display }) => display)
    .join(" ");
}

/** The first column with this role; null where the table has none. */
export function columnOf(table: Table, role: Role): number | null {
  return table.columns.find(({ heading }) => heading.role === role)?.column ?? null;
}

/** What one reads in the row's cell of this role, in plain width, for comparing; "" where there is no such column. */
export function textIn(grid: Grid, table: Table, row: number, role: Role): string {
  const column = columnOf(table, role);
  return column === null ? "" : grid.text(row, column);
}

/** What is written in the row's cell of this role, for printing; "" where there is no such column. */
export function proseIn(grid: Grid, table: Table, row: number, role: Role): string {
  const column = columnOf(table, role);
  return column === null ? "" : grid.prose(row, column);
}

/** Whether one of the columns has one of the roles. */
export function hasRole(columns: readonly Column[], ...roles: Role[]): boolean {
  return columns.some(({ heading }) => roles.some((role) => role === heading.role));
}
