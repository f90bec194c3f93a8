import { LIMITS, refused } from "./guard.js";
import type { Merge, SheetRow } from "./sheet.js";

/**
 * The rows without the cells that a merge covers: a program keeps what stood there, but nobody sees
 * it. Rows are in order; merges in any.
 */
export function withoutCovered(rows: readonly SheetRow[], merges: readonly Merge[]): SheetRow[] {
  const waiting = [...merges].sort((a, b) => a.top - b.top);
  let next = 0;
  let active: Merge[] = [];
  const visible: SheetRow[] = [];
  for (const { row, cells } of rows) {
    for (let merge = waiting[next]; merge && merge.top <= row; merge = waiting[++next]) active.push(merge);
    active = active.filter((merge) => merge.bottom >= row);
    // Merges do not overlap, so that no row meets more of them than a sheet has columns.
    if (active.length > LIMITS.columns) throw refused("workbook/damaged", { detail: "合并单元格相互重叠" });
    const kept = cells.filter((cell) => !active.some((merge) => covers(merge, row, cell.column)));
    if (kept.length > 0) visible.push({ row, cells: kept });
  }
  return visible;
}

function covers({ top, left, right }: Merge, row: number, column: number): boolean {
  return column >= left && column <= right && !(row === top && column === left);
}
