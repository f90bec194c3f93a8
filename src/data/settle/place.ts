import type { Place } from "../../issues/issue.js";
import { compareText } from "../../terms/compare-text.js";
import type { SheetContext } from "../sheet/reading.js";
import type { CellPlace } from "../../issues/place.js";

export function sourceAt({ file, sheet, grid }: SheetContext, row: number, column: number): CellPlace {
  const place = { file, sheet, cell: grid.address(row, column) };
  if (grid.isHiddenRow(row)) return { hidden: "row", ...place };
  return grid.isHidden(column) ? { hidden: "column", ...place } : place;
}

interface PlaceKey {
  file: string;
  line: number;
  at: number;
  sheet: string;
  row: number;
  letters: string;
}

/** The items in order of file, sheet, row and column; a place without a cell comes before its cells. */
export function inPlaceOrder<T>(items: readonly T[], placeOf: (item: T) => Place | null): T[] {
  return items
    .map((item) => ({ item, key: keyOf(placeOf(item) ?? { file: "" }) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item);
}

function keyOf({ file, line = 0, column = 0, sheet = "", cell = "" }: Place): PlaceKey {
  const letters = /^[A-Z]*/u.exec(cell)?.[0] ?? "";
  return { file, line, at: column, sheet, row: Number(cell.slice(letters.length)), letters };
}

function compareKeys(a: PlaceKey, b: PlaceKey): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.at - b.at ||
    compareText(a.sheet, b.sheet) ||
    a.row - b.row ||
    a.letters.length - b.letters.length ||
    compareText(a.letters, b.letters)
  );
}
