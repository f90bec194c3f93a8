import { issue } from "../../../issues/issue.js";
import type { Compound } from "../compound.js";
import { refused } from "../guard.js";
import { gatherSheet } from "../rows.js";
import { sheetCounts, type SheetsRead } from "../sheets-read.js";
import { countsOf } from "./counts.js";
import { decryptRecords } from "./decrypt-records.js";
import { readGlobals } from "./globals.js";
import { readSheetRecords } from "./sheet-records.js";
import { append } from "../../../terms/long-lists.js";

/** Reads the sheets of an .xls of Excel 5 to 2003, or of an .et of WPS, which is one in all but its name. */
export function readXls(compound: Compound, file: string): SheetsRead {
  const stream = workbookStream(compound);
  if (stream === null) throw refused("workbook/not-a-workbook", { what: "旧版Office文档" });
  decryptRecords(stream);
  const counts = countsOf(stream.length);
  const globals = readGlobals(stream, counts);
  if (globals.sheets.length === 0) throw refused("workbook/no-sheets", {});
  const keptCounts = sheetCounts();
  const read: SheetsRead = {
    sheets: [],
    keywords: "",
    issues: globals.date1904 ? [issue("workbook/date-1904", { file }, {})] : [],
  };
  for (const { name, hidden, offset } of globals.sheets) {
    const gathered = gatherSheet(keptCounts);
    readSheetRecords(stream, offset, globals, gathered, counts);
    const { sheet, issues } = gathered.finished(file, name, hidden);
    read.sheets.push(sheet);
    append(read.issues, issues);
  }
  return read;
}

/** Excel 97 and later call it Workbook, Excel 5 and 95 Book; a file for both has both, and the later one counts. */
const ORDINARY = ["workbook", "book"];

/** The stream of the workbook; where it has another name, the one that begins like one. */
function workbookStream(compound: Compound): Buffer | null {
  const others = compound.names.filter((name) => !ORDINARY.includes(name));
  // Of thousands of streams each may be as long as the file: only the right one is taken out whole.
  const name = [...ORDINARY, ...others].find((each) => isWorkbook(compound.stream(each, BEGINNING)));
  return name === undefined ? null : compound.stream(name);
}

const GLOBALS = 0x05;

const BEGINNING = 8;

/** A BOF record of a workbook's globals. */
function isWorkbook(begun: Buffer | null): boolean {
  if (begun === null || begun.length < BEGINNING) return false;
  return begun.readUInt16LE(0) === 0x0809 && begun.readUInt16LE(6) === GLOBALS;
}
