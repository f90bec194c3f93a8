import { stringify } from "csv-stringify/sync";

/** A column of a list, on a terminal or in a file: what heads it and what stands in it for a row. */
export interface ListColumn<Row> {
  head: string;
  cell: (row: Row) => string | number;
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
