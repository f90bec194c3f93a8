import type { Cell } from "../../../workbook/sheet.js";
import { quoted } from "../quoted.js";
import { headingOf } from "../head/heading.js";
import { codeKey } from "../match.js";
import { nameKey, tightText } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import { textIn } from "../table/table.js";
import { groupBy } from "../../../terms/group-by.js";
import type { KnownReason } from "../../coverage/reasons.js";
import type { Heading } from "../head/token.js";
import { entryOf, notesOn, type Line } from "./lines.js";
import { clausesIn, ofRemark, type Found } from "./qualifiers.js";

/** Between who is spoken of and what is said of it: W33 2025年数据|为|全市数据. A name may have one of them, too: 系统. */
const VERB = /[为是系]|采用|沿用|取自/gu;
const LONGEST_SAYING = 30;
/** Shorter names are words of other sentences, too. */
const SHORTEST_NAME = 4;

/** Rows of which a note says by their name, code or number that their figures are others: 婴儿死亡率为全市数据. */
export function byNamedNote(
  context: SheetContext,
  lines: readonly Line[],
  ofOtherYear: (row: number, said: Heading) => KnownReason | null,
): Found[] {
  const notes = [...notesOn(context, lines), ...remarksIn(context, lines)].filter(({ display }) =>
    /[为是系用自]/u.test(display),
  );
  if (notes.length === 0) return [];
  const saidIn = (what: string): Heading[] =>
    clausesIn(what)
      .map((saying) => headingOf([saying], context.catalogue.lexicon))
      .filter(({ leftover, figures }) => leftover === "" && figures);
  const reasonOf = (row: number, said: readonly Heading[]): KnownReason | null =>
    said.flatMap((each) => ofRemark(each) ?? ofOtherYear(row, each) ?? [])[0] ?? null;
  return notes.flatMap((note) =>
    sayingsIn(context, lines, note.display).flatMap(({ rows, what, text }) => {
      const said = saidIn(what);
      const where = sourceAt(context, note.row, note.column);
      const reasons = rows.flatMap((row) => {
        const reason = row === note.row ? null : reasonOf(row, said);
        return reason === null ? [] : [{ row, reason }];
      });
      return [...groupBy(reasons, ({ reason }) => reason)].map(([reason, same]): Found => ({
        rows: same.map(({ row }) => row),
        reason,
        said: { noun: "说明", text: quoted(text) },
        where,
      }));
    }),
  );
}

/** Whether a line of words speaks of a row by its name, code or number: it heads none. */
export function isNamedNote(context: SheetContext, lines: readonly Line[], text: string): boolean {
  return sayingsIn(context, lines, text).length > 0;
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
  /** The words themselves. */
  text: string;
}

/** All but those that are named. */
const BUT = /除|以外|之外/u;

function sayingsIn(context: SheetContext, lines: readonly Line[], text: string): Saying[] {
  if (!/[为是系用自]/u.test(text)) return [];
  context.grid.spend(lines.length);
  const ours = lines.filter((line) => entryOf(line) !== null && line.hasFigure);
  // 除W04外，均为全市数据: who is spoken of stands before the comma.
  const clauses = tightText(text)
    .replace(/(外),(?=[均都其])/gu, "$1")
    .split(/[,，;；。]/u);
  return clauses.flatMap((clause) =>
    [...clause.matchAll(VERB)].flatMap(({ 0: verb, index }): Saying[] => {
      const who = clause.slice(0, index);
      const what = clause.slice(index + verb.length);
      if (what === "" || what.length > LONGEST_SAYING) return [];
      const rows = rowsNamed(context, ours, who);
      if (rows.length === 0) return [];
      const isOther = BUT.test(who);
      const spoken = isOther ? ours.map(({ row }) => row).filter((row) => !rows.includes(row)) : rows;
      return spoken.length === 0 ? [] : [{ rows: spoken, what, text: clause }];
    }),
  );
}

/** W33, W33—W36; 序号1, 序号1、2, 第3—5. */
const CODES = /([A-Za-z])(\d{1,2})[a-z]?(?:\.\d)?(?:[—–~～至到-]+[A-Za-z]?(\d{1,2}))?/gu;
const NUMBERS = /(?:序号|第)(\d{1,2}(?:[、和及与—–~～至到-]+\d{1,2})*)(?!\d)/gu;

/** The rows that are named; of 九年义务教育巩固率 in 女童九年义务教育巩固率 only the longer one. */
function rowsNamed({ grid, table }: SheetContext, lines: readonly Line[], who: string): number[] {
  const key = nameKey(who);
  const codes = new Set((who.match(/[A-Za-z]\d{1,2}[a-z]?(?:\.\d)?/gu) ?? []).map(codeKey));
  const spans = [...who.matchAll(CODES)].flatMap(([, letter = "", from, to]) =>
    to === undefined ? [] : [{ letter: letter.toUpperCase(), from: Number(from), to: Number(to) }],
  );
  const isWithin = (code: string): boolean => {
    const [, letter, number] = /^([A-Z])(\d{1,2})/u.exec(code) ?? [];
    return spans.some((span) => span.letter === letter && between(Number(number), span.from, span.to));
  };
  const numbers = new Set([...who.matchAll(NUMBERS)].flatMap(([, list = ""]) => numbersIn(list)));
  grid.spend(lines.length);
  const byName = lines.filter(({ name }) => {
    const own = nameKey(name);
    return own.length >= SHORTEST_NAME && key.includes(own);
  });
  const named = new Set(byName);
  const names = [...new Set(byName.map(({ name }) => name))];
  grid.spend(names.length * byName.length);
  const isPart = (each: Line) =>
    names.some((name) => name !== each.name && nameKey(name).includes(nameKey(each.name)));
  const found = lines.filter((line) => {
    if (named.has(line) && !isPart(line)) return true;
    const code = codeKey(line.code === "" ? (entryOf(line)?.indicator.id ?? "") : line.code);
    if ((codes.size > 0 && codes.has(code)) || isWithin(code)) return true;
    return numbers.size > 0 && numbers.has(Number(textIn(grid, table, line.row, "number")));
  });
  return found.map(({ row }) => row);
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
