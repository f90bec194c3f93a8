import { issue } from "../../../issues/issue.js";
import { doubt, type Doubt } from "./doubt.js";
import { belongsTo, misplaced, type YearRow } from "./rows.js";

/** Two rows below each other, or with one between, whose figures of a year changed places. */
export function rowsSwapped(column: readonly YearRow[]): Doubt[] {
  return column.flatMap((row, index) =>
    column.slice(index + 1, index + 3).flatMap((other) => {
      if (!belongsTo(row, other) || !belongsTo(other, row)) return [];
      const both = [row, other].flatMap(({ typed }) => typed ?? []);
      const args = { year: both[0]?.year ?? 0, rows: [misplaced(row, other), misplaced(other, row)] };
      return doubt(issue("data/rows-swapped", row.source, args), both);
    }),
  );
}
