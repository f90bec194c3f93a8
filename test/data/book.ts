import { NO_MANIFEST } from "../../src/data/dataset.js";
import { datasetOf } from "../../src/data/settle/dataset-of.js";
import type { Plan } from "../../src/plan/plan.js";
import { cellAddress } from "../../src/workbook/address.js";
import type { WorkbookContent } from "../../src/workbook/read/read.js";
import { children, women } from "../plan/shipped.js";
import type { Cell, Content, Merge, Sheet, Shown } from "../../src/workbook/sheet.js";

/** What a test writes for a cell: a number, a text, null for empty, or one of the makers below. */
export type Written = number | string | null | Made;
type Made = Omit<Cell, "address" | "row" | "column">;

export const AS_IT_IS: Shown = { power: 0, words: "", hidden: false };

export function made(content: Content, display: string, more: Partial<Made> = {}): Made {
  return { content, display, formula: null, shown: AS_IT_IS, struck: null, ...more };
}

/** 0.9412 in a percent format. */
export function percent(value: number, display = `${value * 100}%`): Made {
  return made({ type: "number", value }, display, { shown: { power: 2, words: "%", hidden: false } });
}

/** A 2:3 that Excel turned into the time 02:03. */
export function time(hours: number, minutes: number): Made {
  const serial = (hours * 60 + minutes) / 1440;
  return made({ type: "date", serial, clock: true }, `${hours}:0${minutes}`);
}

export const aDate = made({ type: "date", serial: 45991, clock: false }, "2025/12/1");
export const anError = made({ type: "error", code: "#DIV/0!" }, "#DIV/0!");
export const anUncalculated = made({ type: "uncalculated" }, "", {
  formula: { row: 0, column: 0, text: "" },
});
export const aTruth = made({ type: "boolean", value: true }, "TRUE");

/** `text`: the formula without the sign in front, written for the cell where it stands. */
export function formula(value: number, text = ""): Made {
  return made({ type: "number", value }, String(value), { formula: { row: 0, column: 0, text } });
}

export function cellOf(written: Written, row = 1, column = 1): Cell | null {
  if (written === null) return null;
  const at = { address: cellAddress(row, column), row, column };
  if (typeof written === "object") {
    const { formula: own } = written;
    return { ...at, ...written, formula: own?.row === 0 ? { ...own, row, column } : own };
  }
  const content: Content =
    typeof written === "number" ? { type: "number", value: written } : { type: "text", text: written };
  return { ...at, ...made(content, String(written)) };
}

/** A sheet from rows of cells, the first row being row 1. */
export function sheet(
  name: string,
  rows: readonly (readonly Written[])[],
  more: { merges?: readonly Merge[]; hidden?: boolean; comments?: Sheet["comments"] } = {},
): Sheet {
  return {
    name,
    hidden: more.hidden ?? false,
    merges: more.merges ?? [],
    ...{ hiddenRows: [], hiddenColumns: [], leftOut: [], comments: more.comments ?? [] },
    rows: rows.map((cells, index) => ({
      row: index + 1,
      cells: cells.flatMap((written, at) => cellOf(written, index + 1, at + 1) ?? []),
    })),
  };
}

export function book(name: string, ...sheets: readonly Sheet[]): WorkbookContent {
  return { name, bytes: 1, sha256: "0", sheets, keywords: "", issues: [] };
}

export { children, women };
export const plans: readonly Plan[] = [women, children];

/** The data set and findings of some workbooks, read for both plans. */
export function read(...files: readonly WorkbookContent[]): ReturnType<typeof datasetOf> {
  return datasetOf(files, NO_MANIFEST, plans);
}

/** The values of one indicator, "2024:94.1 2025:94.3". */
export function valuesOf({ dataset }: ReturnType<typeof datasetOf>, id: string): string {
  return (dataset.series[id] ?? []).map(({ year, value }) => `${year}:${value.toString()}`).join(" ");
}

/** The codes of the findings and where each stands, "data/date F7". */
export function codesOf({ issues }: Pick<ReturnType<typeof datasetOf>, "issues">): string[] {
  return issues.map(({ code, where }) => `${code} ${where?.cell ?? ""}`.trim());
}
