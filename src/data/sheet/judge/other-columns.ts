import { issue } from "../../../issues/issue.js";
import type { Heading } from "../head/token.js";
import type { SheetContext } from "../reading.js";
import type { Column } from "../table/columns.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import type { Case, Opinion, Verdict } from "./verdict.js";

/** A column of another figure than the rows' own, and the words that say so. */
export interface OtherColumn {
  column: Column;
  other: NonNullable<Heading["other"]>;
}

export const OTHER_FIGURE: Verdict = { is: "refused", reason: "other-figure" };

/** What findings say of such a column, whose `rows` are not read. */
export function toldOther(
  { catalogue }: SheetContext,
  { column, other }: OtherColumn,
  rows: readonly number[],
) {
  const region = catalogue.plans[0]?.region ?? "";
  return { ...toldColumn(column), ...other, year: column.heading.year, rows, region };
}

/** Columns that something beside their heading makes another's: refused, and told by `code` where they hold figures. */
export function refusedColumns(
  code: "data/noted-column" | "data/other-column",
  { context, lines }: Case,
  found: readonly OtherColumn[],
): Opinion {
  return {
    verdicts: new Map(found.map(({ column }) => [column.column, OTHER_FIGURE])),
    issues: found.flatMap((each) => {
      const rows = ownRows(context, lines, each.column.column);
      const where = headCell(context, each.column);
      return rows.length === 0 ? [] : [issue(code, where, toldOther(context, each, rows))];
    }),
  };
}
