import { issue } from "../../../issues/issue.js";
import type { Compound } from "../compound.js";
import { refused } from "../guard.js";
import { gatherSheet } from "../rows.js";
import { cellMeter, textMeter, type SheetsRead } from "../sheets-read.js";
import { decryptRecords } from "./decrypt-records.js";
import { readGlobals } from "./globals.js";
import { recordMeter } from "./records.js";
import { readSheetRecords } from "./sheet-records.js";
import { append } from "../../../terms/long-lists.js";

/** Reads the sheets of an .xls of Excel 5 to 2003, or of an .et of WPS, which is one in all but its name. */
export function readXls(compound: Compound, file: string): SheetsRead {
  const written = workbookStream(compound);
  if (written === null) throw refused("workbook/not-a-workbook", { what: "旧版Office文档" });
  const countRecord = recordMeter();
  const stream = decryptRecords(written);
  const globals = readGlobals(stream, countRecord);
  if (globals.sheets.length === 0) throw refused("workbook/no-sheets", {});
  const count = { record: countRecord, text: textMeter() };
  const countCells = cellMeter();
  const read: SheetsRead = {
    sheets: [],
    keywords: "",
    issues: globals.date1904 ? [issue("workbook/date-1904", { file }, {})] : [],
  };
  for (const { name, hidden, offset } of globals.sheets) {
    const gathered = gatherSheet(countCells);
    readSheetRecords(stream, offset, globals, gathered, count);
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
  for (const name of [...ORDINARY, ...others]) {
    const stream = compound.stream(name);
    if (stream !== null && isWorkbook(stream)) return stream;
  }
  return null;
}

const GLOBALS = 0x05;

/** A BOF record of a workbook's globals. */
function isWorkbook(stream: Buffer): boolean {
  return stream.length >= 8 && stream.readUInt16LE(0) === 0x0809 && stream.readUInt16LE(6) === GLOBALS;
}
