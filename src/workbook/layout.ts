/** A sheet to be written: plain data, no library in sight. */
export interface SheetLayout {
  /** As it should read; the writer makes a name of it that Excel accepts. */
  name: string;
  /** Column widths in characters. */
  widths: readonly number[];
  rows: readonly LayoutRow[];
  /** 1-based and inclusive. */
  merges: readonly { top: number; left: number; bottom: number; right: number }[];
  /** Rows (from the top) and columns (from the left) that stay in view. */
  frozen: { rows: number; columns: number };
  /**
   * `repeatRows` are 1-based. `footer` is plain text at the left of the page's foot; the page number is
   * added by itself.
   */
  print: { landscape: boolean; repeatRows: { first: number; last: number } | null; footer: string };
}

export interface LayoutRow {
  /** Points; null for what the texts of the row need. */
  height: number | null;
  cells: readonly LayoutCell[];
}

/** `number` is a decimal as text ("94.12") and wins over `text`; `text` is written as text, never as a formula. */
export interface LayoutCell {
  text: string;
  number: string | null;
  /** Excel number format for numbers, e.g. "0.00"; "" for none. */
  format: string;
  style: CellStyle;
}

/** `head` to `group` are cells of a table and ruled; the others stand above, below or without one. */
export type CellStyle =
  "title" | "subtitle" | "head" | "text" | "centre" | "number" | "group" | "note" | "heading" | "paragraph";
