import { segment } from "../../head/lexicon.js";
import type { Other } from "../../head/words.js";
import { isNumbered, tightText } from "../../normalise.js";
import type { SheetContext } from "../../reading.js";
import { columnOf } from "../../table/table.js";
import type { Line } from "../lines.js";

/** What tables tell of each indicator in lines of their own beneath it. */
const BENEATH: ReadonlySet<Other> = new Set<Other>([
  "rank",
  "change",
  "statistic",
  "completion",
  "score",
  "target",
  "forecast",
]);

/** One may head the rows beneath it, but ranks are whole numbers; of several, each beneath an indicator of its own, none does. */
const SEVERAL = 2;

/**
 * The rows that speak of the one above them, filled in or not: 全市排位, 较上年增减 and 目标值 beneath each indicator. They
 * head nothing. Where an indicator stands in the table twice, such words tell its rows apart, and are no such lines.
 */
export function subLines(context: SheetContext, lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let above: Line["match"]["type"] = "foreign";
  for (const line of lines) {
    if (isSubLine(context, line)) {
      if (above === "matched") found.add(line.row);
    } else if (line.name !== "" || line.code !== "") above = line.match.type;
  }
  const isEnough = found.size >= SEVERAL || [...found].some((row) => isRankAbove(context, lines, row));
  return !isEnough || repeats(lines) ? new Set() : found;
}

const PART_OF_ONE = /^\d+\.\d*[1-9]\d*%?$/u;

/** 全市排位 over 94.72 and 93.41 is no head of theirs. */
function isRankAbove(context: SheetContext, lines: readonly Line[], row: number): boolean {
  const { grid, table } = context;
  const line = lines.find((each) => each.row === row);
  const saysRank = segment(tightText(line?.name ?? ""), context.catalogue.lexicon).tokens.some(
    (token) => token.says === "other" && token.other === "rank",
  );
  const below = lines.filter((each) => each.row > row && each.match.type === "matched");
  const columns = table.columns.filter(({ heading }) => heading.figures).map(({ column }) => column);
  const isShare = (each: Line) => columns.some((column) => PART_OF_ONE.test(grid.text(each.row, column)));
  return saysRank && below.some(isShare);
}

function isSubLine({ grid, table, catalogue }: SheetContext, { row, name, match, code }: Line): boolean {
  const column = columnOf(table, "name");
  if (match.type !== "foreign" || code !== "" || column === null) return false;
  const text = tightText(name);
  if (text === "" || isNumbered(text) || grid.width(row, column) > 1) return false;
  const { tokens, left } = segment(text, catalogue.lexicon);
  return left.length === 0 && tokens.some((token) => token.says === "other" && BENEATH.has(token.other));
}

function repeats(lines: readonly Line[]): boolean {
  const ids = lines.flatMap(({ match, hasFigure }) =>
    match.type === "matched" && hasFigure ? [match.entry.indicator.id] : [],
  );
  return new Set(ids).size < ids.length;
}
