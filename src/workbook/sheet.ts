/** What a cell holds, before anybody decides what it means. */
export type Content =
  | { type: "number"; value: number }
  | { type: "text"; text: string }
  | { type: "boolean"; value: boolean }
  /** A date or time of day: `serial` is Excel's own number (a typed 2:3 is 0.0854…). */
  | { type: "date"; serial: number }
  /** An error value such as #DIV/0!. */
  | { type: "error"; code: string }
  /** A formula without a cached result. */
  | { type: "uncalculated" };

/** A cell that holds something; empty cells are not listed. */
export interface Cell {
  /** "F7" */
  address: string;
  /** 1-based. */
  row: number;
  /** 1-based. */
  column: number;
  content: Content;
  /** Excel number format, "General" where there is none. */
  format: string;
  /** The content is what a formula left behind when the file was saved. */
  fromFormula: boolean;
  /** What stood in the cell, for messages: the typed text, "94.12%" for a percent format, "#DIV/0!". */
  display: string;
}

/** A merged block, 1-based and inclusive. Only its top left cell is listed among the cells. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface SheetRow {
  row: number;
  /** In column order. */
  cells: readonly Cell[];
}

/** A sheet of addressed cells, sparse: rows and cells in order, nothing for empty ones. */
export interface Sheet {
  name: string;
  hidden: boolean;
  rows: readonly SheetRow[];
  merges: readonly Merge[];
}
