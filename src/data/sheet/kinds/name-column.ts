import type { Column } from "../table/columns.js";
import { hasRole, nameAt, withHeadings } from "../table/table.js";
import { nameKey } from "../normalise.js";
import type { SheetContext } from "../reading.js";

/** Columns of words that somebody may have headed otherwise than we do: 项目, 监测项目, 内容. */
const MAY_NAME: ReadonlySet<Column["heading"]["role"]> = new Set([
  "projectName",
  "measureName",
  "text",
  null,
]);

/**
 * The column whose cells name our rows is the column of names, whatever heads it, where no other is headed so: 编号 with 1, 2
 * beside 项　　目 names nothing.
 */
export function withNameColumn(context: SheetContext): SheetContext {
  const { grid, table, catalogue } = context;
  if (hasRole(table.columns, "name")) return context;
  const found = table.columns
    .filter(({ heading }) => MAY_NAME.has(heading.role) && !isDated(heading))
    .find(({ column }) => {
      const keys = table.body.map((row) => nameKey(nameAt(grid, row, column))).filter((key) => key !== "");
      grid.spend(table.body.length);
      const ours = keys.filter((key) => catalogue.byKey.has(key));
      return ours.length > 0 && ours.length * 2 >= keys.length;
    });
  if (found === undefined) return context;
  const heading = { ...found.heading, role: "name" as const, figures: false, other: null, leftover: "" };
  return { ...context, table: withHeadings(table, new Map([[found.column, heading]])) };
}

function isDated({ year, relative }: Column["heading"]): boolean {
  return year !== null || relative !== null;
}
