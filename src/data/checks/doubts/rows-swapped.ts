import { issue } from "../../../issues/issue.js";
import { doubt, type Doubt } from "./doubt.js";
import { parseAddress } from "../../../workbook/address.js";
import { belongsTo, misplaced, type YearRow } from "./rows.js";

/** Rows of one table that people mistake for each other stand no farther apart, section lines between them included. */
const FARTHEST = 4;

function rowOf({ source }: YearRow): number {
  return parseAddress(source.cell)?.row ?? 0;
}

/** Two rows below each other, or with one between, whose figures of a year changed places. */
export function rowsSwapped(column: readonly YearRow[]): Doubt[] {
  return column.flatMap((row, index) =>
    column.slice(index + 1, index + 3).flatMap((other) => {
      const isNear = Math.abs(rowOf(row) - rowOf(other)) <= FARTHEST;
      if (!isNear || !belongsTo(row, other) || !belongsTo(other, row)) return [];
      const both = [row, other].flatMap(({ typed }) => typed ?? []);
      const args = { year: both[0]?.year ?? 0, rows: [misplaced(row, other), misplaced(other, row)] };
      return doubt(issue("data/rows-swapped", row.source, args), both);
    }),
  );
}
