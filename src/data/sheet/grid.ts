import { cellAddress } from "../../workbook/address.js";
import type { Cell, Merge, Sheet, Span } from "../../workbook/sheet.js";
import { isFigure } from "../coverage/figures.js";
import { UNCOUNTED, type Spend } from "./head/lexicon.js";
import { plainText, verbatim, withoutControls } from "./normalise.js";

/** A sheet one can ask for a cell by row and column, merged blocks included. */
export interface Grid {
  /** The numbers of the rows that hold something, ascending. */
  rows: readonly number[];
  /** The cells of a row, in column order. */
  own(row: number): readonly Cell[];
  /** The columns of a row that hold something or lie in a merged block, ascending. */
  columns(row: number): readonly number[];
  /** The cell itself; null where empty or covered by a merged block. */
  cell(row: number, column: number): Cell | null;
  /** "F7": the cell's own where there is one, so that it is not made once for each who asks. */
  address(row: number, column: number): string;
  /** The cell one sees there: of a merged block, its top left cell. */
  shown(row: number, column: number): Cell | null;
  /** Whether a person does not see the column. */
  isHidden(column: number): boolean;
  /** Whether a person does not see the row: it is hidden, or a filter hides it. */
  isHiddenRow(row: number): boolean;
  /** How many columns the cell covers, merged block and all. */
  width(row: number, column: number): number;
  /** What one reads there, in plain width, for comparing; "" where empty. */
  text(row: number, column: number): string;
  /** What one reads there as it was written, for printing; "" where empty. */
  prose(row: number, column: number): string;
  /** Counts work beside the grid's own: each look at a row or a cell is counted. */
  spend: Spend;
}

const NO_CELLS: readonly Cell[] = [];

/** Makes a sheet addressable. Merged blocks are followed only in rows that hold something. */
export function gridOf(sheet: Sheet, spend: Spend = UNCOUNTED): Grid {
  const rows = sheet.rows.filter(({ cells }) => cells.length > 0);
  const byRow: (readonly Cell[] | undefined)[] = [];
  for (const { row, cells } of rows) byRow[row] = clean(cells);
  const inRow = (row: number) => byRow[row] ?? NO_CELLS;
  const blocksAt = blocksIn(sheet.merges);
  const blocks = (row: number) => {
    const reaching = blocksAt(row);
    spend(reaching.length);
    return reaching;
  };
  const cell = (row: number, column: number) => cellIn(inRow(row), column);
  const shown = (row: number, column: number) => {
    spend(1);
    const here = cell(row, column);
    if (here !== null) return here;
    const block = blocks(row).find(({ left, right }) => column >= left && column <= right);
    return block === undefined ? null : cell(block.top, block.left);
  };
  return {
    rows: rows.map(({ row }) => row),
    own: (row) => {
      const cells = inRow(row);
      spend(1 + (cells.length >> 3));
      return cells;
    },
    columns: (row) => {
      const columns = withMerged(inRow(row), blocks(row));
      spend(columns.length >> 3);
      return columns;
    },
    cell: (row, column) => {
      spend(1);
      return cell(row, column);
    },
    address: (row, column) => cell(row, column)?.address ?? cellAddress(row, column),
    shown,
    isHidden: within(sheet.hiddenColumns),
    isHiddenRow: within(sheet.hiddenRows),
    width: (row, column) => {
      const block = blocks(row).find(({ top, left }) => top === row && left === column);
      return block === undefined ? 1 : block.right - block.left + 1;
    },
    text: (row, column) => plainText(shown(row, column)?.display ?? ""),
    prose: (row, column) => verbatim(shown(row, column)?.display ?? ""),
    spend,
  };
}

/** A sheet without some of its cells, by address. */
export function withoutCells(grid: Grid, out: ReadonlySet<string>): Grid {
  return seenThrough(grid, (cell) => (out.has(cell.address) ? null : cell));
}

/** A sheet with others in the place of some of its cells. */
export function withCells(grid: Grid, others: readonly Cell[]): Grid {
  const byAddress = new Map(others.map((cell) => [cell.address, cell]));
  return seenThrough(grid, (cell) => byAddress.get(cell.address) ?? cell);
}

/** A sheet with each cell as `see` gives it, null for none. */
function seenThrough(grid: Grid, see: (cell: Cell) => Cell | null): Grid {
  const seen = (cell: Cell | null) => (cell === null ? null : see(cell));
  const shown = (row: number, column: number) => seen(grid.shown(row, column));
  return {
    ...grid,
    shown,
    own: (row) => grid.own(row).flatMap((cell) => see(cell) ?? []),
    cell: (row, column) => seen(grid.cell(row, column)),
    text: (row, column) => plainText(shown(row, column)?.display ?? ""),
    prose: (row, column) => verbatim(shown(row, column)?.display ?? ""),
  };
}

/** The cell itself where it is a figure, else null. */
export function figureAt(grid: Grid, row: number, column: number): Cell | null {
  const cell = grid.cell(row, column);
  return cell !== null && isFigure(cell) ? cell : null;
}

/** Whether a number lies in one of the stretches. Every second row may be hidden: it is searched for, not asked one by one. */
function within(spans: readonly Span[]): (number: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const reach: number[] = [];
  for (const { to } of sorted) reach.push(Math.max(to, reach.at(-1) ?? 0));
  return (number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.from <= number) low = middle + 1;
      else high = middle;
    }
    return (reach[low - 1] ?? 0) >= number;
  };
}

/** The cell of a row in a column. Most rows have no gap before it; a row of a thousand with one is searched by halves. */
function cellIn(cells: readonly Cell[], column: number): Cell | null {
  const first = cells[0]?.column ?? 0;
  const here = cells[column - first];
  if (here?.column === column) return here;
  let [low, high] = [0, Math.min(cells.length, column - first)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]!.column < column) low = middle + 1;
    else high = middle;
  }
  return cells[low]?.column === column ? cells[low]! : null;
}

/** Hardly a cell holds a control character: of a quarter of a million cells there is no second copy. */
function clean(cells: readonly Cell[]): readonly Cell[] {
  const isClean = cells.every(({ display }) => withoutControls(display) === display);
  return isClean ? cells : cells.map((cell) => ({ ...cell, display: withoutControls(cell.display) }));
}

/**
 * The blocks that reach into a row, as a lookup by halves: a thousand blocks down a sheet, one beside the other, would
 * stand in a list by row a hundred million times. One row is asked for often, and the answer kept until the next.
 */
function blocksIn(merges: readonly Merge[]): (row: number) => readonly Merge[] {
  const sorted = [...merges].sort((a, b) => a.top - b.top);
  /** How far down any block of a half reaches, at the middle of the half. */
  const reach = new Uint32Array(sorted.length);
  const measure = (from: number, to: number): number => {
    if (from >= to) return 0;
    const middle = (from + to) >> 1;
    const halves = Math.max(measure(from, middle), measure(middle + 1, to));
    return (reach[middle] = Math.max(sorted[middle]!.bottom, halves));
  };
  measure(0, sorted.length);
  const gather = (row: number, from: number, to: number, found: Merge[]): Merge[] => {
    const middle = (from + to) >> 1;
    if (from >= to || reach[middle]! < row) return found;
    gather(row, from, middle, found);
    if (sorted[middle]!.top > row) return found;
    if (sorted[middle]!.bottom >= row) found.push(sorted[middle]!);
    return gather(row, middle + 1, to, found);
  };
  let asked = 0;
  let answer: readonly Merge[] = [];
  return (row) => {
    if (row !== asked) answer = gather(row, 0, sorted.length, []);
    asked = row;
    return answer;
  };
}

/** A block merged across a whole sheet would list 16384 columns; no table of ours is wider than this. */
const WIDEST = 256;

function withMerged(own: readonly Cell[], merges: readonly Merge[]): number[] {
  const columns = new Set(own.map(({ column }) => column));
  for (const merge of merges) {
    for (let column = merge.left; column <= Math.min(merge.right, merge.left + WIDEST); column += 1) {
      columns.add(column);
    }
  }
  return [...columns].sort((a, b) => a - b);
}
