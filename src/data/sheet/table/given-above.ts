import type { Grid } from "../grid.js";
import type { Table } from "./table.js";

/** Tables are asked row by row. */
const KNOWN = new WeakMap<Grid, Map<string, ReadonlyMap<number, string>>>();

/**
 * What a blank cell of a column repeats, as people write a year or a place once and leave the rows beneath it blank;
 * "" where the column's first row is blank: then blank says nothing, or that nothing is to be said.
 */
export function givenAbove(
  { grid, table }: { grid: Grid; table: Table },
  column: number,
): (row: number) => string {
  const columns = KNOWN.get(grid) ?? new Map<string, ReadonlyMap<number, string>>();
  KNOWN.set(grid, columns);
  const key = `${column} ${table.head.bottom}`;
  const texts = columns.get(key) ?? repeated(grid, table.body, column);
  columns.set(key, texts);
  return (row) => texts.get(row) ?? "";
}

function repeated(grid: Grid, rows: readonly number[], column: number): Map<number, string> {
  const texts = new Map<number, string>();
  let above = "";
  for (const row of rows) {
    const text = grid.text(row, column);
    if (text === "" && above === "" && grid.own(row).length > 1) break;
    if (text !== "") above = text;
    else texts.set(row, above);
  }
  return texts;
}
