import ExcelJS from "exceljs";
import { datasetOf } from "../../src/data/settle/dataset-of.js";
import { NO_MANIFEST } from "../../src/data/dataset.js";
import type { Plan } from "../../src/plan/plan.js";
import { readWorkbook } from "../../src/workbook/read/read.js";

/** Everything a file's cells hold and show, by address, sheet by sheet. */
export async function contentOf(path: string) {
  const { sheets, issues } = await readWorkbook(path, "数据报表.xlsx");
  return {
    issues,
    sheets: sheets.map(({ name, hidden, rows, merges }) => ({
      name,
      hidden,
      merges: merges.map(({ top, left, bottom, right }) => [top, left, bottom, right].join(":")).sort(),
      cells: Object.fromEntries(
        rows
          .flatMap(({ cells }) => cells)
          .map(({ address, content, formula, display, shown, struck }) => [
            address,
            { content, formula, display, shown, struck },
          ]),
      ),
    })),
  };
}

/** Everything the reader makes of a file, which it knows as `name`; size and checksum are the file's own. */
export async function readingOf(path: string, name: string, plans: readonly Plan[]) {
  const { dataset, issues } = datasetOf([await readWorkbook(path, name)], NO_MANIFEST, plans);
  return { dataset: { ...dataset, inputs: [] }, issues };
}

/**
 * What is printed on every page and how, sheet by sheet. What stays in view is not among it: LibreOffice
 * keeps that with its windows, and a conversion opens none.
 */
export async function setupOf(path: string) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book.worksheets.map(({ name, pageSetup, headerFooter, columns }) => ({
    name,
    paper: [pageSetup.paperSize, pageSetup.orientation, pageSetup.fitToWidth, pageSetup.fitToHeight],
    repeated: pageSetup.printTitlesRow,
    footer: headerFooter.oddFooter,
    // A column's width is kept to a pixel.
    widths: columns.map(({ width }) => Math.round(width ?? 0)),
  }));
}
