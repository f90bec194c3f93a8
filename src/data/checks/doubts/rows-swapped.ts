import { issue } from "../../../issues/issue.js";
import { doubt, type Doubt } from "./doubt.js";
import { parseAddress } from "../../../workbook/address.js";
import { belongsTo, isFarNearer, misplaced, type YearRow } from "./rows.js";

/** Rows of one table that people mistake for each other stand no farther apart, section lines between them included. */
const FARTHEST = 4;

function rowOf({ source }: YearRow): number {
  return parseAddress(source.cell)?.row ?? 0;
}

/** Whether a figure suits a third row far better that has left its own, too: a block that moved, and no exchange. */
function isRather(row: YearRow, other: YearRow, column: readonly YearRow[]): boolean {
  return column.some(
    (third) =>
      third !== row &&
      third !== other &&
      Math.abs(rowOf(third) - rowOf(row)) <= FARTHEST &&
      third.astray &&
      isFarNearer(row, third, other),
  );
}

/** Two rows below each other, or with one between, whose figures of a year changed places. */
export function rowsSwapped(column: readonly YearRow[]): Doubt[] {
  return column.flatMap((row, index) =>
    column.slice(index + 1, index + 3).flatMap((other) => {
      const isNear = Math.abs(rowOf(row) - rowOf(other)) <= FARTHEST;
      if (!isNear || !belongsTo(row, other) || !belongsTo(other, row)) return [];
      if (isRather(row, other, column) || isRather(other, row, column)) return [];
      const both = [row, other].flatMap(({ typed }) => typed ?? []);
      const args = { year: both[0]?.year ?? 0, rows: [misplaced(row, other), misplaced(other, row)] };
      return doubt(issue("data/rows-swapped", row.source, args), both);
    }),
  );
}
