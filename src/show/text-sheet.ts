import type { LayoutCell, SheetLayout } from "../workbook/write/layout.js";

/**
 * A sheet of texts to be read or printed, its heads in view. `widths` are those of the columns, in characters, by
 * their heads; `none` stands in it where there is no row.
 */
export function textSheet(
  name: string,
  widths: Readonly<Record<string, number>>,
  rows: readonly (readonly string[])[],
  none: string,
): SheetLayout {
  const heads = Object.keys(widths);
  const lines = rows.length === 0 ? [heads.map((_, at) => (at === 0 ? none : ""))] : rows;
  const cells = [
    heads.map((head) => cell(head, "head")),
    ...lines.map((line) => line.map((text) => cell(text, "text"))),
  ];
  return {
    name,
    widths: Object.values(widths),
    rows: cells.map((row) => ({ height: null, cells: row })),
    merges: [],
    frozen: { rows: 1, columns: 0 },
    print: { landscape: true, repeatRows: { first: 1, last: 1 }, footer: "" },
  };
}

export function cell(text: string, style: LayoutCell["style"]): LayoutCell {
  return { text, number: null, format: "", style };
}
