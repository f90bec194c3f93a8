import type { Issue } from "../../issues/issue.js";
import type { Sheet } from "../sheet.js";
import { LIMITS, LIST_COLUMNS, meter, refused } from "./guard.js";

/** Sheets of a file, and what is to be said of it. */
export interface SheetsRead {
  sheets: Sheet[];
  issues: Issue[];
  /** The keywords in the file's properties; "" where it has none, or keeps them elsewhere. */
  keywords: string;
}

/** What is told of everything that is kept of a file's sheets, of all of them together. */
export interface SheetCounts {
  cells: (count: number) => void;
  /** Those that stand beyond the columns of a list. */
  beside: (count: number) => void;
  /** Those one sees in cells and comments: one shared text may stand in thousands of them. */
  characters: (count: number) => void;
  merges: (count: number) => void;
  comments: (count: number) => void;
}

/** Counts what a file holds, whatever its format. */
export function sheetCounts(): SheetCounts {
  return {
    cells: limited(LIMITS.cells, "单元格"),
    beside: limited(LIMITS.cellsBeside, `第${LIST_COLUMNS}列以后的单元格`),
    characters: characterMeter(),
    merges: limited(LIMITS.merges, "合并单元格"),
    comments: limited(LIMITS.comments, "批注"),
  };
}

/** Counts characters of texts. */
export function characterMeter(): (characters: number) => void {
  return limited(LIMITS.characters, "单元格中的文字");
}

/** Counts what a workbook can have too many of. */
export function limited(limit: number, what: string): (amount: number) => void {
  return meter(limit, () => refused("workbook/too-many", { what, limit }));
}
