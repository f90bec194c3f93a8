import type { Cell, Merge, Sheet } from "../workbook/sheet.js";
import { plainText, verbatim } from "./normalise.js";

/** A sheet one can ask for a cell by row and column, merged blocks included. */
export interface Grid {
  /** The numbers of the rows that hold something, ascending. */
  rows: readonly number[];
  /** The columns of a row that hold something or lie in a merged block, ascending. */
  columns(row: number): readonly number[];
  /** The cell itself; null where empty or covered by a merged block. */
  cell(row: number, column: number): Cell | null;
  /** The cell one sees there: of a merged block, its top left cell. */
  shown(row: number, column: number): Cell | null;
  /** What one reads there, in plain width, for comparing; "" where empty. */
  text(row: number, column: number): string;
  /** What one reads there as it was written, for printing; "" where empty. */
  prose(row: number, column: number): string;
}

/** Makes a sheet addressable. Merged blocks are followed only where the sheet has cells. */
export function gridOf(sheet: Sheet): Grid {
  const cells = new Map<string, Cell>();
  const own = new Map<number, number[]>();
  for (const { row, cells: listed } of sheet.rows) {
    for (const cell of listed) cells.set(key(row, cell.column), cell);
    own.set(
      row,
      listed.map((cell) => cell.column),
    );
  }
  const cell = (row: number, column: number) => cells.get(key(row, column)) ?? null;
  const shown = (row: number, column: number) => {
    const here = cell(row, column);
    if (here !== null) return here;
    const block = sheet.merges.find((merge) => covers(merge, row, column));
    return block === undefined ? null : cell(block.top, block.left);
  };
  return {
    rows: [...own.keys()].filter((row) => own.get(row)?.length !== 0),
    columns: (row) => withMerged(own.get(row) ?? [], row, sheet.merges),
    cell,
    shown,
    text: (row, column) => plainText(shown(row, column)?.display ?? ""),
    prose: (row, column) => verbatim(shown(row, column)?.display ?? ""),
  };
}

function key(row: number, column: number): string {
  return `${row}:${column}`;
}

function covers(merge: Merge, row: number, column: number): boolean {
  return row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right;
}

/** A block merged across a whole sheet would list 16384 columns; no table of ours is wider than this. */
const WIDEST = 256;

function withMerged(own: readonly number[], row: number, merges: readonly Merge[]): number[] {
  const columns = new Set(own);
  for (const merge of merges) {
    if (row < merge.top || row > merge.bottom) continue;
    for (let column = merge.left; column <= Math.min(merge.right, merge.left + WIDEST); column += 1) {
      columns.add(column);
    }
  }
  return [...columns].sort((a, b) => a - b);
}
