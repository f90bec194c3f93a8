/** What a cell holds, before anybody decides what it means. */
export type Content =
  | { type: "number"; value: number }
  | { type: "text"; text: string }
  | { type: "boolean"; value: boolean }
  /**
   * A date or time: `serial` is Excel's own number (a typed 2:3 is 0.0854…), counted from 1900. `clock`: the
   * cell shows no day, only a time of day or hours in all.
   */
  | { type: "date"; serial: number; clock: boolean }
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
  /** The content is what this formula left behind when the file was saved; null where it was typed. */
  formula: Formula | null;
  /**
   * What one sees in the cell: the typed text, "94.12%" for a percent format, "#DIV/0!"; of a number that is
   * shown as it is, every digit.
   */
  display: string;
  /** How the number format comes to show that. */
  shown: Shown;
  /** What is struck out in the cell, which `content` and `display` leave out unless it is all there is. */
  struck: { text: string; whole: boolean } | null;
}

/** A formula, as it stands in the cell for which it was written: others may share it, each with cells as far from itself. */
export interface Formula {
  row: number;
  column: number;
  /** Without the sign in front: ROUND(B2/C2*100,2). A long one ends in …; "" where the file does not say it in words. */
  text: string;
}

/** What a number format makes of the figure it shows. */
export interface Shown {
  /** It shows the value times ten to this power: 2 for 0.00%, -4 for 0\.0,"万". */
  power: number;
  /** What it writes beside the figure: "%", "万"; "约…" where it stands before it. "" for nothing. */
  words: string;
  /** Nothing of the figure is seen: ;;; or a section that is words alone. */
  hidden: boolean;
}

/** A stretch of rows or columns, 1-based and inclusive. */
export interface Span {
  from: number;
  to: number;
}

/** A cell that is not among the rows, though its figure stands in the file; a finding tells of all but the first. */
export interface LeftOut {
  /** Covered by a merged block, far outside any table, or in a line of a CSV file that does not come out even. */
  why: "covered" | "stray" | "uneven";
  cell: Cell;
}

/** A merged block, 1-based and inclusive. Only its top left cell is listed among the cells. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What somebody noted on a cell, beside what it holds. */
export interface CellComment {
  /** "F7" */
  address: string;
  text: string;
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
  /** Rows and columns a person does not see: hidden ones, and rows that a filter hides. */
  hiddenRows: readonly Span[];
  hiddenColumns: readonly Span[];
  leftOut: readonly LeftOut[];
  /** None in a CSV. */
  comments: readonly CellComment[];
}
