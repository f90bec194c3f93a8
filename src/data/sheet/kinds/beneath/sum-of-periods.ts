import type { SheetContext } from "../../reading.js";
import { groupBy } from "../../../../terms/group-by.js";
import { sourceAt } from "../../../settle/place.js";
import { OTHER_REASONS } from "../../judge/reasons.js";
import { tightText } from "../../normalise.js";
import { quoted } from "../../quoted.js";
import { columnOf } from "../../table/table.js";
import { entryOf, type Line } from "../lines.js";
import type { Found } from "../qualifiers.js";

/** Not 全年, which says it. */
const ADDS_UP = /^(?:合计|总计|共计|小计|累计|计)数?$/u;

/** 合计 beneath 1月 and 2月 adds up those months: it is the year's where all of its months or quarters stand above it. */
export function sumsOfPeriods(context: SheetContext, lines: readonly Line[]): Found[] {
  const column = columnOf(context.table, "period");
  if (column === null) return [];
  const textAt = ({ row }: Line) => tightText(context.grid.text(row, column));
  const ours = lines.filter((line) => line.hasFigure && entryOf(line) !== null);
  const rows = [...groupBy(ours, entryOf).values()].flatMap((same) => {
    const times = same.map(textAt).filter((text) => text !== "" && !ADDS_UP.test(text));
    const sums = same.filter((line) => ADDS_UP.test(textAt(line)));
    return times.length === 0 || isWholeYear(times) ? [] : sums;
  });
  const [first] = rows;
  if (first === undefined) return [];
  const heading = context.table.columns.find((each) => each.column === column)?.heading.text ?? "";
  const said = { noun: `“${heading.replaceAll("|", "／")}”`, text: quoted(textAt(first)) };
  const reason = OTHER_REASONS.period;
  return [{ rows: rows.map(({ row }) => row), reason, said, where: sourceAt(context, first.row, column) }];
}

const PARTS: readonly { of: RegExp; all: number }[] = [
  { of: /(?<!\d)(1[012]|[1-9])月/u, all: 12 },
  { of: /([一二三四1-4])季/u, all: 4 },
  { of: /([上下])半年/u, all: 2 },
];

function isWholeYear(texts: readonly string[]): boolean {
  return PARTS.some(({ of, all }) => new Set(texts.flatMap((text) => of.exec(text)?.[1] ?? [])).size === all);
}
