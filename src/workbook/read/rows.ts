import type { Cell, CellComment, LeftOut, Merge, Sheet, SheetRow, Span } from "../sheet.js";
import { issue, type Issue } from "../../issues/issue.js";
import { cellAddress, type Position } from "../address.js";
import type { CellSink } from "./cell-reader.js";
import { LIMITS, LIST_COLUMNS, refused } from "./guard.js";
import { splitCovered } from "./merges.js";
import { limited, type SheetCounts } from "./sheets-read.js";

/** Cells, hidden rows and merges of one sheet as they turn up in a file of whatever format. */
export interface SheetGatherer extends CellSink {
  merge(merge: Merge): void;
  hideColumns(span: Span): void;
  /** Zeros are shown as blank cells in the whole sheet. */
  hideZeros(): void;
  /** What somebody noted on a cell; a blank note is none. */
  comment(at: Position, text: string): void;
  /** The sheet, once all is told, and what is to be said of it. */
  finished(file: string, name: string, hidden: boolean): { sheet: Sheet; issues: Issue[] };
}

/** So many addresses are told apart; a filled column to the end of the sheet is still one finding. */
const MOST_TOLD = 1_000;
/** More comments than these are told of by nobody one by one. */
const MOST_COMMENTS = 1_000;

/** Gathers one sheet; `count` is told of everything it is handed, which is counted here and nowhere else. */
export function gatherSheet(count: SheetCounts): SheetGatherer {
  const cells: Cell[] = [];
  const strays: Cell[] = [];
  const merges: Merge[] = [];
  const long: string[] = [];
  const comments: CellComment[] = [];
  const hiddenRows: Span[] = [];
  const countHidden = limited(LIMITS.rows, "隐藏行");
  const hiddenColumns: Span[] = [];
  let zerosHidden = false;
  return {
    keep(cell) {
      count.cells(1);
      if (cell.column > LIST_COLUMNS) count.beside(1);
      count.characters(charactersOf(cell));
      const isFar = cell.row > LIMITS.rows || cell.column > LIMITS.columns;
      (isFar ? strays : cells).push(zerosHidden ? withoutZero(cell) : cell);
    },
    tooLong: ({ row, column }: Position) =>
      void (long.length < MOST_TOLD && long.push(cellAddress(row, column))),
    hidden(row) {
      countHidden(1);
      addRow(hiddenRows, row);
    },
    merge(merge) {
      count.merges(1);
      merges.push(merge);
    },
    hideColumns: (span) => void (hiddenColumns.length < LIMITS.columns && hiddenColumns.push(span)),
    hideZeros: () => (zerosHidden = true),
    comment({ row, column }, text) {
      count.comments(1);
      if (comments.length >= MOST_COMMENTS) return;
      count.characters(text.length);
      const said = text.trim();
      if (said !== "") comments.push({ address: cellAddress(row, column), text: said });
    },
    finished(file, name, hidden) {
      const { rows, covered } = splitCovered(inRows(cells), merges, name);
      const leftOut = [
        ...covered.map((cell): LeftOut => ({ why: "covered", cell })),
        ...strays.map((cell): LeftOut => ({ why: "stray", cell })),
      ];
      const sheet = { name, hidden, rows, merges, hiddenRows, hiddenColumns, leftOut, comments };
      return { sheet, issues: findings({ file, sheet: name }, strays, long) };
    },
  };
}

function findings(
  where: { file: string; sheet: string },
  [stray, ...strays]: readonly Cell[],
  [long, ...others]: readonly string[],
): Issue[] {
  const issues: Issue[] = [];
  if (stray !== undefined) {
    const args = { cell: stray.address, count: strays.length + 1 };
    issues.push(issue("workbook/stray-cells", { ...where, cell: stray.address }, args));
  }
  if (long !== undefined) {
    const args = { cell: long, count: others.length + 1 };
    issues.push(issue("workbook/long-text", { ...where, cell: long }, args));
  }
  return issues;
}

/** A figure shown in more characters than its digits has words beside it, as many as a format may hold. */
const DIGITS = 24;

/** The characters that a cell is handed on with: what is struck out stands in it as well as what is not. */
function charactersOf({ content, display, struck }: Cell): number {
  const seen =
    content.type === "text"
      ? Math.max(content.text.length, display.length)
      : Math.max(0, display.length - DIGITS);
  return seen + (struck === null || struck.whole ? 0 : struck.text.length);
}

/** The next hidden row: those that follow one another are one stretch. */
function addRow(spans: Span[], row: number): void {
  const last = spans.at(-1);
  if (last?.to === row - 1) last.to = row;
  else if (row <= LIMITS.rows) spans.push({ from: row, to: row });
}

/** A zero in a sheet that shows none. */
function withoutZero(cell: Cell): Cell {
  const isZero = cell.content.type === "number" && cell.content.value === 0;
  return isZero ? { ...cell, display: "", shown: { ...cell.shown, hidden: true } } : cell;
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
