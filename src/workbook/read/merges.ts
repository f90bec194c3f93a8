import { LIMITS, refused } from "./guard.js";
import type { Cell, Merge, SheetRow } from "../sheet.js";

/**
 * The rows without the cells that a merge covers, and those cells: a program keeps what stood there, but
 * nobody sees it. Rows are in order; merges in any.
 */
export function splitCovered(
  rows: readonly SheetRow[],
  merges: readonly Merge[],
): { rows: SheetRow[]; covered: Cell[] } {
  const waiting = [...merges].sort((a, b) => a.top - b.top);
  const cover = columnCover();
  let next = 0;
  const visible: SheetRow[] = [];
  const covered: Cell[] = [];
  for (const { row, cells } of rows) {
    cover.leave(row);
    for (let merge = waiting[next]; merge && merge.top <= row; merge = waiting[++next]) {
      if (merge.bottom >= row) cover.enter(merge);
    }
    const kept: Cell[] = [];
    for (const cell of cells) (cover.hides(row, cell.column) ? covered : kept).push(cell);
    if (kept.length > 0) visible.push({ row, cells: kept });
  }
  return { rows: visible, covered };
}

/** Which columns the merges of the current row cover, counted so that a row costs no more than its cells. */
function columnCover() {
  const counts = new Uint32Array(LIMITS.columns + 1);
  const corners = new Set<string>();
  let active: Merge[] = [];
  const count = ({ left, right }: Merge, step: number) => {
    for (let column = left; column <= Math.min(right, LIMITS.columns); column++) counts[column]! += step;
  };
  return {
    enter(merge: Merge) {
      // Merges do not overlap, so that no row meets more of them than a sheet has columns.
      if (active.push(merge) > LIMITS.columns) {
        throw refused("workbook/damaged", { detail: "合并单元格相互重叠" });
      }
      corners.add(`${merge.top},${merge.left}`);
      count(merge, 1);
    },
    leave(row: number) {
      const left = active.filter((merge) => merge.bottom < row);
      if (left.length === 0) return;
      for (const merge of left) count(merge, -1);
      active = active.filter((merge) => merge.bottom >= row);
    },
    hides: (row: number, column: number) => counts[column] !== 0 && !corners.has(`${row},${column}`),
  };
}
