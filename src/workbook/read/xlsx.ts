import { issue } from "../../issues/issue.js";
import { openArchive } from "./archive.js";
import type { WorkbookContext } from "./content.js";
import { readComments } from "./comments.js";
import { findParts } from "./package-parts.js";
import { gatherSheet } from "./rows.js";
import { sheetCounts, type SheetsRead } from "./sheets-read.js";
import { readSharedStrings } from "./strings.js";
import { readStyles } from "./styles.js";
import { readWorksheet } from "./worksheet.js";
import { append } from "../../terms/long-lists.js";

/**
 * Reads the sheets of an .xlsx (or .xlsm) as a stream of its parts. Only what holds figures is
 * unpacked: pictures, charts, validations, conditional formats and defined names cost nothing,
 * however far they reach.
 */
export async function readXlsx(content: Buffer, file: string): Promise<SheetsRead> {
  const archive = await openArchive(content);
  const parts = await findParts(archive);
  const context: WorkbookContext = {
    strings: await readSharedStrings(archive, parts.sharedStrings),
    styles: await readStyles(archive, parts.styles),
    date1904: parts.date1904,
  };
  const counts = sheetCounts();
  const read: SheetsRead = {
    sheets: [],
    keywords: parts.keywords,
    issues: parts.date1904 ? [issue("workbook/date-1904", { file }, {})] : [],
  };
  for (const { name, hidden, part } of parts.sheets) {
    const gathered = gatherSheet(counts);
    await readWorksheet(archive, part, context, gathered);
    await readComments(archive, part, gathered);
    const { sheet, issues } = gathered.finished(file, name, hidden);
    read.sheets.push(sheet);
    append(read.issues, issues);
  }
  return read;
}
