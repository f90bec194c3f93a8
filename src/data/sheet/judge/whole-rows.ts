import { isOfPeople, isTownWord } from "../../../plan/words/groupings.js";
import type { GroupingEntry } from "../../../plan/plan.js";
import type { Decimal } from "../../../terms/decimal.js";
import { unitOf } from "../../../terms/unit.js";
import type { Entry } from "../../catalogue.js";
import { readCell } from "../cell.js";
import { entryOf, type Line } from "../kinds/lines.js";
import { measureOf } from "../kinds/indicator-row.js";
import { yearOfRow } from "../kinds/year-columns.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import { isTotal, isWholeName } from "../total.js";

/** What a row of a table of groups says it is of: its grouping, and what stands where others name a group. */
export interface Named {
  grouping: GroupingEntry;
  texts: readonly string[];
}

interface Columns {
  column: number;
  year: number | null;
}

/**
 * The rows of all groups together, whose figure is the district's: 合计 among men and women, 全区 and 永川区 among the
 * towns. 合计 of towns may be of some alone, and of rates their sum: it is the district's where all towns have a figure,
 * and a rate lies between theirs.
 */
export function wholeRows(
  context: SheetContext,
  lines: readonly Line[],
  values: readonly Columns[],
  namedBy: (row: number, entry: Entry) => Named | null,
): ReadonlySet<number> {
  const { wholes, parts } = sortedRows(context, lines, namedBy);
  if (wholes.every(({ isOwn }) => isOwn)) return new Set(wholes.map(({ row }) => row));
  const ends = values.map((at) => ({ at, of: endsOf(context, parts, at) }));
  const isOfAll = (row: number, entry: Entry) =>
    ends.every(({ at, of }) => {
      const value = valueAt(context, row, entry, at.column);
      const known = of.get(keyOf(context, row, entry, at));
      if (value === null) return true;
      if (known === undefined || known.count < Math.max(2, entry.plan.sites.length)) return false;
      const isRate = unitOf(entry.indicator.unit).kind === "rate";
      return !isRate || (value.gte(known.least) && value.lte(known.greatest));
    });
  const own = wholes.filter(({ row, entry, isOwn }) => isOwn || isOfAll(row, entry));
  return new Set(own.map(({ row }) => row));
}

interface Sorted {
  wholes: { row: number; entry: Entry; isOwn: boolean }[];
  parts: { row: number; entry: Entry }[];
}

/** The rows that may be of all groups together, and those of single groups. */
function sortedRows(
  context: SheetContext,
  lines: readonly Line[],
  namedBy: (row: number, entry: Entry) => Named | null,
): Sorted {
  const { lexicon } = context.catalogue;
  const wholes: Sorted["wholes"] = [];
  const parts: Sorted["parts"] = [];
  const people: Sorted["parts"] = [];
  for (const line of lines) {
    const entry = entryOf(line);
    const named = entry === null ? null : namedBy(line.row, entry);
    if (entry === null || named === null) continue;
    const { row } = line;
    const isOfPeopleHere = isOfPeople(named.grouping.name, entry.plan);
    if (isOfPeopleHere && named.texts.every((text) => isOwnPeople(text, entry))) people.push({ row, entry });
    else if (!named.texts.every((text) => isTotal(text, lexicon))) parts.push({ row, entry });
    else if (isOfPeopleHere) wholes.push({ row, entry, isOwn: true });
    else {
      // 合计 of some institutions may be of those alone, 全区 is not.
      const isOwn = named.texts.every((text) => lexicon.places.own.includes(text));
      const isWhole = named.texts.every((text) => isWholeName(text, lexicon));
      if (isOwn || (isTownWord(named.grouping.name) && isWhole)) wholes.push({ row, entry, isOwn });
    }
  }
  // 女 beside 男 or 合计 is a group of its own.
  const divided = new Set([...wholes, ...parts].map(({ entry }) => entry));
  for (const each of people) {
    if (divided.has(each.entry)) parts.push(each);
    else wholes.push({ ...each, isOwn: true });
  }
  return { wholes, parts };
}

/** The people an indicator is of by its name: 女 beside 妇女人均预期寿命, 农村 beside 农村自来水普及率. */
const OWN_PEOPLE: readonly { said: RegExp; named: RegExp }[] = [
  { said: /^(?:女性?|妇女)$/u, named: /^(?!.*男).*女/u },
  { said: /^(?:农村|乡村)$/u, named: /^(?!.*城[镇市乡]).*(?:农村|乡村)/u },
  { said: /^(?:城[镇市区])$/u, named: /^(?!.*[农乡]).*城[镇市]/u },
];

function isOwnPeople(text: string, { indicator }: Entry): boolean {
  return OWN_PEOPLE.some(({ said, named }) => said.test(text) && named.test(indicator.name));
}

interface Ends {
  least: Decimal;
  greatest: Decimal;
  count: number;
}

function keyOf(context: SheetContext, row: number, entry: Entry, { year }: Columns): string {
  return `${entry.indicator.id} ${String(year ?? yearOfRow(context, row))}`;
}

/** The least and the greatest figure, and the number, of the groups of each indicator and year in one column. */
function endsOf(
  context: SheetContext,
  parts: readonly { row: number; entry: Entry }[],
  at: Columns,
): ReadonlyMap<string, Ends> {
  const ends = new Map<string, Ends>();
  for (const { row, entry } of parts) {
    const value = valueAt(context, row, entry, at.column);
    if (value === null) continue;
    const key = keyOf(context, row, entry, at);
    const { least, greatest, count } = ends.get(key) ?? { least: value, greatest: value, count: 0 };
    ends.set(key, {
      least: value.lt(least) ? value : least,
      greatest: value.gt(greatest) ? value : greatest,
      count: count + 1,
    });
  }
  return ends;
}

function valueAt(context: SheetContext, row: number, entry: Entry, column: number): Decimal | null {
  const reading = readCell(context.grid.cell(row, column), measureOf(entry), sourceAt(context, row, column));
  return reading.type === "figure" ? reading.value : null;
}
