import { groupBy } from "../../../terms/group-by.js";
import { known, type Fate } from "../../coverage/fate.js";
import type { Entry } from "../../catalogue.js";
import { sourceAt } from "../../settle/place.js";
import { figureAt, withoutCells } from "../grid.js";
import { headingOf } from "../head/heading.js";
import type { Lexicon } from "../head/lexicon.js";
import type { Heading } from "../head/token.js";
import { oneOf, PARTS_ALIKE, STAGES, WHOLE, wordsIn } from "../head/words.js";
import { entryOf, type Line } from "../kinds/lines.js";
import { partPlaced } from "../kinds/parts.js";
import type { SheetContext } from "../reading.js";
import type { Column } from "../table/columns.js";
import { isShare, isShareOfWomen } from "./own/shares.js";

/** Rows of a table by what some of its columns make them: 九年义务教育巩固率 under 女. */
interface PartTable {
  context: SheetContext;
  lines: readonly Line[];
}

export interface PartColumns {
  parts: readonly PartTable[];
  /** The table without the figures of those. */
  rest: PartTable;
  /** The figures of all people beside those of the women that a row is about. */
  fates: readonly Fate[];
}

/** A column of a part of the people: the word for it, and what its heading says without that. */
interface PartColumn {
  column: Column;
  part: string;
  heading: Heading;
}

/** A figure that a column makes another row's than its name does. */
interface Claimed extends PartColumn {
  line: Line;
  entry: Entry;
}

/**
 * Takes the columns 女, 农村, 小学 of a table for rows of their own where the plans have such rows: 女 beside 九年义务教育巩固率
 * is 女童九年义务教育巩固率, and beside 女性基本医疗保险参保率, where 合计 and 男 are others, that row itself.
 */
export function partColumns(context: SheetContext, lines: readonly Line[]): PartColumns {
  const whole = { parts: [], rest: { context, lines }, fates: [] };
  const columns = context.table.columns.flatMap(
    (column) => partColumn(column, context.catalogue.lexicon) ?? [],
  );
  if (columns.length === 0 || context.table.columns.some(isShare)) return whole;
  const claimed = columns.flatMap((column) =>
    lines.flatMap((line) => claim(context, columns, column, line) ?? []),
  );
  if (claimed.length === 0) return whole;
  const others = claimed.flatMap((each) => ofAll(context, each));
  const out = new Set([...claimed.map((each) => cellOf(context, each)), ...others].map(({ cell }) => cell));
  const placed = new Set(claimed.map(({ line }) => line));
  return {
    parts: [...groupBy(claimed, ({ part }) => part).values()].map((same) => partTable(context, same)),
    rest: {
      context: { ...context, grid: withoutCells(context.grid, out) },
      lines: lines.map((line) =>
        placed.has(line) && line.match.type === "foreign" ? { ...line, isDivided: true } : line,
      ),
    },
    fates: others.map((source) => known(source, "other-group")),
  };
}

const PART_WORDS = new RegExp(oneOf([...PARTS_ALIKE, STAGES, "男 男性 男童 男生"].join(" ")), "gu");

/** The part that a heading names, and what it says else; null where it names none, several, or words nobody knows. */
function partColumn(column: Column, lexicon: Lexicon): PartColumn | null {
  const { figures, other, leftover, text } = column.heading;
  if (other === null ? leftover === "" : other.other !== "group" && !figures) return null;
  const [part, another] = new Set(text.match(PART_WORDS));
  if (part === undefined || another !== undefined) return null;
  const bare = text.split("|").map((level) => level.replace(/其中:?/u, "").replace(part, ""));
  const heading = headingOf(bare, lexicon);
  // 女性（万人） says in what they are counted.
  const isBare = heading.role === null && !heading.figures;
  const said = isBare ? ({ ...heading, role: "value", figures: true } as const) : heading;
  const isOwn = said.role === "value" || said.role === "done" || said.role === "yearValue";
  return isOwn && said.other === null && said.leftover === "" ? { column, part, heading: said } : null;
}

/** The indicator that a column of a part makes of a row's figure. */
function claim(
  context: SheetContext,
  columns: readonly PartColumn[],
  column: PartColumn,
  line: Line,
): Claimed | null {
  const { row, name, code } = line;
  const cell = figureAt(context.grid, row, column.column.column);
  if (cell === null || name === "" || line.byPlace !== null) return null;
  const own = entryOf(line);
  if (own !== null && isOfWomen(line) && WOMEN.has(column.part)) {
    return isDivided(context, columns, column) ? { ...column, line, entry: own } : null;
  }
  const above = [{ name, entry: own, isBlank: false }];
  const claimed = { code, number: "", names: [name], plan: context.plan, above: null, heading: "" };
  const found = partPlaced(context, { row, claim: claimed, cells: [cell] }, column.part, above);
  return found === null || found.isOfSome ? null : { ...column, line, entry: found.entry };
}

const WOMEN = new Set(wordsIn(PARTS_ALIKE[0] ?? ""));

/** 女性基本医疗保险参保率, of women; not 女性法官占比, which is of all judges. */
function isOfWomen(line: Line): boolean {
  return /(?<!男)女/u.test(entryOf(line)?.indicator.name ?? "") && !isShareOfWomen(line);
}

/** Whether men, or all, stand beside the women: 2025年 beside 其中：女 may be the women's already. */
function isDivided(
  { table }: SheetContext,
  columns: readonly PartColumn[],
  { heading }: PartColumn,
): boolean {
  return (
    columns.some((each) => each.part.startsWith("男") && each.heading.year === heading.year) ||
    table.columns.some((each) => isOfAll(each) && each.heading.year === heading.year)
  );
}

const WHOLES = wordsIn(WHOLE);

function isOfAll({ heading }: Column): boolean {
  return (
    heading.figures &&
    heading.other === null &&
    heading.text.split("|").some((level) => WHOLES.includes(level.replace(/\([^()]*\)$/u, "")))
  );
}

/** The figures of all that stand beside those of women, in the row that is about women. */
function ofAll(context: SheetContext, { line, entry, heading }: Claimed): Fate["source"][] {
  if (entry !== entryOf(line)) return [];
  const beside = context.table.columns.filter(
    (each) => each.heading.other === null && each.heading.figures && each.heading.year === heading.year,
  );
  return beside.flatMap(({ column }) =>
    figureAt(context.grid, line.row, column) === null ? [] : [sourceAt(context, line.row, column)],
  );
}

function cellOf(context: SheetContext, { line, column: { column } }: Claimed): Fate["source"] {
  return sourceAt(context, line.row, column);
}

/** The rows of one part, under nothing but its columns. */
function partTable(context: SheetContext, claimed: readonly Claimed[]): PartTable {
  const headings = new Map(claimed.map(({ column, heading }) => [column.column, heading]));
  const columns = context.table.columns.flatMap((each): Column[] => {
    const { figures, role } = each.heading;
    const heading = headings.get(each.column);
    if (heading !== undefined) return [{ ...each, heading }];
    return figures || role === "numerator" || role === "denominator" || role === null ? [] : [each];
  });
  const lines = [...groupBy(claimed, ({ line }) => line).values()].flatMap(([first]) =>
    first === undefined ? [] : [lineOf(first)],
  );
  return { context: { ...context, table: { ...context.table, columns } }, lines };
}

function lineOf({ line, entry, part }: Claimed): Line {
  const match = { type: "matched", entry, doubt: null } as const;
  return {
    ...line,
    code: "",
    name: entry.indicator.name,
    match,
    byPlace: part,
    isDivided: false,
    hasFigure: true,
    filled: true,
  };
}
