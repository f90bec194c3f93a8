import { largest } from "../../../terms/long-lists.js";
import { figureAt } from "../grid.js";
import type { Line } from "../kinds/lines.js";
import { latestYear } from "../kinds/year-columns.js";
import { tightText } from "../normalise.js";
import type { SheetContext } from "../reading.js";
import { columnOf, yearsOver } from "../table/table.js";

/** Over more years than this a source may well be that of an earlier one. */
const MOST_YEARS = 2;

/** 2023年第七次人口普查 under 数据来源 beside a figure of 2025: a source that names earlier years only. */
export function earlierSources(
  context: SheetContext,
  lines: readonly Line[],
): { row: number; column: number; text: string; why: "year" }[] {
  const { grid, table } = context;
  const column = columnOf(table, "dataSource");
  const latest = latestYear(context);
  const isLong = new Set(yearsOver(table.columns)).size > MOST_YEARS;
  if (column === null || latest === null || isLong) return [];
  return lines.flatMap(({ row, match, hasFigure }) => {
    const text = tightText(grid.shown(row, column)?.display ?? "");
    const years = (text.match(/(?<!\d)20[12]\d(?!\d)/gu) ?? []).map(Number);
    const isEarlier = match.type === "matched" && hasFigure && years.length > 0 && largest(years) < latest;
    return isEarlier && holdsLatest(context, row, latest)
      ? [{ row, column, text, why: "year" as const }]
      : [];
  });
}

function holdsLatest({ grid, table }: SheetContext, row: number, latest: number): boolean {
  return table.columns.some(
    ({ column, heading: { role, year } }) =>
      (role === "value" || role === "done" || (role === "yearValue" && year === latest)) &&
      figureAt(grid, row, column) !== null,
  );
}
