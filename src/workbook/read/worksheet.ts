import { parseRange } from "../address.js";
import type { Archive } from "./archive.js";
import { cellReader } from "./cell-reader.js";
import type { WorkbookContext } from "./content.js";
import { LIMITS, refused } from "./guard.js";
import { withoutCovered } from "./merges.js";
import type { Cell, Merge, SheetRow } from "../sheet.js";
import { readXml, type Attributes, type XmlHandler } from "./xml.js";

export interface WorksheetContent {
  rows: readonly SheetRow[];
  merges: readonly Merge[];
  /** Addresses of filled cells far outside any table; they are not read. */
  strays: readonly string[];
}

/** Reads one worksheet part. `count` is told of every cell kept. */
export async function readWorksheet(
  archive: Archive,
  part: string,
  context: WorkbookContext,
  count: (cells: number) => void,
): Promise<WorksheetContent> {
  const cells: Cell[] = [];
  const merges: Merge[] = [];
  const strays: string[] = [];
  const reader = cellReader(context, (cell) => {
    if (cell.row > LIMITS.rows || cell.column > LIMITS.columns) {
      if (strays.length < MAX_STRAYS) strays.push(cell.address);
      return;
    }
    count(1);
    cells.push(cell);
  });
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === "mergeCell") addMerge(merges, attributes);
      else reader.open(name, attributes);
    },
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  };
  await readXml(archive, part, handler, withoutEmpty);
  return { rows: withoutCovered(inRows(cells), merges), merges, strays };
}

/** So many strays are told apart; a filled column to the end of the sheet is still one finding. */
const MAX_STRAYS = 1_000;

function addMerge(merges: Merge[], attributes: Attributes): void {
  const merge = parseRange(attributes["ref"] ?? "");
  if (!merge) return;
  if (merges.length >= LIMITS.merges)
    throw refused("workbook/too-many", { what: "合并单元格", limit: LIMITS.merges });
  merges.push(merge);
}

/** Cells by row and column: programs write them in order, but nothing forces them to. */
function inRows(cells: Cell[]): SheetRow[] {
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const rows: { row: number; cells: Cell[] }[] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    if (last?.row !== cell.row) rows.push({ row: cell.row, cells: [cell] });
    else if (last.cells.at(-1)?.column !== cell.column) last.cells.push(cell);
    else throw refused("workbook/damaged", { detail: `单元格 ${cell.address} 重复出现` });
  }
  return rows;
}

/**
 * Cells and rows that have a format and nothing else: a table formatted down to row 50 000 has a
 * million of them, and parsing each would take seconds. Only where the next one says where it stands,
 * because one that does not stands after the one before it.
 */
function withoutEmpty(piece: string): string {
  return piece
    .replace(/<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d+")?\/>(?=<c r="|<\/row>)/g, "")
    .replace(/<row r="\d{1,7}"[^<>]*(?:\/>|><\/row>)(?=<row r="|<\/sheetData>)/g, "");
}
