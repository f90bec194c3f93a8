import type { Merge } from "./sheet.js";

/** 1-based row and column of a cell. */
export interface Position {
  row: number;
  column: number;
}

/** "F7" of row 7, column 6. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row);
}

/** "AA" of column 27. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 27 of "AA", in either case. */
function columnNumber(letters: string): number {
  let column = 0;
  // The low five bits of a Latin letter are its place in the alphabet, in either case.
  for (let at = 0; at < letters.length; at++) column = column * 26 + (letters.charCodeAt(at) & 31);
  return column;
}

/** Row and column of "F7" or "$F$7"; null for anything else. */
export function parseAddress(address: string): Position | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  return match ? { row: Number(match[2]), column: columnNumber(match[1] ?? "") } : null;
}

/** The block of "B2:D5", also of a single "B2"; null for anything else. */
export function parseRange(range: string): Merge | null {
  const [from, to = from] = range.split(":").map(parseAddress);
  if (!from || !to) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
