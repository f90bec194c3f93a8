import type { Worksheet } from "exceljs";
import type { LayoutCell, SheetLayout } from "./layout.js";
import { producedKeywords } from "../produced.js";
import { addRule, protect } from "./entry.js";
import { rowHeights } from "./row-height.js";
import { cleanText, footerCode, uniqueSheetNames } from "./text.js";
import { isRuled, styleBook, type Edges, type StyleBook } from "./style.js";
import { datedZip } from "./zip-date.js";

export interface WorkbookFacts {
  title: string;
  author: string;
  /** 2026-05-20: written as the day of creation, so that equal figures make equal files. */
  date: string;
  /** 数据报表: what it is, where it is for people to read; without it, it comes back filled in and is a source then. */
  produced?: string;
}

/** The bytes of an .xlsx with one sheet per layout. The same layouts and facts give the same bytes. */
export async function writeWorkbook(
  layouts: readonly SheetLayout[],
  facts: WorkbookFacts,
): Promise<Uint8Array> {
  // Not by the package's front door, which also opens its streaming readers and takes three times as long.
  const { default: Workbook } = await import("exceljs/lib/doc/workbook.js");
  const workbook = new Workbook();
  const day = new Date(`${facts.date}T00:00:00Z`);
  Object.assign(workbook, {
    title: cleanText(facts.title),
    creator: cleanText(facts.author),
    keywords: facts.produced === undefined ? "" : producedKeywords(cleanText(facts.produced)),
    lastModifiedBy: cleanText(facts.author),
    created: day,
    modified: day,
  });
  const names = uniqueSheetNames(layouts.map((layout) => layout.name));
  const styles = styleBook();
  layouts.forEach((layout, index) => fillSheet(workbook.addWorksheet(names[index]), layout, styles));
  return datedZip(new Uint8Array(await workbook.xlsx.writeBuffer()), day);
}

function fillSheet(sheet: Worksheet, layout: SheetLayout, styles: StyleBook): void {
  layout.widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  const heights = rowHeights(layout);
  const edges = edgesOf(layout);
  layout.rows.forEach(({ cells }, index) => {
    const row = sheet.getRow(index + 1);
    const height = heights[index];
    if (height !== undefined) row.height = height;
    cells.forEach((cell, at) => {
      const target = row.getCell(at + 1);
      target.value = cellValue(cell);
      target.style = styles(cell, edges(index, at));
      if (cell.entry !== undefined) addRule(sheet, target.address, cell.entry);
      if (cell.comment !== undefined) target.note = cleanText(cell.comment);
    });
  });
  // The rules of a merged block are those of each of its cells, not of the first alone.
  for (const { top, left, bottom, right } of layout.merges) {
    sheet.mergeCellsWithoutStyle(top, left, bottom, right);
  }
  layout.hidden?.rows.forEach((row) => (sheet.getRow(row).hidden = true));
  layout.hidden?.columns.forEach((column) => (sheet.getColumn(column).hidden = true));
  if (layout.protected) protect(sheet);
  setView(sheet, layout);
  setPage(sheet, layout);
}

/** Which sides of its table the cell of a row and column (both from 0) stands at. */
function edgesOf({ rows }: SheetLayout): (index: number, at: number) => Edges {
  const ruled = rows.map(({ cells }) => cells.some(isRuled));
  return (index, at) => ({
    top: ruled[index - 1] !== true,
    bottom: ruled[index + 1] !== true,
    left: at === 0,
    right: at === (rows[index]?.cells.length ?? 0) - 1,
  });
}

/** A number goes in as a number; text as a string, which no program takes for a formula. */
function cellValue({ number, text }: LayoutCell): number | string | null {
  if (number === null) return cleanText(text) || null;
  const value = Number(number);
  if (number.trim() === "" || !Number.isFinite(value)) throw new Error(`not a decimal number: "${number}"`);
  return value;
}

function setView(sheet: Worksheet, { frozen }: SheetLayout): void {
  if (frozen.rows === 0 && frozen.columns === 0) return;
  sheet.views = [{ state: "frozen", xSplit: frozen.columns, ySplit: frozen.rows }];
}

/** A4, as wide as one page and as long as it takes, the head rows on every page. */
function setPage(sheet: Worksheet, { print }: SheetLayout): void {
  sheet.pageSetup = {
    paperSize: A4,
    orientation: print.landscape ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 },
    ...(print.repeatRows && { printTitlesRow: `${print.repeatRows.first}:${print.repeatRows.last}` }),
  };
  sheet.headerFooter.oddFooter = footerCode(print.footer);
}

const A4 = 9;
