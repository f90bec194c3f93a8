import { cellAddress, parseAddress, parseRange, type Position } from "./address.js";
import type { Archive } from "./archive.js";
import { cellContent, type RawCell, type WorkbookContext } from "./content.js";
import { display } from "./display.js";
import { shiftFormula } from "./formula.js";
import { LIMITS, refused } from "./guard.js";
import { withoutCovered } from "./merges.js";
import { GENERAL } from "./number-format.js";
import type { Cell, Merge, SheetRow } from "./sheet.js";
import { stringItem } from "./strings.js";
import { readXml, type Attributes } from "./xml.js";

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
  await readXml(archive, part, {
    open(name, attributes) {
      if (name === "mergeCell") addMerge(merges, attributes);
      else reader.open(name, attributes);
    },
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
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

interface OpenCell extends RawCell {
  at: Position;
}

/** Follows the elements of `<sheetData>` and hands on every cell that holds something. */
function cellReader(context: WorkbookContext, keep: (cell: Cell) => void) {
  const shared = new Map<string, { formula: string; at: Position }>();
  const item = stringItem();
  let at: Position = { row: 0, column: 0 };
  let cell: OpenCell | null = null;
  let formula: { attributes: Attributes; text: string } | null = null;
  let inValue = false;

  const opened: Readonly<Record<string, (attributes: Attributes) => void>> = {
    row: ({ r }) => (at = { row: rowNumber(r, at.row + 1), column: 0 }),
    c: (attributes) => {
      at = position(attributes["r"], at);
      const format = context.formats[Number(attributes["s"] ?? 0)] ?? GENERAL;
      cell = { at, type: attributes["t"] ?? "n", value: null, inline: "", formula: null, format };
    },
    v: () => {
      inValue = true;
      if (cell) cell.value = "";
    },
    f: (attributes) => (formula = { attributes, text: "" }),
    is: () => item.start(),
  };
  const closed: Readonly<Record<string, () => void>> = {
    v: () => (inValue = false),
    f: () => {
      if (cell && formula) cell.formula = ownFormula(formula, cell.at, shared);
      formula = null;
    },
    is: () => {
      if (cell) cell.inline = item.end();
    },
    c: () => {
      const finished = cell && finish(cell, context);
      if (finished) keep(finished);
      cell = null;
    },
  };
  return {
    open(name: string, attributes: Attributes) {
      if (cell) item.open(name);
      if (cell || name === "row" || name === "c") opened[name]?.(attributes);
    },
    text(text: string) {
      if (!cell) return;
      if (inValue) cell.value = (cell.value ?? "") + text;
      else if (formula) formula.text += text;
      else item.text(text);
    },
    close(name: string) {
      if (!cell) return;
      item.close(name);
      closed[name]?.();
    },
  };
}

function finish({ at, ...raw }: OpenCell, context: WorkbookContext): Cell | null {
  const content = cellContent(raw, context);
  if (!content) return null;
  return {
    address: cellAddress(at.row, at.column),
    row: at.row,
    column: at.column,
    content,
    format: raw.format.code,
    formula: raw.formula,
    display: display(content, raw.format),
  };
}

/** A cell that shares a formula names it by number; the first one to do so spells it out. */
function ownFormula(
  { attributes, text }: { attributes: Attributes; text: string },
  at: Position,
  shared: Map<string, { formula: string; at: Position }>,
): string {
  const index = attributes["si"];
  if (attributes["t"] !== "shared" || index === undefined) return text;
  if (text !== "") {
    shared.set(index, { formula: text, at });
    return text;
  }
  const master = shared.get(index);
  return master ? shiftFormula(master.formula, master.at, at) : "";
}

/** Rows and cells may leave out where they stand: then they follow the one before. */
function rowNumber(given: string | undefined, following: number): number {
  if (given === undefined) return following;
  const row = Number(given);
  if (!Number.isInteger(row) || row < 1) throw refused("workbook/damaged", { detail: `行号 ${given} 有误` });
  return row;
}

function position(given: string | undefined, before: Position): Position {
  if (given === undefined) return { row: before.row, column: before.column + 1 };
  const found = parseAddress(given);
  if (!found) throw refused("workbook/damaged", { detail: `单元格地址 ${given} 有误` });
  return found;
}
