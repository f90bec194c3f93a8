import { parseAddress, type Position } from "../address.js";
import { finishedCell } from "./cell.js";
import { cellContent, styleAt, type RawCell, type WorkbookContext } from "./content.js";
import { formulaReader, type FormulaReader } from "./formulas.js";
import { refused } from "./guard.js";
import type { Cell } from "../sheet.js";
import { LONGEST, stringItem } from "./strings.js";
import type { Attributes, XmlHandler } from "./xml.js";

/** Where a walk through `<sheetData>` stands. */
interface Walk {
  context: WorkbookContext;
  /** The row or cell last met. */
  at: Position;
  /** The cell that is open. */
  cell: RawCell | null;
  inValue: boolean;
  formulas: FormulaReader;
  inline: ReturnType<typeof stringItem>;
  sink: CellSink;
}

/** What becomes of the cells of a sheet. */
export interface CellSink {
  /** A cell that holds something. */
  keep(cell: Cell): void;
  /** A cell whose text is longer than a cell can hold. */
  tooLong(address: Position): void;
  /** A row that is hidden. */
  hidden(row: number): void;
}

const OPENED: ReadonlyMap<string, (walk: Walk, attributes: Attributes) => void> = new Map([
  [
    "row",
    (walk, attributes) => {
      walk.at = { row: rowNumber(attributes.get("r"), walk.at.row + 1), column: 0 };
      if (isTrue(attributes.get("hidden"))) walk.sink.hidden(walk.at.row);
    },
  ],
  [
    "c",
    (walk, attributes) => {
      walk.at = position(attributes.get("r"), walk.at);
      const style = styleAt(walk.context, attributes.get("s"));
      walk.cell = { type: attributes.get("t") ?? "n", value: null, inline: "", formula: null, style };
    },
  ],
  [
    "v",
    (walk) => {
      walk.inValue = true;
      if (walk.cell) walk.cell.value = "";
    },
  ],
  [
    "f",
    ({ cell, at, formulas }, attributes) => {
      if (cell) cell.formula = formulas.open(at, attributes);
    },
  ],
  ["is", (walk) => walk.inline.start()],
] as [string, (walk: Walk, attributes: Attributes) => void][]);

const CLOSED: ReadonlyMap<string, (walk: Walk) => void> = new Map([
  ["v", (walk) => (walk.inValue = false)],
  ["f", ({ formulas }) => formulas.close()],
  [
    "is",
    (walk) => {
      if (walk.cell) walk.cell.inline = walk.inline.end();
    },
  ],
  ["c", closeCell],
] as [string, (walk: Walk) => void][]);

function closeCell(walk: Walk): void {
  const { cell, at, context, sink } = walk;
  walk.cell = null;
  const found = cell && cellContent(cell, context);
  if (found === "tooLong") sink.tooLong(at);
  else if (cell && found) sink.keep(finishedCell(at, found, cell.style, cell.formula));
}

/** "1" and "true" of an attribute that is on or off. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** Follows the elements of `<sheetData>` and hands on every cell that holds something. */
export function cellReader(context: WorkbookContext, sink: CellSink): Required<Omit<XmlHandler, "root">> {
  const start = { at: { row: 0, column: 0 }, cell: null, inValue: false, formulas: formulaReader() };
  const walk: Walk = { context, ...start, inline: stringItem(), sink };
  return {
    open(name, attributes) {
      if (walk.cell) walk.inline.open(name, attributes);
      if (walk.cell || name === "row" || name === "c") OPENED.get(name)?.(walk, attributes);
    },
    text(text) {
      if (!walk.cell) return;
      if (walk.inValue) walk.cell.value = longer(walk.cell.value ?? "", text);
      else if (!walk.formulas.text(text)) walk.inline.text(text);
    },
    close(name) {
      if (!walk.cell) return;
      walk.inline.close(name);
      CLOSED.get(name)?.(walk);
    },
  };
}

/** Text gathered piece by piece, as far as a cell's can go: what is longer still is seen to be too long. */
function longer(text: string, piece: string): string {
  return text.length > LONGEST ? text : text + piece;
}

/** Rows and cells may leave out where they stand: then they follow the one before. */
function rowNumber(given: string | undefined, following: number): number {
  if (given === undefined) return following;
  const row = /^\d{1,7}$/u.test(given) ? Number(given) : 0;
  if (row < 1) throw refused("workbook/damaged", { detail: `行号“${given.slice(0, 20)}”有误` });
  return row;
}

function position(given: string | undefined, before: Position): Position {
  if (given === undefined) return { row: before.row, column: before.column + 1 };
  const found = parseAddress(given);
  if (!found) throw refused("workbook/damaged", { detail: `单元格地址“${given.slice(0, 20)}”有误` });
  return found;
}
