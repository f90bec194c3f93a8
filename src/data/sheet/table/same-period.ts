import type { Other } from "../head/words.js";
import type { Column } from "./columns.js";
import { withHeadings, type Table } from "./table.js";

/** What says of when a column is: a part of the year, or what has added up in it. */
const OF_PERIODS: ReadonlySet<Other> = new Set<Other>(["period", "statistic"]);

/**
 * 上年同期 says no period of its own: beside 上半年 it is half a year, beside 1—12月累计 the whole. The table with such
 * columns known for what the column on their left is.
 */
export function withSamePeriods(table: Table): Table {
  const same = table.columns.flatMap((column) => {
    if (column.heading.role !== "previous" || !/同[期月]/u.test(column.heading.text)) return [];
    const { other } = besideOf(table, column)?.heading ?? {};
    if (other?.other !== "period") return [];
    return [[column.column, { ...column.heading, role: null, other: { ...other, word: "同期" } }] as const];
  });
  return same.length === 0 ? table : withHeadings(table, new Map(same));
}

/** The nearest column on the left that says of when it is: 增减 and 位次 between them say nothing of it. */
function besideOf({ columns }: Table, { column }: Column): Column | undefined {
  return columns.findLast(
    ({ column: at, heading: { figures, other } }) =>
      at < column && figures && (other === null || OF_PERIODS.has(other.other)),
  );
}
