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
  /** Only cells with an `entry` can be changed until somebody lifts the protection; it has no password. */
  protected?: boolean;
  /** Rows and columns that are there and not shown, 1-based. */
  hidden?: { rows: readonly number[]; columns: readonly number[] };
}

export interface LayoutRow {
  /** Points; null for what the texts of the row need. */
  height: number | null;
  cells: readonly LayoutCell[];
}

/**
 * What a cell people fill in takes. `prompt` is shown while the cell is chosen, "" for none; `refusal` is
 * told to whoever types what the rule forbids.
 */
export interface CellEntry {
  /** null: anything. */
  rule: CellRule | null;
  prompt: string;
  refusal: string;
}

/** Bounds are decimals as text and inclusive; null for none. */
export type CellRule =
  | { type: "decimal" | "whole"; min: string; max: string | null }
  | { type: "list"; choices: readonly string[] }
  /** Two numbers above 0 with a colon between them: 2:3 or 1：1.6, kept as text. */
  | { type: "ratio" }
  /** A number from 0 that is not above, or not below, the one in the cell at `address`, if there is one. */
  | { type: "notAbove" | "notBelow"; address: string };

/** `number` is a decimal as text ("94.12") and wins over `text`; `text` is written as text, never as a formula. */
export interface LayoutCell {
  text: string;
  number: string | null;
  /** Excel number format for numbers, e.g. "0.00"; "" for none. */
  format: string;
  style: CellStyle;
  /** Makes it a cell to be filled in: shaded, and open where the sheet is protected. */
  entry?: CellEntry;
  /** A note that shows when the cell is pointed at; it is not printed. */
  comment?: string;
}

/** `head` to `group` are cells of a table and ruled; the others stand above, below or without one. */
export type CellStyle =
  | "title"
  | "subtitle"
  | "head"
  | "text"
  | "centre"
  | "number"
  | "group"
  | "note"
  | "heading"
  | "paragraph";
