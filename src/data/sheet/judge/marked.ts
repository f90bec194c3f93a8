import { bears, marksIn } from "../kinds/marks.js";
import { refusedColumns } from "./other-columns.js";
import { undecided, type Case, type Judge } from "./verdict.js";

/** 2025年① over a table whose notes say ①为预计数: a column of another figure. */
export const markedColumns: Judge = (each, before) => {
  const { context, lines } = each;
  const columns = undecided(each, before).filter(({ column }) => headOf(each, column).length > 0);
  const found = marksIn(context, lines).flatMap(({ mark, said: { other } }) =>
    other === null
      ? []
      : columns
          .filter(({ column }) => bears(headOf(each, column), mark))
          .map((column) => ({ column, other })),
  );
  return refusedColumns("data/other-column", each, found);
};

function headOf({ context: { grid, table } }: Case, column: number) {
  const { top, bottom } = table.head;
  return Array.from({ length: bottom - top + 1 }, (_, at) => grid.shown(top + at, column)).filter(
    (cell) => cell !== null,
  );
}
