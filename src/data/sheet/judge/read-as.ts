import { issue } from "../../../issues/issue.js";
import { groupBy } from "../../../terms/group-by.js";
import type { Heading } from "../head/token.js";
import type { Column } from "../table/columns.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { valuesIn, type Judge } from "./verdict.js";

/** What a person should know of headings whose columns are read: 快报, 25年, 基期. Told once for all of one kind. */
export const readAs: Judge = (each, before) => {
  const { context, lines } = each;
  const years = new Map(valuesIn(before).map(({ column, year }) => [column, year]));
  const columns = context.table.columns.filter(
    ({ column }) => years.has(column) && ownRows(context, lines, column).length > 0,
  );
  const byReason = groupBy(
    columns.filter((column) => whyTold(column) !== null),
    whyTold,
  );
  return {
    issues: [...byReason].flatMap(([why, same]) => {
      const [first] = same;
      if (why === null || first === undefined) return [];
      const told = same.map((column) => ({
        ...toldColumn(column),
        year: years.get(column.column) ?? null,
        word: column.heading.noted[0]?.word ?? "",
      }));
      return issue("data/column-read-as", headCell(context, first), { columns: told, why });
    }),
  };
};

function whyTold({ heading }: Column): Heading["noted"][number]["why"] | "base" | null {
  return heading.noted[0]?.why ?? (heading.role === "base" ? "base" : null);
}
