import type { ColumnLayout, HeadCell, TableCell, TableRow } from "../model.js";
import type { UnnumberedTable } from "../numbering/unnumbered.js";
import { textCell } from "./cells.js";
import { largest } from "../../terms/long-lists.js";

/** A column of a table: what heads it, how wide it is, how its cells stand and what stands in it for a row. */
export interface Column<Row> {
  /** One head, or several from the top down: 2025年 over 男. Neighbours share the upper heads they have in common. */
  head: string | readonly string[];
  /** Relative to the other columns. */
  width: number;
  align: ColumnLayout["align"];
  /** A text alone is a cell with neither figure nor mark. `index` is the row's place in the table from 0. */
  cell: (row: Row, index: number) => TableCell | string;
}

/** Rows below a line of their own over the whole width. */
export interface RowGroup<Row> {
  heading: string;
  /** The heading's mark: red, orange …; none where it is absent. */
  mark?: string;
  rows: readonly Row[];
}

/** What the table is called, and what stands above and below it. */
export type TableFacts = Pick<UnnumberedTable, "id" | "title"> &
  Partial<Pick<UnnumberedTable, "unit" | "notes" | "source">>;

export function tableOf<Row>(
  facts: TableFacts,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): UnnumberedTable {
  return laidOut(
    facts,
    columns,
    rows.map((row, index) => rowOf(columns, row, index)),
  );
}

/** A table in groups; rows are counted on from group to group. */
export function groupedTableOf<Row>(
  facts: TableFacts,
  columns: readonly Column<Row>[],
  groups: readonly RowGroup<Row>[],
): UnnumberedTable {
  const lines = groups.flatMap(({ heading, mark, rows }, at) => {
    const above = groups.slice(0, at).reduce((sum, group) => sum + group.rows.length, 0);
    return [
      groupLine(heading, columns.length, mark),
      ...rows.map((row, index) => rowOf(columns, row, above + index)),
    ];
  });
  return laidOut(facts, columns, lines);
}

/** Widths are shares of the whole. */
function laidOut<Row>(facts: TableFacts, columns: readonly Column<Row>[], rows: TableRow[]): UnnumberedTable {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return {
    unit: "",
    notes: [],
    source: "",
    ...facts,
    head: headRows(columns.map(({ head }) => (typeof head === "string" ? [head] : head))),
    columns: columns.map(({ align, width }) => ({ align, width: `${((width * 100) / total).toFixed(2)}%` })),
    rows,
  };
}

function rowOf<Row>(columns: readonly Column<Row>[], row: Row, index: number): TableRow {
  const cells = columns.map(({ cell }) => cell(row, index));
  return { group: false, cells: cells.map((each) => (typeof each === "string" ? textCell(each) : each)) };
}

function groupLine(heading: string, columns: number, mark = ""): TableRow {
  return { group: true, cells: [{ ...textCell(heading, mark), colspan: String(columns) }] };
}

/** The heads of one column from the top down. */
type Heads = readonly string[];

/** A head over several columns stands once; the lowest head of a column reaches down to the rows. */
function headRows(heads: readonly Heads[]): HeadCell[][] {
  const depth = largest(heads.map(({ length }) => length));
  return Array.from({ length: depth }, (_, level) =>
    heads.flatMap((own, at) => {
      if (level >= own.length || isShared(heads[at - 1], own, level)) return [];
      const others = heads.slice(at + 1);
      const end = others.findIndex((other, after) => !isShared(others[after - 1] ?? own, other, level));
      return {
        text: own[level] ?? "",
        colspan: String(1 + (end < 0 ? others.length : end)),
        rowspan: String(level === own.length - 1 ? depth - level : 1),
      };
    }),
  );
}

/** Whether two neighbours stand below one head at this level: never at the lowest, which names the column. */
function isShared(left: Heads | undefined, right: Heads, level: number): boolean {
  if (left === undefined || level >= Math.min(left.length, right.length) - 1) return false;
  return right.slice(0, level + 1).every((head, at) => head === left[at]);
}
