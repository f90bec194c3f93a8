import type { Cell, Merge, Sheet, SheetRow, Span } from "../../workbook/sheet.js";
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
  const rows = new Map(
    sheet.rows.filter(({ cells }) => cells.length > 0).map((each) => [each.row, byColumn(each)]),
  );
  const own = new Map([...rows].map(([row, cells]) => [row, [...cells.values()]]));
  const found = blocksIn(sheet.merges, rows.size);
  const blocks = (row: number) => {
    const reaching = found(row);
    spend(reaching.length);
    return reaching;
  };
  const cell = (row: number, column: number) => rows.get(row)?.get(column) ?? null;
  const shown = (row: number, column: number) => {
    spend(1);
    const here = cell(row, column);
    if (here !== null) return here;
    const block = blocks(row).find(({ left, right }) => column >= left && column <= right);
    return block === undefined ? null : cell(block.top, block.left);
  };
  return {
    rows: [...rows.keys()],
    own: (row) => {
      const cells = own.get(row) ?? NO_CELLS;
      spend(1 + (cells.length >> 3));
      return cells;
    },
    columns: (row) => withMerged([...(rows.get(row)?.keys() ?? [])], blocks(row)),
    cell: (row, column) => {
      spend(1);
      return cell(row, column);
    },
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

function byColumn({ cells }: SheetRow): Map<number, Cell> {
  return new Map(cells.map((cell) => [cell.column, clean(cell)]));
}

/** Hardly a cell holds a control character: of a quarter of a million cells there is no second copy. */
function clean(cell: Cell): Cell {
  const display = withoutControls(cell.display);
  return display === cell.display ? cell : { ...cell, display };
}

/** The blocks that reach into a row, as a lookup. */
function blocksIn(merges: readonly Merge[], rowCount: number): (row: number) => readonly Merge[] {
  // A block may reach to the sheet's last row, a million down: such ones are asked, not listed by row.
  const tall = merges.filter(({ top, bottom }) => bottom - top >= rowCount);
  const byRow = new Map<number, Merge[]>();
  for (const merge of merges.filter(({ top, bottom }) => bottom - top < rowCount)) {
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      const blocks = byRow.get(row);
      if (blocks === undefined) byRow.set(row, [merge]);
      else blocks.push(merge);
    }
  }
  return (row) => [
    ...(byRow.get(row) ?? []),
    ...tall.filter(({ top, bottom }) => row >= top && row <= bottom),
  ];
}

/** A block merged across a whole sheet would list 16384 columns; no table of ours is wider than this. */
const WIDEST = 256;

function withMerged(own: readonly number[], merges: readonly Merge[]): number[] {
  const columns = new Set(own);
  for (const merge of merges) {
    for (let column = merge.left; column <= Math.min(merge.right, merge.left + WIDEST); column += 1) {
      columns.add(column);
    }
  }
  return [...columns].sort((a, b) => a - b);
}
