import { issue, type Issue } from "../../issues/issue.js";
import { producedAs } from "../../workbook/produced.js";
import type { WorkbookContent } from "../../workbook/read/read.js";
import type { Sheet } from "../../workbook/sheet.js";
import type { Catalogue } from "../catalogue.js";
import { LEDGER_HEADS } from "../ledger/columns.js";
import { figuresOn } from "../coverage/figures.js";
import { readSheets } from "../sheet/read-sheet.js";
import { toldByColumn } from "./by-column.js";
import { onlyIssues, type Reading } from "../sheet/reading.js";

/** What one workbook gave; its sheets, which take far more memory, are needed no more. */
export interface WorkbookReading {
  file: Omit<WorkbookContent, "sheets" | "keywords">;
  /** It is a report of ours or a copy of the ledger, of which no figure is read. */
  isProduced: boolean;
  sheets: readonly SheetFigures[];
  reading: Reading;
  /** The latest year it has a figure for; 0 where it has none. */
  formYear: number;
}

/** Where the figures of a sheet stand, whatever became of them. */
export interface SheetFigures {
  name: string;
  /** "F7" */
  cells: readonly string[];
}

/** Reads a workbook's sheets. */
export function workbookReading(
  { sheets, keywords, ...file }: WorkbookContent,
  catalogue: Catalogue,
): WorkbookReading {
  const ours = ownIssue(file.name, sheets, keywords);
  const read = ours === null ? readSheets(file.name, sheets, catalogue) : onlyIssues([ours]);
  const reading = { ...read, issues: toldByColumn(read.issues) };
  const dated = [...reading.observations, ...reading.groups];
  return {
    file,
    isProduced: ours !== null,
    sheets: sheets.map((sheet) => ({ name: sheet.name, cells: figureCells(sheet) })),
    reading,
    formYear: dated.reduce((latest, { year }) => Math.max(latest, year), 0),
  };
}

/** What is told of a file that this program wrote, and that is no source; null for everybody else's. */
function ownIssue(file: string, sheets: readonly Sheet[], keywords: string): Issue | null {
  const what = producedAs(keywords) ?? producedBefore(sheets);
  if (what !== null) return issue("workbook/produced", { file }, { what });
  return sheets.some(isLedger) ? issue("ledger/copy", { file }, { csv: /\.csv$/iu.test(file) }) : null;
}

/** A ledger under another name, or saved as a workbook: known by a head that nobody types. */
function isLedger({ rows }: Sheet): boolean {
  const head = new Set(rows[0]?.cells.map(({ display }) => display.trim()));
  return LEDGER_HEADS.single.every((name) => head.has(name));
}

/** Its reader falls over the same sheet, and that is told there. */
function figureCells(sheet: Sheet): string[] {
  try {
    return figuresOn(sheet).map(({ address }) => address);
  } catch {
    return [];
  }
}

/** Tables of the reports of version 0.1.0, which left no mark; a name is cut at 31 characters. */
const TABLES =
  /^附?表\d+(?:-\d+)? .*(?:主要指标\d{4}年监测|主要指标(?:规划期|实施期)始末|重点项目\d{4}年进展|监测预警清单|\d{4}年缺项清单|核查发现的问题|状态及其含义|预警等级$|《[^《》]{1,8}》所列基期|数据文件$)/u;

/** One such name may stand in anybody's workbook; several, and our page of notes, do not. */
function producedBefore(sheets: readonly Sheet[]): string | null {
  const tables = sheets.filter(({ name }) => TABLES.test(name));
  const isOurs = tables.length > 2 || (tables.length > 0 && sheets.at(-1)?.name === "说明");
  return isOurs ? "数据报表" : null;
}
