import type { SheetContext } from "../reading.js";
import type { Line } from "./lines.js";

/** The columns of the table, or right of it, that nothing heads. */
export function unheadedColumns(
  { table, grid }: SheetContext,
  lines: readonly Pick<Line, "row">[],
): number[] {
  const headed = new Set([...grid.columns(table.head.bottom), ...table.columns.map(({ column }) => column)]);
  const next = [...headed].filter((column) => column > table.to);
  const end = next.reduce((least, column) => Math.min(least, column), Infinity);
  const found = new Set<number>();
  for (const { row } of lines) {
    for (const { column } of grid.own(row)) if (!headed.has(column)) found.add(column);
  }
  return [...found].filter((column) => column >= table.from && column < end);
}
