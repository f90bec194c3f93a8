import { issue, type Issue } from "../../../issues/issue.js";
import { headingOf, saysPreliminary } from "../head/heading.js";
import { hear } from "../head/title.js";
import { notesOn } from "../kinds/lines.js";
import { clausesIn as wordings, IN_REMARKS, PART } from "../kinds/qualifiers.js";
import type { Cell } from "../../../workbook/sheet.js";
import { yearsNamed } from "../years.js";
import { tightText } from "../normalise.js";
import { clausesOfAll, NOTE_SOURCES, NOTE_VERB } from "../head/note-clauses.js";
import type { Lexicon } from "../head/lexicon.js";
import type { Heading } from "../head/token.js";
import type { Other } from "../head/words.js";
import { quoted } from "../quoted.js";
import type { Column } from "../table/columns.js";
import { refusedColumns } from "./other-columns.js";
import { undecided, type Case, type Judge } from "./verdict.js";

/** What a note says of the figures of some years, or of this year's. */
interface Dated {
  speaksOf: (column: Column) => boolean;
  other: NonNullable<Heading["other"]>;
}

/** 2025年数据为预计数 beneath a table: a column of another figure. */
export const datedNotes: Judge = (each, before) => {
  const clauses = clausesIn(each);
  const notes = [...clauses.flatMap((clause) => datedIn(each, clause)), ...ofWholeTable(each)];
  const ofAll = preliminaryTable(each);
  if (notes.length === 0 && clauses.length === 0) return { issues: ofAll };
  const found = undecided(each, before).flatMap((column) => {
    const note = notes.find(({ speaksOf }) => speaksOf(column));
    return note === undefined || column.heading.other !== null ? [] : [{ column, other: note.other }];
  });
  const { issues = [], ...refused } = refusedColumns("data/noted-column", each, found);
  return { ...refused, issues: [...issues, ...preliminary(each, clauses), ...ofAll] };
};

type Noted = Pick<Case, "context" | "lines">;

/** The cells of notes by which figures of a year are another's. */
export function refusingNotes(each: Noted): ReadonlySet<string> {
  return new Set(clausesIn(each).flatMap((clause) => (datedIn(each, clause).length > 0 ? clause.cell : [])));
}

/** 2025年（的）数据为…, 2024—2025年均为…, 本年数系… */
const CLAUSE = new RegExp(
  `((?:20\\d\\d年?(?:[、,，和及]|[-‐-―−~～至到]+)?)+|本年度?|当年|今年|上年|去年)[”"]?(?:的|各项|全部|监测|统计|指标|年报|数据|数字|数值|数|[一各]?[栏列])*(?:[尚还]?[未没][^,，;；。]{1,8}[,，])?(?:均|暂时?|都|仅|只能?|全部|先)*(?:[为是系指]|${NOTE_SOURCES})+([^,，;；。]{1,30})`,
  "gu",
);
/** 2026年计划 in a title beside 2025年数据; not 2025年计划完成情况. */
const PLANNED =
  /(20\d\d年)度?的?((?:计划|目标|任务|预计|预测)[数值]?)(?!.{0,6}(?:完成|实现|监测|进展|执行|落实))/gu;

/** What a note says of some years, and where. */
interface Clause {
  text: string;
  /** 2025年, 本年 */
  when: string;
  /** 预计数 */
  what: string;
  cell: string;
}

function namesIn(lines: Case["lines"]): string[] {
  return lines.flatMap(({ match, name, code }) =>
    match.type === "matched" ? [name, code].map(tightText).filter((text) => text.length > 2) : [],
  );
}

function clausesIn({ context, lines }: Noted): Clause[] {
  const notes = notesOn(context, lines);
  // Most tables have no such note, and their names need not be gone through.
  let known: readonly string[] | null = null;
  const names = () => (known ??= namesIn(lines));
  const clauses = (cells: readonly Cell[], pattern: RegExp) =>
    cells.flatMap(({ display, address }) => {
      const tight = tightText(display);
      return [...tight.matchAll(pattern)].flatMap(({ 0: text, 1: when = "", 2: what = "", index }) => {
        const before =
          tight
            .slice(0, index)
            .split(/[,，;；。:]/u)
            .at(-1) ?? "";
        // 婴儿死亡率2025年数据为全市数据 speaks of one row.
        const isOfRow = before !== "" && names().some((name) => before.includes(name));
        return isOfRow ? [] : [{ text, when, what, cell: address }];
      });
    });
  const titles = context.table.above.filter(({ display }) => yearsNamed(display).length > 1);
  return [...clauses(notes, CLAUSE), ...clauses(titles, PLANNED)];
}

function datedIn({ context: { catalogue } }: Pick<Case, "context">, { text, when, what }: Clause): Dated[] {
  const until = /截[至止]/u.exec(text);
  const said = until === null ? what : text.slice(until.index);
  // 2030年为规划目标年 names the year, not its figures.
  if (/[^\d学]年$/u.test(said)) return [];
  const speaksOf = spokenOf(when);
  const { other } = hear(said, catalogue.lexicon, catalogue.plans);
  const isOther =
    other !== null && (IN_REMARKS.has(other.other) || OF_OTHERS.has(other.other) || PART.test(other.word));
  if (isOther) return [{ speaksOf, other: { ...other, word: quoted(text) } }];
  const earlier = earlierIn(said, catalogue.lexicon);
  if (earlier === null) return [];
  const isLater: Dated["speaksOf"] = (column) =>
    speaksOf(column) && (column.heading.year === null || column.heading.year > earlier);
  return [{ speaksOf: isLater, other: { other: "otherYear", word: quoted(text) } }];
}

/** 数据为2024年数 beside 2024 and 2025: those of 2025 are last year's. */
function ofWholeTable({ context, lines }: Case): Dated[] {
  const { lexicon } = context.catalogue;
  const dated = notesOn(context, lines).filter(({ display }) => /\d{3}/u.test(display));
  return dated.flatMap(({ display }) =>
    clausesOfAll(display, lexicon).flatMap((text) => {
      const verb = [...text.matchAll(NOTE_VERB)].at(0);
      const earlier = verb === undefined ? null : earlierIn(text.slice(verb.index + verb[0].length), lexicon);
      if (earlier === null || earlier < 0) return [];
      const speaksOf: Dated["speaksOf"] = ({ heading: { year } }) => year !== null && year > earlier;
      return [{ speaksOf, other: { other: "otherYear" as const, word: quoted(text) } }];
    }),
  );
}

/** What notes say beside what remarks do: 2025年为增减数, 为大安街道数. */
const OF_OTHERS: ReadonlySet<Other> = new Set<Other>(["change", "rank", "site"]);

/** 2024 of 2024年数代替: another year's figure for want of this one's, -Infinity for 上年数; null for none. */
function earlierIn(said: string, lexicon: Lexicon): number | null {
  for (const saying of wordings(said)) {
    const { role, year, leftover, noted } = headingOf([saying], lexicon);
    // 2024年12月31日 is the year's end.
    if (leftover !== "" || noted.some(({ why }) => why !== "short")) continue;
    if (role === "previous") return -Infinity;
    if (role === "yearValue" && year !== null) return year;
  }
  return null;
}

/** 2025年为快报数: the column of that year is read, and that is told. */
function preliminary({ context }: Case, clauses: readonly Clause[]): Issue[] {
  const { file, sheet, table, catalogue } = context;
  return clauses.flatMap(({ text, when, what, cell }) => {
    const isSo = saysPreliminary(headingOf([what], catalogue.lexicon));
    if (!isSo || !table.columns.some(spokenOf(when))) return [];
    return issue("data/preliminary-rows", { file, sheet, cell }, { word: quoted(text), rows: [] });
  });
}

/** 本公报数据为初步统计数 beneath a table: all of it is read, and that is told once. */
function preliminaryTable({ context, lines }: Case): Issue[] {
  const { file, sheet, catalogue } = context;
  const noted = notesOn(context, lines).filter(({ display }) => MAY_BE_PRELIMINARY.test(display));
  return noted.flatMap(({ display, address }) => {
    const said = clausesOfAll(display, catalogue.lexicon).find((clause) => {
      const verb = [...clause.matchAll(NOTE_VERB)].at(0);
      const what = verb === undefined ? clause : clause.slice(verb.index + verb[0].length);
      const heading = headingOf([what], catalogue.lexicon);
      return heading.year === null && saysPreliminary(heading);
    });
    if (said === undefined) return [];
    return issue("data/preliminary-rows", { file, sheet, cell: address }, { word: quoted(said), rows: [] });
  });
}

/** Hardly a note has one of these. */
const MAY_BE_PRELIMINARY = /[初快暂审自]/u;

function spokenOf(when: string): Dated["speaksOf"] {
  const years = [...when.matchAll(/20\d\d/gu)].map(([year]) => Number(year));
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const isSpan = /[-‐-―−~～至到]/u.test(when);
  if (years.length > 0)
    return ({ heading: { year } }) =>
      year !== null && (isSpan ? year >= first && year <= last : years.includes(year));
  const role = /上年|去年/u.test(when) ? "previous" : "value";
  return ({ heading }) => heading.role === role;
}
