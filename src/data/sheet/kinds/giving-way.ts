import { groupBy } from "../../../terms/group-by.js";
import { quoted } from "../quoted.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import { columnOf } from "../table/table.js";
import { entryOf, type Line } from "./lines.js";
import type { Found } from "./qualifiers.js";
import { preliminaryOf } from "./said-of-rows.js";

/**
 * Rows whose figure is not the last, beside a row of the same that is: 自查 above 年报, 快报 above 审定. `whose` tells the
 * indicator, the year and the group of a row.
 */
export function givingWay(
  context: SheetContext,
  lines: readonly Line[],
  whose: (line: Line) => string,
): Found[] {
  const ours = lines.filter(({ match, hasFigure }) => match.type === "matched" && hasFigure);
  // Most tables have a row for each.
  if (new Set(ours.map(entryOf)).size === ours.length) return [];
  const found = [...groupBy(ours, whose).values()].flatMap((same) => {
    const said = same.map((line) => ({
      row: line.row,
      word: same.length > 1 ? preliminaryOf(context, line.row) : "",
    }));
    const first = said.filter(({ word }) => word !== "");
    return first.length < same.length ? first : [];
  });
  const column = columnOf(context.table, "sort") ?? columnOf(context.table, "name") ?? context.table.from;
  return [...groupBy(found, ({ word }) => word)].map(([word, same]): Found => {
    const rows = same.map(({ row }) => row);
    const said = { noun: "写着的", text: quoted(word), isPreliminary: true as const };
    return { rows, reason: "preliminary-column", said, where: sourceAt(context, rows[0]!, column) };
  });
}
