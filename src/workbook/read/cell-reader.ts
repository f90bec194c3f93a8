import { cellAddress, parseAddress, type Position } from "../address.js";
import { cellContent, type RawCell, type WorkbookContext } from "./content.js";
import { display } from "./display.js";
import { refused } from "./guard.js";
import { GENERAL } from "./number-format.js";
import type { Cell, Content } from "../sheet.js";
import { stringItem } from "./strings.js";
import type { Attributes, XmlHandler } from "./xml.js";

/** Where a walk through `<sheetData>` stands. */
interface Walk {
  context: WorkbookContext;
  /** The row or cell last met. */
  at: Position;
  /** The cell that is open. */
  cell: RawCell | null;
  inValue: boolean;
  inline: ReturnType<typeof stringItem>;
  keep: (cell: Cell) => void;
}

const OPENED: Readonly<Record<string, (walk: Walk, attributes: Attributes) => void>> = {
  row: (walk, { r }) => (walk.at = { row: rowNumber(r, walk.at.row + 1), column: 0 }),
  c: (walk, { r, s, t }) => {
    walk.at = position(r, walk.at);
    const format = walk.context.formats[Number(s ?? 0)] ?? GENERAL;
    walk.cell = { type: t ?? "n", value: null, inline: "", fromFormula: false, format };
  },
  v: (walk) => {
    walk.inValue = true;
    if (walk.cell) walk.cell.value = "";
  },
  f: (walk) => {
    if (walk.cell) walk.cell.fromFormula = true;
  },
  is: (walk) => walk.inline.start(),
};

const CLOSED: Readonly<Record<string, (walk: Walk) => void>> = {
  v: (walk) => (walk.inValue = false),
  is: (walk) => {
    if (walk.cell) walk.cell.inline = walk.inline.end();
  },
  c: (walk) => {
    const { cell, at, context } = walk;
    walk.cell = null;
    const content = cell && cellContent(cell, context);
    if (content) walk.keep(finished(cell, content, at));
  },
};

/** Follows the elements of `<sheetData>` and hands on every cell that holds something. */
export function cellReader(context: WorkbookContext, keep: (cell: Cell) => void): Required<XmlHandler> {
  const start = { at: { row: 0, column: 0 }, cell: null, inValue: false };
  const walk: Walk = { context, ...start, inline: stringItem(), keep };
  return {
    open(name, attributes) {
      if (walk.cell) walk.inline.open(name, attributes);
      if (walk.cell || name === "row" || name === "c") OPENED[name]?.(walk, attributes);
    },
    text(text) {
      if (!walk.cell) return;
      if (walk.inValue) walk.cell.value = (walk.cell.value ?? "") + text;
      else walk.inline.text(text);
    },
    close(name) {
      if (!walk.cell) return;
      walk.inline.close(name);
      CLOSED[name]?.(walk);
    },
  };
}

function finished(raw: RawCell, content: Content, { row, column }: Position): Cell {
  return {
    address: cellAddress(row, column),
    row,
    column,
    content,
    format: raw.format.code,
    fromFormula: raw.fromFormula,
    display: display(content, raw.format),
  };
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
