import { cellAddress } from "../address.js";
import { LIMITS, refused } from "./guard.js";
import type { Cell, Merge, SheetRow } from "../sheet.js";

/**
 * The rows without the cells that a merge covers, and those cells: a program keeps what stood there, but
 * nobody sees it. Rows are in order; merges in any. Throws a refusal where they lie over one another.
 */
export function splitCovered(
  rows: readonly SheetRow[],
  merges: readonly Merge[],
  sheet: string,
): { rows: SheetRow[]; covered: Cell[] } {
  const waiting = [...merges].sort((a, b) => a.top - b.top);
  const cover = columnCover(sheet);
  let next = 0;
  const visible: SheetRow[] = [];
  const covered: Cell[] = [];
  for (const { row, cells } of rows) {
    for (let merge = waiting[next]; merge && merge.top <= row; merge = waiting[++next]) cover.enter(merge);
    const kept: Cell[] = [];
    for (const cell of cells) (cover.hides(row, cell.column) ? covered : kept).push(cell);
    if (kept.length > 0) visible.push({ row, cells: kept });
  }
  return { rows: visible, covered };
}

/** How far down each column is covered by the merges met so far, which come in the order of their first rows. */
function columnCover(sheet: string) {
  const until = new Uint32Array(LIMITS.columns + 1);
  const corners = new Set<string>();
  let overlaps = 0;
  return {
    enter({ top, left, bottom, right }: Merge) {
      let isOver = false;
      for (let column = left; column <= Math.min(right, LIMITS.columns); column += 1) {
        isOver ||= until[column]! >= top;
        if (until[column]! < bottom) until[column] = bottom;
      }
      // No row then meets more blocks than it has columns, however many there are.
      if (isOver && ++overlaps > LIMITS.overlaps) {
        const at = { sheet, cell: cellAddress(top, left) };
        throw refused("workbook/damaged", { detail: "合并单元格相互重叠" }, at);
      }
      corners.add(`${top},${left}`);
    },
    hides: (row: number, column: number) => until[column]! >= row && !corners.has(`${row},${column}`),
  };
}
