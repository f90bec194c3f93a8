import { issue, type Issue } from "../../../issues/issue.js";
import type { KnownReason } from "../../coverage/reasons.js";
import { headingOf } from "../head/heading.js";
import type { Heading } from "../head/token.js";
import type { Other, Role } from "../head/words.js";
import { hear } from "../head/title.js";
import { OTHER_REASONS } from "../judge/others.js";
import { quoted } from "../quoted.js";
import { isDashed, nameKey, tightText } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import type { Column } from "../table/columns.js";
import { groupBy } from "../../../terms/group-by.js";
import { columnOf, hasRole } from "../table/table.js";
import { givenAbove } from "./given-above.js";
import { bears, marksIn } from "./marks.js";
import { yearOfRow } from "./year-columns.js";
import { columnLetters } from "../../../workbook/address.js";
import type { Cell } from "../../../workbook/sheet.js";
import { entryOf, type Line } from "./lines.js";

/** Rows that are not the district's of a whole year, by what they are. */
export interface Qualified {
  /** Why a row's figures are not read; rows that are read are not in it. */
  rows: ReadonlyMap<number, KnownReason>;
  issues: readonly Issue[];
}

/**
 * Reads the columns 地区, 季度 and 类型, remarks, columns of words without a heading, words behind a name that its
 * code makes ours, and the lines between sections: 二、全市数据.
 */
export function qualified(context: SheetContext, lines: readonly Line[]): Qualified {
  const found = [
    ...bySection(context, lines),
    ...byColumns(context, lines),
    ...byReporter(context, lines),
    ...byUnheaded(context, lines),
    ...byName(context, lines),
    ...byMark(context, lines),
  ];
  const rows = new Map(found.flatMap((each) => each.rows.map((row) => [row, each.reason] as const)));
  const filled = lines.filter(({ match, hasFigure }) => match.type !== "foreign" && hasFigure);
  const kept = new Set(filled.filter(({ row }) => !rows.has(row)).map((line) => whoseOf(context, line)));
  const lost = new Set(
    filled.filter((line) => rows.has(line.row) && !kept.has(whoseOf(context, line))).map(({ row }) => row),
  );
  const told = new Set(filled.map(({ row }) => row));
  const issues = found.flatMap(({ rows: own, said, where }) => {
    const mine = own.filter((row) => told.has(row));
    return [
      ...tell(
        "data/only-others-rows",
        where,
        said,
        mine.filter((row) => lost.has(row)),
      ),
      ...tell(
        "data/others-rows",
        where,
        said,
        mine.filter((row) => !lost.has(row)),
      ),
    ];
  });
  return { rows, issues };
}

/** The indicator and the year a row is about. */
function whoseOf({ grid, table }: SheetContext, line: Line): string {
  const year = table.columns.find(({ heading }) => heading.role === "year");
  const id = entryOf(line)?.indicator.id ?? `row ${String(line.row)}`;
  return `${id} ${year === undefined ? "" : grid.text(line.row, year.column)}`;
}

function tell(
  code: "data/only-others-rows" | "data/others-rows",
  where: Found["where"],
  said: Found["said"],
  rows: readonly number[],
): Issue[] {
  return rows.length === 0 ? [] : [issue(code, where, { ...said, rows })];
}

interface Found {
  rows: number[];
  reason: KnownReason;
  said: { noun: string; text: string };
  where: ReturnType<typeof sourceAt>;
}

/** Why a text in a column makes its row another's; null where it does not. */
type Qualifier = (said: Heading) => KnownReason | null;

/** How the texts of a column are taken. `repeats`: a blank says what stands above it; `numbers`: they are texts, too. */
interface Manner {
  repeats: boolean;
  numbers: boolean;
}

const WORDS_ALONE: Manner = { repeats: false, numbers: false };
const MANNERS: Readonly<Partial<Record<Role, Manner>>> = {
  region: { repeats: true, numbers: false },
  // 202503 under 报告期.
  period: { repeats: true, numbers: true },
};

function mannerOf({ heading: { role } }: Column): Manner {
  return role === null || role === "yearValue" ? WORDS_ALONE : (MANNERS[role] ?? WORDS_ALONE);
}

/** A place or a time nobody knows is another one; 永川区, 全年, 1—12月, 合计 are the row's own. */
const named =
  (reason: KnownReason): Qualifier =>
  ({ other, leftover }) =>
    other === null && leftover === "" ? null : reason;

/** Words of any kind speak of the row's figures only where nothing else is said. */
const worded =
  (others: ReadonlySet<Other> | null): Qualifier =>
  ({ other, leftover }) =>
    other === null || leftover !== "" || others?.has(other.other) === false
      ? null
      : OTHER_REASONS[other.other];

/** 同比增长 and 户籍口径 in a remark speak of the figure, 全市数 says that it is another. */
const IN_REMARKS: ReadonlySet<Other> = new Set<Other>([
  "target",
  "forecast",
  "period",
  "schoolYear",
  "region",
  "void",
]);

/** 农村 under 口径 says whose figure it is, 户籍 only how it was counted. */
const ofScope: Qualifier = (said) => (/户籍|常住/u.test(said.other?.word ?? "") ? null : worded(null)(said));

/** The columns that say whose figures a row has. */
const QUALIFIERS: Readonly<Partial<Record<Role, Qualifier>>> = {
  region: named("other-region"),
  period: named("other-period"),
  sort: worded(null),
  scope: ofScope,
  projectName: worded(null),
  remark: worded(IN_REMARKS),
};

/** A heading that nobody understands may say so, too. */
function qualifierOf({ heading: { role, leftover } }: Column): Qualifier | null {
  if (role === null) return leftover === "" ? null : worded(null);
  return role === "yearValue" ? null : (QUALIFIERS[role] ?? null);
}

/** The rows of others that columns tell, column by column; `roles` null for all that can. */
export function byColumns(
  context: SheetContext,
  lines: readonly Pick<Line, "row">[],
  roles: readonly Role[] | null = null,
): Found[] {
  const { table } = context;
  return table.columns.flatMap((column) => {
    const qualifier = qualifierOf(column);
    const isAsked = roles === null || roles.some((role) => role === column.heading.role);
    const noun = `“${column.heading.text.replaceAll("|", "／")}”`;
    return qualifier === null || !isAsked
      ? []
      : byColumn(context, lines, { column: column.column, noun, ...mannerOf(column) }, qualifier);
  });
}

/** 萱花小学 or 三教镇 under 填报单位 reports its own figures, not the district's. */
function byReporter(context: SheetContext, lines: readonly Line[]): Found[] {
  const { catalogue, grid, table } = context;
  const column = columnOf(table, "reporter");
  if (column === null) return [];
  const isSite = (text: string) =>
    hear(`填报单位：${text}`, catalogue.lexicon, catalogue.plans).other?.other === "site";
  const texts = groupBy(lines, ({ row }) => grid.text(row, column));
  return [...texts].flatMap(([text, same]) => {
    const [first] = same;
    if (first === undefined || isDashed(text) || !isSite(text)) return [];
    const said = { noun: "填报单位", text: quoted(text) };
    const rows = same.map(({ row }) => row);
    return [{ rows, reason: "other-site", said, where: sourceAt(context, first.row, column) } as const];
  });
}

/** 目标 and 实际 in a column that nothing heads, in the table or on its right. */
function byUnheaded(context: SheetContext, lines: readonly Line[]): Found[] {
  const { table, grid } = context;
  const headed = new Set([...grid.columns(table.head.bottom), ...table.columns.map(({ column }) => column)]);
  const next = [...headed].filter((column) => column > table.to);
  const end = next.reduce((least, column) => Math.min(least, column), Infinity);
  return [...new Set(lines.flatMap(({ row }) => grid.columns(row)))]
    .filter((column) => column >= table.from && column < end && !headed.has(column))
    .flatMap((column) =>
      byColumn(context, lines, { column, noun: `${columnLetters(column)}列`, ...WORDS_ALONE }, worded(null)),
    );
}

/** 孕产妇系统管理率（不含高新区） is not the whole district's. */
const EXCLUDES = /不含|不包括|剔除|除外/u;

/** 婴儿死亡率（全市） under the code of 婴儿死亡率: what a name says more than the plan's makes it another figure. */
function byName(context: SheetContext, lines: readonly Line[]): Found[] {
  const { catalogue, grid, table } = context;
  const column = columnOf(table, "name");
  if (column === null) return [];
  return lines.flatMap((line) => {
    const name = nameKey(line.name);
    const key = longestOf((entryOf(line)?.keys ?? []).filter((each) => name.includes(each)));
    if (key === "" || key === name) return [];
    const beyond = headingOf([name.replace(key, "|")], catalogue.lexicon);
    const reason = EXCLUDES.test(name)
      ? "other-group"
      : (worded(null)(beyond) ?? ofOtherYear(context, line.row, beyond));
    const said = { noun: "名称", text: quoted(grid.text(line.row, column)) };
    return reason === null
      ? []
      : [{ rows: [line.row], reason, said, where: sourceAt(context, line.row, column) }];
  });
}

/** Rows that bear the mark of a note which says that their figures are others. */
function byMark(context: SheetContext, lines: readonly Line[]): Found[] {
  return marksIn(context, lines).flatMap(({ mark, said, text, note }) => {
    const rows = lines
      .map(({ row }) => row)
      .filter((row) => row !== note.row && bears(context.grid.own(row), mark));
    const reason = worded(IN_REMARKS)(said);
    const others = rows.filter((row) => (reason ?? ofOtherYear(context, row, said)) !== null);
    if (others.length === 0) return [];
    const where = sourceAt(context, note.row, note.column);
    const told = { noun: "表下的说明", text: quoted(text) };
    return [{ rows: others, reason: reason ?? "other-year", said: told, where }];
  });
}

function longestOf(texts: readonly string[]): string {
  return texts.reduce((longest, each) => (each.length > longest.length ? each : longest), "");
}

/** 2024年数据 in the remark of a figure of 2025: a table with columns of years may well speak of one of them. */
function ofOtherYear(context: SheetContext, row: number, said: Heading): KnownReason | null {
  if (said.role === "previous" || said.role === "base") return "other-year";
  const isYear = said.role === "yearValue" && said.noted.length === 0 && said.relative === null;
  const own = isYear ? ownYears(context, row) : [];
  return own.length === 0 || said.year === null || own.includes(said.year) ? null : "other-year";
}

/** The years of a row's own figures: this year's where the table does not name them over its columns. */
function ownYears(context: SheetContext, row: number): number[] {
  const { columns } = context.table;
  const year = hasRole(columns, "value", "done") ? yearOfRow(context, row) : null;
  return year === null
    ? columns.flatMap(({ heading }) => (heading.role === "yearValue" ? (heading.year ?? []) : []))
    : [year];
}

function byColumn(
  context: SheetContext,
  lines: readonly Pick<Line, "row">[],
  { column, noun, repeats, numbers }: Manner & { column: number; noun: string },
  qualifier: Qualifier,
): Found[] {
  const { grid, catalogue } = context;
  const above = repeats ? givenAbove(context, column) : () => "";
  const others = lines.flatMap(({ row }) => {
    const shown = grid.text(row, column);
    const text = tightText(shown || above(row));
    const isSaid = shown === "" || numbers || grid.shown(row, column)?.content.type === "text";
    if (!isSaid || isDashed(text)) return [];
    const said = headingOf([text], catalogue.lexicon);
    const reason = qualifier(said) ?? ofOtherYear(context, row, said);
    return reason === null ? [] : [{ row, reason, text }];
  });
  const reasons = [...new Set(others.map(({ reason }) => reason))];
  return reasons.flatMap((reason) => {
    const same = others.filter((each) => each.reason === reason);
    const texts = [...new Set(same.map(({ text }) => text))].slice(0, 5).join("、");
    const said = { noun, text: quoted(texts) };
    return {
      rows: same.map(({ row }) => row),
      reason,
      said,
      where: sourceAt(context, same[0]?.row ?? 0, column),
    };
  });
}

/** A line of words between the rows speaks of those below it, up to the next one. */
function bySection(context: SheetContext, lines: readonly Line[]): Found[] {
  const found: Found[] = [];
  let now: Found | null = null;
  for (const line of lines) {
    const section = sectionAt(context, line);
    if (section === null) {
      now?.rows.push(line.row);
      continue;
    }
    const reason = sectionReason(context, section.display);
    const where = sourceAt(context, line.row, section.column);
    now =
      reason === null
        ? null
        : { rows: [], reason, said: { noun: "小标题", text: quoted(section.display) }, where };
    if (now !== null) found.push(now);
  }
  return found.filter(({ rows }) => rows.length > 0);
}

/** What is longer is a note. */
const LONGEST_SECTION = 30;

/** The one cell of a row that heads those below: merged, numbered, or nothing but what it says of them. */
function sectionAt({ grid, table, catalogue }: SheetContext, { row, match }: Line): Cell | null {
  const own = grid.own(row).filter(({ column }) => column >= table.from && column <= table.to);
  const [first] = own;
  if (match.type !== "foreign" || first === undefined || own.length > 1 || first.content.type !== "text")
    return null;
  const text = tightText(first.display);
  if (/^(?:注|备注|说明|其中)/u.test(text)) return null;
  const isClear =
    headingOf([text], catalogue.lexicon).leftover === "" ||
    (text.length <= LONGEST_SECTION && hear(text, catalogue.lexicon, catalogue.plans).other !== null);
  const isNumbered =
    /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d))/u.test(text);
  return isClear || isNumbered || grid.width(row, first.column) > 1 ? first : null;
}

function sectionReason({ catalogue, formYear }: SheetContext, text: string): KnownReason | null {
  const { role, year } = headingOf([text], catalogue.lexicon);
  const isFormYear = formYear.type === "year" && formYear.year === year;
  if (role === "yearValue") return isFormYear ? null : "other-year";
  const other = hear(text, catalogue.lexicon, catalogue.plans).other?.other;
  return other === undefined ? null : OTHER_REASONS[other];
}
