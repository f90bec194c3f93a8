import type { Place } from "../issue.js";
import { cellAddress } from "../workbook/address.js";
import type { CellSource } from "./dataset.js";
import { compareText } from "./normalise.js";
import type { SheetContext } from "./reading.js";

export function sourceAt({ file, sheet }: SheetContext, row: number, column: number): CellSource {
  return { file, sheet, cell: cellAddress(row, column) };
}

/** 监测数据.xlsx“指标数据”F7, for findings that name a second cell. */
export function spoken({ file, sheet, cell }: CellSource): string {
  return `${file}“${sheet}”${cell}`;
}

/** Order by file, sheet, row and column; a place without them comes before its cells. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.sheet ?? "", b.sheet ?? "") ||
    compareCells(a.cell ?? "", b.cell ?? "")
  );
}

function compareCells(a: string, b: string): number {
  const [aLetters, aRow] = split(a);
  const [bLetters, bRow] = split(b);
  return aRow - bRow || aLetters.length - bLetters.length || compareText(aLetters, bLetters);
}

function split(address: string): [string, number] {
  const row = /\d+$/u.exec(address)?.[0] ?? "";
  return [address.slice(0, address.length - row.length), Number(row)];
}
