import type { Issue } from "../../issues/issue.js";
import type { Sheet } from "../sheet.js";
import { LIMITS, meter, refused } from "./guard.js";

/** Sheets of a file, and what is to be said of it. */
export interface SheetsRead {
  sheets: Sheet[];
  issues: Issue[];
  /** The keywords in the file's properties; "" where it has none, or keeps them elsewhere. */
  keywords: string;
}

/** Counts the cells of a file, whatever its format. */
export function cellMeter(): (cells: number) => void {
  return meter(LIMITS.cells, () => refused("workbook/too-many", { what: "单元格", limit: LIMITS.cells }));
}

/** Counts the characters of a file's cells: one shared text may stand in thousands of them. */
export function textMeter(): (characters: number) => void {
  return meter(LIMITS.characters, () =>
    refused("workbook/too-many", { what: "单元格中的文字", limit: LIMITS.characters }),
  );
}
