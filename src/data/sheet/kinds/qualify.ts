import { issue, type Issue } from "../../../issues/issue.js";
import type { CellPlace } from "../../../issues/place.js";
import { known as knownAs, refused, type Fate } from "../../coverage/fate.js";
import type { KnownReason } from "../../coverage/reasons.js";
import { headingOf } from "../head/heading.js";
import type { Lexicon } from "../head/lexicon.js";
import { GROUP_ROLES, type Role } from "../head/words.js";
import { hear } from "../head/title.js";
import { quoted } from "../quoted.js";
import { isDashed } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import { unitOf } from "../../../terms/unit.js";
import { groupBy } from "../../../terms/group-by.js";
import type { Column } from "../table/columns.js";
import { columnOf, hasRole, textIn } from "../table/table.js";
import { yearIn } from "../years.js";
import { byFootnote, explainedMarks, unborneMarks, unexplainedMarks } from "../footnotes/marks.js";
import { byNamedNote } from "./named-notes.js";
import { columnLetters } from "../../../workbook/address.js";
import { beyondName, entryOf, type Line } from "./lines.js";
import {
  AS_REMARK,
  bracketedIn,
  WORDS_ALONE,
  mannerOf,
  ofRemark,
  ofUnit,
  qualifierOf,
  unheadedColumns,
  worded,
  type Found,
  type Manner,
  type Qualifier,
} from "./qualifiers.js";
import { OTHER_REASONS, otherOf } from "../judge/reasons.js";
import { partialRemarks } from "../remarks/partial.js";
import { joinedRows, type Except } from "../judge/verdict.js";
import { sumsOfPeriods } from "./beneath/sum-of-periods.js";
import { givingWay } from "./giving-way.js";
import { askedSections, bySection } from "./sections.js";
import { isOwnGroup, unknownWords } from "./unknown-words.js";
import { doubtingRemarks } from "../remarks/doubting.js";
import { byColumn, figureSaid, ofOtherYear, ownYears, measuresOf, type Beside } from "./said-beside.js";
import { longerNames, preliminaryRows } from "./said-of-rows.js";
import { figureAt } from "../grid.js";
import { isCommented } from "../remarks/beside.js";

/** Rows that are not the district's of a whole year, by what they are. */
export interface Qualified {
  /** Why a row's figures are not read; rows that are read are not in it. */
  rows: ReadonlyMap<number, KnownReason>;
  /** What becomes of a figure of a row that is not read, for its reason: refused where no other row gives it. */
  fate: (source: CellPlace, row: number, reason: KnownReason) => Fate;
  /** Single figures of rows that are read otherwise. */
  except: Except;
  issues: readonly Issue[];
}

/**
 * Reads the columns 地区, 季度 and 类型, remarks, columns of words without a heading, words behind a name that its
 * code makes ours, and the lines between sections: 二、全市数据.
 */
export function qualified(context: SheetContext, lines: readonly Line[]): Qualified {
  const unheaded = unheadedColumns(context, lines);
  const known = knownOthers(context, lines, unheaded);
  const unknown = unknownWords(context, lines, new Set(known.flatMap((each) => each.rows)));
  const before = [...known, ...unknown.found];
  const taken = new Set(before.flatMap(({ year, rows: some }) => (year === undefined ? some : [])));
  const left = lines.filter(({ row }) => !taken.has(row));
  const preliminary = preliminaryRows(context, left);
  const giving = preliminary.length === 0 ? [] : givingWay(context, left, (line) => whoseOf(context, line));
  const found = [...before, ...giving];
  const rows = new Map(
    found
      .filter(({ year }) => year === undefined)
      .flatMap((each) => each.rows.map((row) => [row, each.reason] as const)),
  );
  const filled = lines.filter(({ match, hasFigure }) => match.type !== "foreign" && hasFigure);
  const lost = lostAmong(context, filled, rows);
  const issues = toldOthers(context, found, filled, lost);
  const own = lines.filter(({ row }) => !rows.has(row));
  const single = new Set(found.flatMap(({ year, rows: some }) => (year === undefined ? [] : some)));
  const whole = own.filter(({ row }) => !single.has(row));
  return {
    rows,
    fate: (source, row, reason) =>
      lost.has(row) ? refused(source, "other-figure") : knownAs(source, reason),
    except: exceptOf(context, found),
    issues: [
      ...issues,
      ...unknown.issues,
      ...askedSections(context, lines),
      ...(giving.length === 0 ? preliminary : preliminaryRows(context, own)),
      ...toldOfRead(context, own, whole, unheaded),
    ],
  };
}

/** A finding for each text that makes rows others'; a row is told once for each of its years, by what says so first. */
function toldOthers(
  context: SheetContext,
  found: readonly Found[],
  filled: readonly Line[],
  lost: ReadonlySet<number>,
): Issue[] {
  const told = new Set(filled.map(({ row }) => row));
  const already = new Set<string>();
  return found.flatMap(({ rows: own, year, reason, said: words, where }) => {
    const other = otherOf(reason);
    const said = { ...words, other, ...(isForm(context) ? { isForm: true } : {}) };
    const isNew = (row: number) => !already.has(`${row} ${year ?? ""}`) && !already.has(`${row} `);
    const mine = own.filter(
      (row) => told.has(row) && isNew(row) && (year === undefined || hasFigureOf(context, row, year)),
    );
    for (const row of mine) already.add(`${row} ${year ?? ""}`);
    if (year !== undefined) return tell("data/only-others-rows", where, { ...said, year }, mine);
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
}

/** 为2024年数据 beside a blank of 2025 says nothing of a figure. */
function hasFigureOf({ grid, table }: SheetContext, row: number, year: number): boolean {
  return table.columns.some(
    ({ column, heading }) => heading.year === year && figureAt(grid, row, column) !== null,
  );
}

/** The rows of others beside which no row of the same indicator, year and group is read. */
function lostAmong(
  context: SheetContext,
  lines: readonly Line[],
  others: ReadonlyMap<number, KnownReason>,
): ReadonlySet<number> {
  if (others.size === 0) return new Set();
  const own = lines.filter(({ row }) => !others.has(row));
  const kept = new Set(own.flatMap((line) => [whoseOf(context, line), whoseOf(context, line, UNDATED)]));
  const lost = lines.filter(
    (line) => others.has(line.row) && !kept.has(whoseOf(context, line)) && !isGoal(context, line, others),
  );
  return new Set(lost.map(({ row }) => row));
}

/** 2030年目标 in the place of a year: nobody has a figure of that year yet. */
function isGoal(
  { grid, table, catalogue }: SheetContext,
  { row }: Line,
  others: ReadonlyMap<number, KnownReason>,
): boolean {
  const end = catalogue.plans.reduce((last, { period }) => Math.max(last, period.end), 0);
  return others.get(row) === OTHER_REASONS.target && (yearIn(textIn(grid, table, row, "year")) ?? 0) >= end;
}

/** Our own form: locked, with one row for each indicator. */
function isForm({ table }: SheetContext): boolean {
  return hasRole(table.columns, "previous") && hasRole(table.columns, "missingReason");
}

/** What is said of rows that are read all the same; `whole`: of which no single figure was left out for its remark. */
function toldOfRead(
  context: SheetContext,
  own: readonly Line[],
  whole: readonly Line[],
  unheaded: readonly number[],
): Issue[] {
  const doubting = doubtingRemarks(context, whole, unheaded);
  const partial = partialRemarks(context, whole, unheaded);
  return [
    ...doubting.issues,
    ...partial.issues,
    ...longerNames(context, own),
    ...explainedMarks(context, own, new Set([...doubting.told, ...partial.told])),
    ...unexplainedMarks(context, own),
    ...unborneMarks(context, own),
  ];
}

/** The figures of one year that a remark says are others'. */
function exceptOf({ table }: SheetContext, found: readonly Found[]): Except {
  return joinedRows(
    found.flatMap(({ rows, year }) =>
      table.columns
        .filter(({ heading }) => year !== undefined && heading.year === year)
        .map(({ column }) => new Map([[column, new Map(rows.map((row) => [row, "other-figure"] as const))]])),
    ),
  );
}

/** The rows of others, by all that says so. */
function knownOthers(context: SheetContext, lines: readonly Line[], unheaded: readonly number[]): Found[] {
  return [
    ...bySection(context, lines),
    ...byColumns(context, lines),
    ...sumsOfPeriods(context, lines),
    ...byReporter(context, lines),
    ...byUnheaded(context, lines, unheaded),
    ...byName(context, lines),
    ...byFootnote(context, lines),
    ...byNamedNote(context, lines, (row, said) => ofOtherYear(context, row, said)),
  ];
}

/** The indicator, the year and the group a row is about. */
function whoseOf({ grid, table }: SheetContext, line: Line, year?: string): string {
  const id = entryOf(line)?.indicator.id ?? `row ${String(line.row)}`;
  const isOfYears = table.years.size === 0;
  const said = textIn(grid, table, line.row, isOfYears ? "year" : "period");
  // Figures of one town are no other's.
  const group = GROUP_ROLES.map((role) => textIn(grid, table, line.row, role)).join(" ");
  const undated = isOfYears && said !== "" ? UNDATED : said;
  return `${id} ${year ?? String(table.years.get(line.row) ?? yearIn(said) ?? undated)} ${group}`;
}

/** 全市排位 under 年份 stands beside the figures of all years. */
const UNDATED = "*";

function tell(
  code: "data/only-others-rows" | "data/others-rows",
  where: Found["where"],
  said: Found["said"] & { other: ReturnType<typeof otherOf>; year?: number; isForm?: boolean },
  rows: readonly number[],
): Issue[] {
  return rows.length === 0 ? [] : [issue(code, where, { ...said, rows })];
}

/** The rows of others that columns tell, column by column; `roles` null for all that can. */
export function byColumns(
  context: SheetContext,
  lines: readonly Beside[],
  roles: readonly Role[] | null = null,
): Found[] {
  const { table } = context;
  return table.columns.flatMap((column) => {
    const qualifier = qualifierOf(column);
    const isAsked = roles === null || roles.some((role) => role === column.heading.role);
    const noun = `“${column.heading.text.replaceAll("|", "／")}”`;
    if (!isAsked) return [];
    const others = ofOthers(context, lines, column);
    const at = { column: column.column, noun };
    const read = (some: readonly Beside[], manner: Manner, by: Qualifier | null) =>
      by === null ? [] : byColumn(context, some, { ...at, ...manner }, by);
    // 用2024年数代替 under a heading of somebody's own, or beside 通过, is a remark.
    const isMore = qualifier !== ofRemark && isCommented(column.heading);
    // 目标值 in a column of sorts is said of the whole row.
    const manner = column.heading.role === null ? { ...AS_REMARK, passing: false } : AS_REMARK;
    const remarks = isMore ? read(others, manner, ofRemark) : [];
    const taken = new Set(remarks.flatMap(({ rows }) => rows));
    const rest = others.filter(({ row }) => !taken.has(row));
    return [...remarks, ...read(rest, mannerOf(column), qualifier)];
  });
}

/** 女性 under 人群 is no other group beside 女性法官占比, nor where it makes 九年义务教育巩固率 that of girls. */
function ofOthers(
  { grid, catalogue: { lexicon } }: SheetContext,
  all: readonly Beside[],
  { column, heading: { role } }: Column,
): readonly Beside[] {
  if (role === "unit")
    return all.filter(({ row, match }) => isNoUnit(grid.text(row, column), match, lexicon));
  const lines =
    role === "sort" || role === "coverage" ? all.filter(({ byPlace }) => (byPlace ?? null) === null) : all;
  if (role !== "coverage") return lines;
  return lines.filter(({ row, match }) => match === undefined || !isOwnGroup(match, grid.text(row, column)));
}

/** Most rows have the plan's unit, and of people 位 counts them. */
function isNoUnit(text: string, match: Beside["match"], lexicon: Lexicon): boolean {
  if (match?.type !== "matched" || text === match.entry.indicator.unit) return false;
  return unitOf(match.entry.indicator.unit).kind !== "count" && ofUnit(headingOf([text], lexicon)) !== null;
}

/** 萱花小学, 三教镇 or 江津区教委 under 填报单位 reports its own figures, not the district's, and so it does as a source. */
function byReporter(context: SheetContext, lines: readonly Line[]): Found[] {
  return (["reporter", "dataSource"] as const).flatMap((role) => {
    const column = columnOf(context.table, role);
    return column === null ? [] : reportedElsewhere(context, lines, { role, column });
  });
}

/** Several sources may be all there are, and the city's offices give our figures. */
const SEVERAL = /[、,，;；和及与]/u;

function reportedElsewhere(
  context: SheetContext,
  lines: readonly Line[],
  { role, column }: { role: "reporter" | "dataSource"; column: number },
): Found[] {
  const { lexicon, plans } = context.catalogue;
  const reasonOf = (text: string): KnownReason | null => {
    if (ZONE.test(text)) return OTHER_REASONS.site;
    const { other } = hear(`填报单位：${text}`, lexicon, plans);
    if (other?.other !== "site" && other?.other !== "region") return null;
    const isAbove = SEVERAL.test(text) || lexicon.places.others.includes(other.word);
    const gives = other.other === "site" ? ONE_SITE : AN_OFFICE;
    return role === "dataSource" && (isAbove || !gives.test(text)) ? null : OTHER_REASONS[other.other];
  };
  const texts = groupBy(lines, ({ row }) => context.grid.text(row, column));
  return [...texts].flatMap(([text, same]) => {
    const [first] = same;
    const reason = isDashed(text) ? null : reasonOf(text);
    if (first === undefined || reason === null) return [];
    const said = { noun: role === "reporter" ? "填报单位" : "数据来源", text: quoted(text) };
    const rows = same.map(({ row }) => row);
    return [{ rows, reason, said, where: sourceAt(context, first.row, column) }];
  });
}

/** 璧山区水利局 and 胜利路街道办事处 as whole names; a yearbook is none, and a hospital may well have looked at all. */
const AN_OFFICE = /(?:局|委|院|会|办|部|厅|中心|政府|公司|区|县)$/u;
const ONE_SITE =
  /(?:(?:街道|[镇乡])(?:人民政府|政府|办事处|党工委)?|小学|中学|学校|幼儿园|社区|村|居委会|村委会)$/u;
const ZONE =
  /^\p{Script=Han}{0,4}(?:高新|经开|经济技术开发|高新技术产业开发|工业园)区(?:管委会|管理委员会|党工委)$/u;

/** 目标 and 实际 in a column that nothing heads, in the table or on its right. */
function byUnheaded(context: SheetContext, lines: readonly Line[], columns: readonly number[]): Found[] {
  return columns.flatMap((column) => {
    const noun = `${columnLetters(column)}列`;
    const alone = byColumn(context, lines, { column, noun, ...WORDS_ALONE }, worded(null));
    const taken = new Set(alone.flatMap(({ rows }) => rows));
    const rest = lines.filter(({ row }) => !taken.has(row));
    // What stands there in a sentence is a remark.
    return [...alone, ...byColumn(context, rest, { column, noun, ...AS_REMARK }, ofRemark)];
  });
}

/** 孕产妇系统管理率（不含高新区） is not the whole district's. */
const EXCLUDES = /不含|不包括|剔除|除外/u;

/** 婴儿死亡率（全市） under the code of 婴儿死亡率: what a name says more than the plan's makes it another figure. */
function byName(context: SheetContext, lines: readonly Line[]): Found[] {
  const { grid, table } = context;
  const column = columnOf(table, "name");
  if (column === null) return [];
  const others = lines.flatMap((line) => saidByName(context, line).map((each) => ({ line, ...each })));
  const alike = groupBy(others, ({ reason, year }) => `${reason} ${String(year)}`);
  return [...alike.values()].flatMap((same): Found[] => {
    const [first] = same;
    if (first === undefined) return [];
    const { reason, year } = first;
    const texts = new Set(same.map(({ line }) => grid.text(line.row, column)));
    const measures = reason === "other-unit" ? { measures: measuresOf(same.map(({ line }) => line)) } : {};
    const said = { noun: "名称", text: quoted([...texts].slice(0, MOST_NAMES).join("、")), ...measures };
    const rows = same.map(({ line }) => line.row);
    const where = sourceAt(context, first.line.row, column);
    return [{ rows, reason, said, where, ...(year === null ? {} : { year }) }];
  });
}

const MOST_NAMES = 5;

/** Why figures of a row are another's by its name; `year` null for all of them. */
function saidByName(context: SheetContext, line: Line): { reason: KnownReason; year: number | null }[] {
  const { lexicon } = context.catalogue;
  // 注：不含高新区 in the column of names is a note, and a name of somebody's says nothing of ours.
  const more = line.match.type === "foreign" ? null : beyondName(line);
  if (more === null) return [];
  // 目标值 and 其中：农村 beneath a name, under one code.
  const beyond = headingOf([more], lexicon);
  // 2023—2025年平均 in brackets, whose dash a name's key leaves out.
  const inside = bracketedIn(line.name).map((text) => headingOf([text], lexicon));
  const [other = null] = [beyond, ...inside].flatMap(
    (each) => worded(null)(each) ?? ofOtherYear(context, line.row, each) ?? [],
  );
  const measured = [more.replace("|", ""), ...bracketedIn(line.name)]
    .map((text) => figureSaid(context, line, text, false))
    .find((each) => each !== null && each !== "own");
  const reason = EXCLUDES.test(more) ? "other-group" : (measured ?? other);
  if (reason !== null) return [{ reason, year: null }];
  // 婴儿死亡率（2024年） has no figure of 2025.
  const dated = [beyond, ...inside].find((each) => each.year !== null && each.noted.length === 0);
  const year = dated?.year ?? null;
  const years = year === null ? [] : ownYears(context, line.row).filter((each) => each !== year);
  return years.map((each) => ({ reason: "other-year", year: each }));
}
