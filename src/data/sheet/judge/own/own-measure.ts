import type { Entry } from "../../../catalogue.js";
import { headingOf } from "../../head/heading.js";
import type { Heading } from "../../head/token.js";
import { PLAIN_HEADING } from "../../head/words.js";
import { unitOf } from "../../../../terms/unit.js";
import { entryOf, type Line } from "../../kinds/lines.js";
import { nameKey } from "../../normalise.js";
import type { SheetContext } from "../../reading.js";
import { isOfOwn, lowestOf, type Column } from "../../table/columns.js";
import { withHeadings, type Table } from "../../table/table.js";
import { measuredAs } from "../counted.js";
import { ownRows } from "../place.js";

/**
 * The table with 覆盖率, 性别比 and 上年率 known as the rows' own figures where the names of all rows that have one end so:
 * the word says no more than 数值 does.
 */
export function withOwnMeasures(context: SheetContext, lines: readonly Line[], table: Table): Table {
  const found = table.columns.flatMap((column): [number, Heading][] => {
    const heading = ownHeading(context, lines, column);
    return heading === null ? [] : [[column.column, heading]];
  });
  if (found.length === 0) return table;
  const years = new Set(found.map(([, { year }]) => year));
  const counts = table.columns.flatMap((column): [number, Heading][] => {
    const { heading } = column;
    const isBeside = isOfOwn(heading) && years.has(heading.year) && countsRows(context, lines, column);
    if (!isBeside) return [];
    return [[column.column, { ...heading, role: null, other: { other: "count", word: lowestOf(column) } }]];
  });
  return withHeadings(table, new Map([...counts, ...found]));
}

/** 总数 beside 覆盖率: what the rates are made of. */
function countsRows(
  { catalogue: { lexicon } }: SheetContext,
  lines: readonly Line[],
  column: Column,
): boolean {
  const entries = lines.flatMap((line) => entryOf(line) ?? []);
  const of = (entry: Entry) =>
    measuredAs(lowestOf(column), { entry, unit: "" }, { lexicon, counts: false }) === "count-column";
  return entries.length > 0 && entries.every(of);
}

function ownHeading(context: SheetContext, lines: readonly Line[], column: Column): Heading | null {
  const { heading } = column;
  if (heading.role !== null || !isOpen(heading)) return null;
  const filled = new Set(ownRows(context, lines, column.column));
  const own = lines.filter(({ row }) => filled.has(row));
  const lowest = lowestOf(column).replace(/\([^()]*\)$/u, "");
  const word = own.length === 0 ? "" : measureIn(context, own, lowest);
  if (word === "") return null;
  const levels = heading.text.split("|");
  const bare = [...levels.slice(0, -1), lowestOf(column).replace(word, PLAIN_HEADING)];
  const said = headingOf(bare, context.catalogue.lexicon);
  const isOwn = said.role !== null && said.other === null && said.leftover === "";
  return isOwn ? { ...said, text: heading.text } : null;
}

/** The longest end of a heading that the names of all rows have; 率 alone only behind a year, for 填报率 is another figure. */
function measureIn({ catalogue: { lexicon } }: SheetContext, lines: readonly Line[], text: string): string {
  for (let from = 0; from < text.length; from += 1) {
    const word = text.slice(from);
    const before = headingOf([text.slice(0, from)], lexicon);
    const isWord = word.length > 1 || before.year !== null || before.relative !== null;
    if (isWord && lines.every((line) => isMeasuredBy(line, nameKey(word)))) return word;
  }
  return "";
}

/** Rates and ratios; of numbers of people nobody knows whether 参保人数 is of all of them. */
function isMeasuredBy(line: Line, word: string): boolean {
  const indicator = entryOf(line)?.indicator;
  if (indicator === undefined || (indicator.unit !== "" && unitOf(indicator.unit).kind !== "rate"))
    return false;
  return [line.name, indicator.name].some((name) => nameKey(name).endsWith(word));
}

/** What nobody understands, and 性别比, which is no column of sexes. */
function isOpen({ other, leftover, text }: Heading): boolean {
  return leftover !== "" || other === null || /性别比/u.test(text);
}
