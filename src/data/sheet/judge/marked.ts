import { footnotesOver } from "../footnotes/marks.js";
import type { Heading } from "../head/token.js";
import { quoted } from "../quoted.js";
import type { Column } from "../table/columns.js";
import { refusedColumns } from "./other-columns.js";
import { undecided, type Case, type Judge } from "./verdict.js";

/** 2025年① over a table whose notes say ①为预计数: a column of another figure. */
export const markedColumns: Judge = (each, before) => {
  const found = undecided(each, before).flatMap((column) =>
    footnotesOver(each.context, headOf(each, column.column)).flatMap(({ text, heading }) => {
      const other = heading.other?.other ?? (isOfOtherYear(column, heading) ? "otherYear" : null);
      return other === null ? [] : [{ column, other: { other, word: quoted(text) } }];
    }),
  );
  return refusedColumns("data/noted-column", each, found);
};

/** *为2024年数据 over 2025年*. */
function isOfOtherYear({ heading: { year } }: Column, said: Heading): boolean {
  const isYear = said.role === "yearValue" && said.relative === null;
  return said.role === "previous" || (isYear && year !== null && said.year !== year);
}

function headOf({ context: { grid, table } }: Case, column: number) {
  const { top, bottom } = table.head;
  return Array.from({ length: bottom - top + 1 }, (_, at) => grid.shown(top + at, column)).filter(
    (cell) => cell !== null,
  );
}
