import type { Cell } from "../../../workbook/sheet.js";
import { quoted } from "../quoted.js";
import { headingOf } from "../head/heading.js";
import { SOURCE_VERBS } from "../head/note-clauses.js";
import { codeKey } from "../match/match.js";
import { nameKey, tightText } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import type { Grid } from "../grid.js";
import type { SheetContext } from "../reading.js";
import { textIn, yearsOver } from "../table/table.js";
import { groupBy } from "../../../terms/group-by.js";
import { largest } from "../../../terms/long-lists.js";
import type { KnownReason } from "../../coverage/reasons.js";
import type { Heading } from "../head/token.js";
import { entryOf, notesOn, type Line } from "./lines.js";
import { clausesIn, ofRemark, type Found } from "./qualifiers.js";

/** Between who is spoken of and what is said of it: W33 2025年数据|为|全市数据. A name may have one of them, too: 系统. */
const VERB = new RegExp(`[为是系]|${SOURCE_VERBS}|以(?=20\\d\\d年)|按(?=20\\d\\d年|[上去]年|全[市国])`, "gu");
const LONGEST_SAYING = 30;
/** Shorter names are words of other sentences, too. */
const SHORTEST_NAME = 4;

/** Rows of which a note says by their name, code or number that their figures are others: 婴儿死亡率为全市数据. */
export function byNamedNote(
  context: SheetContext,
  lines: readonly Line[],
  ofOtherYear: (row: number, said: Heading) => KnownReason | null,
): Found[] {
  // ①婴儿死亡率为全市数据 speaks of that row, wherever ① stands.
  const footnotes = context.footnotes.map(({ note, said }) => ({ ...note, display: said }));
  const notes = [...notesOn(context, lines), ...footnotes, ...remarksIn(context, lines)].filter(
    ({ display }) => /[为是系用自填以按]/u.test(display),
  );
  if (notes.length === 0) return [];
  const named = new Set(severalYears(context));
  const latest = largest([...named]);
  const saidIn = (what: string): Heading[] =>
    clausesIn(what)
      .map((saying) => headingOf([saying], context.catalogue.lexicon))
      .filter(({ leftover, figures }) => leftover === "" && figures);
  const index = namedLines(context, lines);
  const reasonOf = (row: number, said: readonly Heading[]): KnownReason | null =>
    said.flatMap((each) => ofRemark(each) ?? ofOtherYear(row, each) ?? [])[0] ?? null;
  return notes.flatMap((note) =>
    sayingsIn(index, note.display).flatMap(({ rows, who, what, text, unnamed }) => {
      const said = saidIn(what);
      const years = yearsOf(who, said, named);
      const where = sourceAt(context, note.row, note.column);
      const reasons = rows.flatMap((row): { row: number; reason: KnownReason; year: number | null }[] => {
        const reason = row === note.row ? null : reasonOf(row, said);
        // 沿用上年数 says where this year's figure came from.
        const isLatest = reason === "other-year" && years[0] === null && named.size > 1;
        if (reason !== null) return (isLatest ? [latest] : years).map((year) => ({ row, reason, year }));
        // 2024年数据 of a row that has a figure of 2025, too, can only be said of that.
        const isEarlier =
          row !== note.row && said.some((each) => isYearAlone(each) && (each.year ?? latest) < latest);
        return isEarlier && named.size > 1 ? [{ row, reason: "other-year", year: latest }] : [];
      });
      return [...groupBy(reasons, ({ reason, year }) => `${reason} ${String(year)}`).values()].flatMap(
        (same): Found[] => {
          const [first] = same;
          if (first === undefined) return [];
          const told = { noun: "说明", text: quoted(text), ...(unnamed > 0 ? { unnamed } : {}) };
          const own = same.map(({ row }) => row);
          const found = { rows: own, reason: first.reason, said: told, where };
          return [first.year === null ? found : { ...found, year: first.year }];
        },
      );
    }),
  );
}

/** The years that columns name, where they name several. */
function severalYears({ table }: SheetContext): number[] {
  const years = yearsOver(table.columns);
  return new Set(years).size > 1 ? years : [];
}

/** 2024年数据, and no more. */
function isYearAlone({ role, other, relative, noted }: Heading): boolean {
  return role === "yearValue" && other === null && relative === null && noted.length === 0;
}

const YEARS_SAID = /(20\d\d)年?(?:[-‐-―−~～至到]+(20\d\d))?(?=年)/gu;

/** The years of a table of several whose figures are spoken of, W33 2025年 or W33为2025年全市数据; null for all of them. */
function yearsOf(who: string, what: readonly Heading[], named: ReadonlySet<number>): (number | null)[] {
  const said = [...who.matchAll(YEARS_SAID)].map(
    ([, from, to = from]) => [Number(from), Number(to)] as const,
  );
  const spoken = [...said, ...what.flatMap(({ year }) => (year === null ? [] : [[year, year] as const]))];
  const years = [...named].filter((year) => spoken.some(([from, to]) => year >= from && year <= to));
  return years.length === 0 ? [null] : years;
}

/** Whether a line of words speaks of a row by its name, code or number: it heads none. */
export function isNamedNote(named: NamedLines, text: string): boolean {
  return sayingsIn(named, text).length > 0;
}

/** The rows that a note can name: a table has thousands of them with a few names, and may have as many notes. */
export interface NamedLines {
  context: SheetContext;
  lines: readonly Line[];
  byName: ReadonlyMap<string, readonly Line[]>;
  byCode: ReadonlyMap<string, readonly Line[]>;
}

export function namedLines(context: SheetContext, all: readonly Line[]): NamedLines {
  const lines = all.filter((line) => entryOf(line) !== null && line.hasFigure);
  const codeOf = (line: Line) => codeKey(line.code === "" ? (entryOf(line)?.indicator.id ?? "") : line.code);
  return {
    context,
    lines,
    byName: groupBy(lines, ({ name }) => nameKey(name)),
    byCode: groupBy(lines, codeOf),
  };
}

/** 备注 may speak of other rows than their own: W33为全市数据 beside W34. */
function remarksIn({ grid, table }: SheetContext, lines: readonly Line[]): Cell[] {
  const columns = table.columns.filter(({ heading }) => heading.role === "remark");
  return lines.flatMap(({ row }) =>
    columns.flatMap(({ column }) => {
      const cell = grid.cell(row, column);
      return cell?.content.type === "text" && cell.display.length <= LONGEST_REMARK ? [cell] : [];
    }),
  );
}

const LONGEST_REMARK = 100;

/** Who of the rows is spoken of, and what is said of them. */
interface Saying {
  rows: readonly number[];
  what: string;
  /** The words that name them: W33 2025年数据. */
  who: string;
  /** How many more there are that it does not name: W33等2项. */
  unnamed: number;
  /** The words themselves. */
  text: string;
}

/** All but those that are named. */
const BUT = /除|以外|之外/u;

function sayingsIn(named: NamedLines, text: string): Saying[] {
  if (!/[为是系用自填以按]/u.test(text)) return [];
  // 除W04外，均为全市数据: who is spoken of stands before the comma.
  const clauses = tightText(text)
    .replace(/(外),(?=[均都其])/gu, "$1")
    // W14 2025年数据尚未公布，为2024年数: of whom the first half speaks.
    .replace(
      /([尚还]?[未没][^,，;；。]{1,8}),(?=[暂现仍先均]?(?:为|是|系|采用|沿用|暂用|借用|填列|填写|用|以20))/gu,
      "$1",
    )
    .split(/[,，;；。]/u);
  return clauses.flatMap((clause) =>
    [...clause.matchAll(VERB)].flatMap(({ 0: verb, index }): Saying[] => {
      const who = clause.slice(0, index);
      const what = clause.slice(index + verb.length);
      if (what === "" || what.length > LONGEST_SAYING) return [];
      const rows = rowsNamed(named, who);
      if (rows.length === 0) return [];
      const isOther = BUT.test(who);
      const spoken = isOther ? named.lines.map(({ row }) => row).filter((row) => !rows.includes(row)) : rows;
      return spoken.length === 0
        ? []
        : [{ rows: spoken, who, what, unnamed: unnamedIn(who, rows.length), text: clause }];
    }),
  );
}

/** 1 of W33等2项, where one row is named. */
function unnamedIn(who: string, count: number): number {
  const [, digits = ""] = /等([\d两二三四五六七八九十]+)[项个]/u.exec(who) ?? [];
  const all = /^\d+$/u.test(digits) ? Number(digits) : COUNTS.indexOf(digits);
  return Math.max(0, all - count);
}

const COUNTS = ["", "", "两", "三", "四", "五", "六", "七", "八", "九", "十"];

/** W33, W33—W36; 序号1, 序号1、2, 第3—5. */
const CODES = /([A-Za-z])(\d{1,2})[a-z]?(?:\.\d)?(?:[—–~～至到-]+[A-Za-z]?(\d{1,2}))?/gu;
const NUMBERS = /(?:序号|第)(\d{1,2}(?:[、和及与—–~～至到-]+\d{1,2})*)(?!\d)/gu;

/** The rows that are named; of 九年义务教育巩固率 in 女童九年义务教育巩固率 only the longer one. */
export function rowsNamed({ context, lines, byName, byCode }: NamedLines, who: string): number[] {
  const { grid, table } = context;
  grid.spend(who.length + byName.size);
  const key = nameKey(who);
  const names = [...byName.keys()].filter((name) => name.length >= SHORTEST_NAME && key.includes(name));
  grid.spend(names.length * names.length);
  const isPart = (name: string) => names.some((other) => other !== name && other.includes(name));
  const found = new Set(names.flatMap((name) => (isPart(name) ? [] : (byName.get(name) ?? []))));
  for (const code of codesIn(grid, byCode, who)) for (const line of byCode.get(code) ?? []) found.add(line);
  const numbers = new Set([...who.matchAll(NUMBERS)].flatMap(([, list = ""]) => numbersIn(list)));
  if (found.size === 0 && numbers.size === 0) return [];
  grid.spend(lines.length);
  const isNumbered = ({ row }: Line) =>
    numbers.size > 0 && numbers.has(Number(textIn(grid, table, row, "number")));
  return lines.flatMap((line) => (found.has(line) || isNumbered(line) ? [line.row] : []));
}

/** The codes of the table that are named: W33, and W33 to W36 of W33—W36. */
function codesIn(grid: Grid, byCode: NamedLines["byCode"], who: string): string[] {
  const codes = new Set((who.match(/[A-Za-z]\d{1,2}[a-z]?(?:\.\d)?/gu) ?? []).map(codeKey));
  if (codes.size === 0) return [];
  const spans = [...who.matchAll(CODES)].flatMap(([, letter = "", from, to]) =>
    to === undefined ? [] : [{ letter: letter.toUpperCase(), from: Number(from), to: Number(to) }],
  );
  const isWithin = (code: string): boolean => {
    const [, letter, number] = /^([A-Z])(\d{1,2})/u.exec(code) ?? [];
    return spans.some((span) => span.letter === letter && between(Number(number), span.from, span.to));
  };
  grid.spend(byCode.size * (1 + spans.length));
  return [...byCode.keys()].filter((code) => codes.has(code) || isWithin(code));
}

function between(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}

/** 1, 2, 5, 6, 7 of 1、2和5—7. */
function numbersIn(list: string): number[] {
  return list.split(/[、和及与]+/u).flatMap((each) => {
    const [from = NaN, to = from] = each.split(/[—–~～至到-]+/u).map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  });
}
