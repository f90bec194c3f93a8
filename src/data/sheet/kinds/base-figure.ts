import { isFigure } from "../../coverage/figures.js";
import { read } from "../../coverage/fate.js";
import type { Entry } from "../../catalogue.js";
import { sourceAt } from "../../settle/place.js";
import { readCell } from "../cell.js";
import { NOTHING, type Reading, type SheetContext } from "../reading.js";
import { measureOf } from "./indicator-row.js";

/** What a form's 基期数 holds in one row: no report, but somebody may have typed one there. */
export function readBase(context: SheetContext, row: number, entry: Entry, column: number): Reading {
  const cell = context.grid.cell(row, column);
  if (cell === null || !isFigure(cell)) return NOTHING;
  const source = sourceAt(context, row, column);
  const reading = readCell(cell, measureOf(entry), source);
  const value = reading.type === "figure" ? reading.value : null;
  const base = { indicator: entry.indicator.id, value, display: cell.display, source };
  return { ...NOTHING, bases: [base], fates: [read(source, true)] };
}
