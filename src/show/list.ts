import { stringify } from "csv-stringify/sync";
import { pad } from "../terminal/columns.js";
import { displayWidth } from "../terminal/display-width.js";
import { largest } from "../terms/long-lists.js";

/** A column of a list, on a terminal or in a file: what heads it and what stands in it for a row. */
export interface ListColumn<Row> {
  head: string;
  cell: (row: Row) => string | number;
}

export interface AlignedColumn<Row> extends ListColumn<Row> {
  align: "left" | "right";
}

/** A list on a terminal: its head and a line a row, each column as wide as its widest text. */
export function listed<Row>(
  columns: readonly AlignedColumn<Row>[],
  rows: readonly Row[],
): { head: string; lines: readonly string[] } {
  const padded = columns.map(({ head, align, cell }) => {
    const texts = [head, ...rows.map((row) => String(cell(row)))];
    const width = largest(texts.map((text) => displayWidth(text)));
    return texts.map((text) => pad(text, width, align));
  });
  const lineAt = (at: number) =>
    padded
      .map((texts) => texts[at] ?? "")
      .join("  ")
      .trimEnd();
  return { head: lineAt(0), lines: rows.map((_, at) => lineAt(at + 1)) };
}

/**
 * A list that Excel opens on a double click: UTF-8 with BOM, CRLF. Text that a spreadsheet would take for a
 * formula is disarmed with a leading apostrophe.
 */
export function csvOf<Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map(({ cell }) => String(cell(row))));
  const head = columns.map((column) => column.head);
  return stringify([head, ...lines], { bom: true, escape_formulas: true, record_delimiter: "windows" });
}
