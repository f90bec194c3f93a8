import type { Cell } from "../../../workbook/sheet.js";
import type { Grid } from "../grid.js";
import type { Heading } from "../head/token.js";
import { plainText, withoutNoteMarks } from "../normalise.js";
import type { Band, Column } from "./columns.js";

/** A table found on a sheet: its columns, and the rows beneath its head. */
export interface Table {
  columns: readonly Column[];
  head: Band;
  /** Its first and last column; tables may stand side by side. */
  from: number;
  to: number;
  /** Rows beneath the head; the line of signatures is left out. */
  body: readonly number[];
  /** The years that lines between the rows say: 2024年 over those of 2024. Empty where they say none. */
  years: ReadonlyMap<number, number>;
  /** Headed by a row within another table: what is told of it needs a place. */
  isPart: boolean;
  /** What is written above the table. */
  above: readonly Cell[];
  /** The same in one text, a line a cell. */
  title: string;
}

/** Columns by what they hold. */
type Held = Heading["role"];

/** A table with other headings over some of its columns, by column. */
export function withHeadings(table: Table, headings: ReadonlyMap<number, Heading>): Table {
  const columns = table.columns.map((each) => ({
    ...each,
    heading: headings.get(each.column) ?? each.heading,
  }));
  return { ...table, columns };
}

/** The first column with this role; null where the table has none. */
export function columnOf(table: Table, role: Held): number | null {
  let byRole = BY_ROLE.get(table.columns);
  if (byRole === undefined) {
    byRole = new Map([...table.columns].reverse().map(({ column, heading }) => [heading.role, column]));
    BY_ROLE.set(table.columns, byRole);
  }
  return byRole.get(role) ?? null;
}

/** The first column of each role: it is asked several times at every figure. */
const BY_ROLE = new WeakMap<Table["columns"], Map<Column["heading"]["role"], number>>();

/** What one reads in the row's cell of this role, in plain width, for comparing; "" where there is no such column. */
export function textIn(grid: Grid, table: Table, row: number, role: Held): string {
  const column = columnOf(table, role);
  if (column === null) return "";
  return NAMES.has(role) ? nameAt(grid, row, column) : grid.text(row, column);
}

const NAMES: ReadonlySet<Held> = new Set<Held>([
  "code",
  "name",
  "projectCode",
  "projectName",
  "measureCode",
  "measureName",
]);

/** The name in a row's cell, in plain width, without the marks of notes: 孕产妇系统管理率① and 大安街道*. */
export function nameAt(grid: Grid, row: number, column: number): string {
  return plainText(withoutNoteMarks(grid.shown(row, column)?.display ?? ""));
}

/** What is written in the row's cell of this role, for printing; "" where there is no such column. */
export function proseIn(grid: Grid, table: Table, row: number, role: Held): string {
  const column = columnOf(table, role);
  return column === null ? "" : grid.prose(row, column);
}

/** The years that columns of figures name, from left to right. */
export function yearsOver(columns: readonly Pick<Column, "heading">[]): number[] {
  return columns.flatMap(({ heading: { role, year } }) => (role === "yearValue" ? (year ?? []) : []));
}

/** Whether one of the columns has one of the roles. */
export function hasRole(columns: readonly Column[], ...roles: Held[]): boolean {
  return columns.some(({ heading }) => roles.includes(heading.role));
}
