import { issue } from "../../../issues/issue.js";
import { bears, marksIn } from "../kinds/marks.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { undecided, type Case, type Judge, type Verdict } from "./verdict.js";

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
  const verdict: Verdict = { is: "refused", reason: "other-figure" };
  const region = context.catalogue.plans[0]?.region ?? "";
  return {
    verdicts: new Map(found.map(({ column }) => [column.column, verdict])),
    issues: found.flatMap(({ column, other }) => {
      const rows = ownRows(context, lines, column.column);
      const args = { ...toldColumn(column), ...other, year: column.heading.year, rows, region };
      return rows.length === 0 ? [] : [issue("data/other-column", headCell(context, column), args)];
    }),
  };
};

function headOf({ context: { grid, table } }: Case, column: number) {
  const { top, bottom } = table.head;
  return Array.from({ length: bottom - top + 1 }, (_, at) => grid.shown(top + at, column)).filter(
    (cell) => cell !== null,
  );
}
