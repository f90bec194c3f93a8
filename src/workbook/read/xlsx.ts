import { issue, type Issue } from "../../issues/issue.js";
import { openArchive } from "./archive.js";
import type { WorkbookContext } from "./content.js";
import { LIMITS, meter, refused } from "./guard.js";
import { findParts } from "./package-parts.js";
import type { Sheet } from "../sheet.js";
import { readSharedStrings } from "./strings.js";
import { readFormats } from "./styles.js";
import { readWorksheet } from "./worksheet.js";

/**
 * Reads the sheets of an .xlsx (or .xlsm) as a stream of its parts. Only what holds figures is
 * unpacked: pictures, charts, validations, conditional formats and defined names cost nothing,
 * however far they reach.
 */
export async function readXlsx(content: Buffer, file: string): Promise<{ sheets: Sheet[]; issues: Issue[] }> {
  const archive = await openArchive(content);
  const parts = await findParts(archive);
  if (parts.sheets.length === 0) throw refused("workbook/no-sheets", {});
  const context: WorkbookContext = {
    strings: await readSharedStrings(archive, parts.sharedStrings),
    formats: await readFormats(archive, parts.styles),
    date1904: parts.date1904,
  };
  const count = meter(LIMITS.cells, () =>
    refused("workbook/too-many", { what: "单元格", limit: LIMITS.cells }),
  );
  const sheets: Sheet[] = [];
  const issues: Issue[] = parts.date1904 ? [issue("workbook/date-1904", { file }, {})] : [];
  for (const { name, hidden, part } of parts.sheets) {
    const { rows, merges, strays } = await readWorksheet(archive, part, context, count);
    sheets.push({ name, hidden, rows, merges });
    const [cell] = strays;
    if (cell !== undefined) {
      issues.push(issue("workbook/stray-cells", { file, sheet: name, cell }, { cell, count: strays.length }));
    }
  }
  return { sheets, issues };
}
