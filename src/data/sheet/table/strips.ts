import type { Cell } from "../../../workbook/sheet.js";
import type { Grid } from "../grid.js";
import { smallest } from "../../../terms/long-lists.js";
import { bandsOn, type HeadRules } from "./bands.js";
import type { Band } from "./columns.js";

/** Columns of a sheet from one to another, inclusive. */
interface Block {
  from: number;
  to: number;
}

/** More blocks than this are a page that somebody drew, not tables side by side. */
const MOST_BLOCKS = 4;

/**
 * The parts of a sheet that are read apart: all of it, or blocks of columns with nothing between them, where one has a
 * head in a row in which its neighbour has figures: two tables side by side, one a line lower.
 */
export function stripsOf(grid: Grid, rulesOn: (part: Grid) => HeadRules): Grid[] {
  const blocks = blocksIn(grid);
  if (blocks.length < 2 || blocks.length > MOST_BLOCKS) return [grid];
  const bandsIn = (block: Block): Band[] => {
    const part = within(grid, block, 0);
    return bandsOn(part, rulesOn(part));
  };
  const headed = withHeads(blocks, bandsIn);
  if (headed.length < 2) return [grid];
  const known = new Set(bandsOn(grid, rulesOn(grid)).map(({ bottom }) => bottom));
  const bands = headed.flatMap(({ bands: own }) => own);
  if (bands.every(({ bottom }) => known.has(bottom))) return [grid];
  const first = smallest(bands.map(({ top }) => top));
  return headed.map(({ block }) => within(grid, block, first));
}

interface Headed {
  block: Block;
  bands: readonly Band[];
}

/** Blocks that have a head of their own; words without one belong to the table on their left. */
function withHeads(blocks: readonly Block[], bandsIn: (block: Block) => Band[]): Headed[] {
  const found: Headed[] = [];
  for (const block of blocks) {
    const bands = bandsIn(block);
    const left = found.at(-1);
    if (left !== undefined && bands.length === 0)
      found[found.length - 1] = { ...left, block: { from: left.block.from, to: block.to } };
    else found.push({ block, bands });
  }
  return found.every(({ bands }) => bands.length > 0) ? found : [];
}

/** The columns that hold something, as blocks with an empty column between them. */
function blocksIn(grid: Grid): Block[] {
  const filled = new Set<number>();
  for (const row of grid.rows) {
    const own = grid.own(row);
    // A title spans all of them, from wherever it begins.
    if (own.length > 1) for (const { column } of own) filled.add(column);
  }
  const blocks: Block[] = [];
  for (const column of [...filled].sort((a, b) => a - b)) {
    const last = blocks.at(-1);
    if (last?.to === column - 1) last.to = column;
    else blocks.push({ from: column, to: column });
  }
  return blocks;
}

/** The sheet as one sees it with all other columns covered, but for the titles above row `below`. */
function within(grid: Grid, { from, to }: Block, below: number): Grid {
  const isInside = (column: number) => column >= from && column <= to;
  const cells = new Map<number, readonly Cell[]>();
  for (const row of grid.rows) {
    const own = grid.own(row);
    const seen = own.length === 1 && row < below ? own : own.filter(({ column }) => isInside(column));
    if (seen.length > 0) cells.set(row, seen);
  }
  return {
    ...grid,
    rows: [...cells.keys()],
    own: (row) => cells.get(row) ?? [],
    columns: (row) => grid.columns(row).filter(isInside),
    cell: (row, column) => (isInside(column) ? grid.cell(row, column) : null),
    shown: (row, column) => (isInside(column) ? grid.shown(row, column) : null),
    text: (row, column) => (isInside(column) ? grid.text(row, column) : ""),
    prose: (row, column) => (isInside(column) ? grid.prose(row, column) : ""),
  };
}
