import { issue, type Issue } from "../../../issues/issue.js";
import { groupBy } from "../../../terms/group-by.js";
import { columnLetters } from "../../../workbook/address.js";
import { wordsIn, type Other } from "../head/words.js";
import type { Content } from "../../../workbook/sheet.js";
import { lowestOf, type Column } from "../table/columns.js";
import { quoted } from "../quoted.js";
import { OTHER_REASONS } from "./reasons.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { OTHER_FIGURE, toldOther } from "./other-columns.js";
import { undecided, valuesIn, type Case, type Judge, type Judgement, type Verdict } from "./verdict.js";
import { headingOf } from "../head/heading.js";
import type { Heading } from "../head/token.js";
import { titleYear, yearHeading } from "../kinds/year-columns.js";
import { yearWritten } from "../years.js";
import { largest } from "../../../terms/long-lists.js";

/** Columns of another figure than the rows' own. Told where nothing else gives the figure of their year. */
export const otherFigures: Judge = (each, before) => {
  const columns = undecided(each, before).filter(
    ({ heading }) => heading.other !== null && heading.leftover === "",
  );
  const judged = columns.map((column) => judge(each, before, column));
  return {
    verdicts: new Map(judged.map(({ column, verdict }) => [column.column, verdict])),
    issues: [...toldOnce(each, judged), ...siteColumns(each, columns)],
  };
};

/** More columns of one kind than this are told in one finding: 1月, 2月 …. */
const MOST_TOLD_ALONE = 2;

function toldOnce({ context }: Case, judged: readonly Judged[]): Issue[] {
  const told = judged.flatMap(({ column, told: found }) => (found === null ? [] : [{ column, ...found }]));
  const alike = groupBy(told, ({ code, args }) => [code, args.other, args.year, ...args.rows].join(" "));
  return [...alike.values()].flatMap((same) => {
    const [first, ...others] = same;
    if (first === undefined) return [];
    if (same.length <= MOST_TOLD_ALONE || first.code === "data/date-heading")
      return same.map(({ column, code, args }) => issue(code, headCell(context, column), args));
    const more = others.map(({ column }) => toldColumn(column));
    return [issue(first.code, headCell(context, first.column), { ...first.args, more })];
  });
}

interface Judged {
  column: Column;
  verdict: Verdict;
  told: { code: "data/date-heading" | "data/other-column"; args: ReturnType<typeof toldOther> } | null;
}

/** 中山路街道, 松溉镇 …: one finding for all columns of sites. */
function siteColumns({ context, lines }: Case, columns: readonly Column[]): Issue[] {
  const sites = columns.filter(
    (column) => isOfSite(column) && ownRows(context, lines, column.column).length > 0,
  );
  const [first] = sites;
  if (first === undefined) return [];
  return [issue("data/site-columns", headCell(context, first), { columns: sites.map(toldColumn) })];
}

function isOfSite({ heading }: Column): boolean {
  return heading.other?.other === "site";
}

function judge(each: Case, before: Judgement, column: Column): Judged {
  const { context, lines } = each;
  const { other } = column.heading;
  const rows = ownRows(context, lines, column.column);
  const isDate = other?.other === "period" && headContent(each, column)?.type === "date";
  if (other === null || rows.length === 0 || (!isDate && isNoLoss(each, before, column))) {
    return { column, verdict: { is: "known", reason: OTHER_REASONS[other?.other ?? "target"] }, told: null };
  }
  if (isOfSite(column)) return { column, verdict: OTHER_FIGURE, told: null };
  const args = toldOther(context, { column, other }, rows);
  const code = isDate ? "data/date-heading" : "data/other-column";
  return { column, verdict: OTHER_FIGURE, told: { code, args } };
}

function headContent({ context: { grid, table } }: Case, { column }: Column): Content | undefined {
  return grid.shown(table.head.bottom, column)?.content;
}

/** Whether the row's own figure of that year is given by another column, or nobody could ask for it. */
function isNoLoss({ context, year: latest }: Case, before: Judgement, { heading }: Column): boolean {
  const { other } = heading;
  if (other === null) return true;
  const values = valuesIn(before);
  const year = yearMeant(heading);
  if (other.other === "schoolYear" || other.other === "site") return false;
  // On a sheet for comparison the figures of other places are what was wanted.
  if (other.other === "region" && isForComparison(context)) return false;
  // 较2020年 names the year it compares with; no figure of that year is lost.
  if (other.other === "change" && values.length > 0) return true;
  if (year === null && INSTEAD.has(other.other) && context.formYear.type === "year") {
    const own = context.formYear.year;
    return values.some((each) => each.year === null || each.year >= own);
  }
  if (year === null) return values.length > 0 || other.other === "target";
  // Blank or not: a column is there for what is measured.
  if (values.some((each) => each.year === year || each.year === null)) return true;
  const last = largest(context.catalogue.plans.map(({ period }) => period.end));
  return other.other === "target" && (year >= last || (latest !== null && year > latest));
}

/** The year whose figure a column may be instead of: 2024.12 is a month of one, 2024—2025年 ends with one. */
function yearMeant({ year, text, other }: Heading): number | null {
  if (other?.other !== "period" && other?.other !== "span") return year;
  const years = new Set((text.match(/20\d\d/gu) ?? []).map(Number));
  return (years.size > 1 ? largest([...years]) : year) ?? yearWritten(other.word);
}

/** What stands in the place of the year's own figure where there is none: 本年累计, 本年预计 beside 上年数. */
const INSTEAD: ReadonlySet<Other> = new Set<Other>(["statistic", "forecast", "period"]);

function isForComparison({ sheet, table }: Case["context"]): boolean {
  return [sheet, table.title].some((text) => text.includes("对照"));
}

/** 2025年 of 2025年（临时）, 数值 of 数值（临时）: what the heading would be without the words nobody understands. */
function ownHeading(context: Case["context"], column: Column): string {
  const { heading } = column;
  if (heading.year !== null) return `${heading.year}年`;
  const bare = heading.leftover
    .split("…")
    .reduce((text, word) => text.replace(word, ""), lowestOf(column))
    .replace(/\(\)|\[\]|【】/gu, "");
  const { role, leftover, noted } = headingOf([bare], context.catalogue.lexicon);
  const isOwn = leftover === "" && noted.length === 0 && (role === "value" || role === "previous");
  // 数(个) of 应建数(个), 人合计, 结果 name nothing.
  return isOwn && PLAIN.has(bare) ? bare : yearHeading(context);
}

/** What a column of figures may be told to be called. */
const PLAIN: ReadonlySet<string> = new Set(
  wordsIn("本年数 上年数 本年 上年 当年数 去年数 数值 指标值 实际数 实际值 完成数 完成值 监测值 统计值"),
);

/** The letters of the column that gives the year's figures already, whose name a strange one must not take; "" for none. */
function givenBy({ context }: Case, before: Judgement, { heading }: Column): string {
  const year = heading.year ?? titleYear(context);
  const own = valuesIn(before).find((each) => year !== null && each.year === year);
  return own === undefined ? "" : columnLetters(own.column);
}

/** What to call a column that nobody understands, if it is the rows' own. */
function advice(each: Case, before: Judgement, column: Column): { instead: string; given: string } {
  const given = givenBy(each, before, column);
  const year = column.heading.year ?? titleYear(each.context);
  if (given !== "" && year !== null) return { instead: `${year}年`, given };
  return { instead: ownHeading(each.context, column), given: "" };
}

/** Columns with words that nobody understands. */
export const strangeColumns: Judge = (each, before) => {
  const { context, lines } = each;
  const columns = context.table.columns.filter(
    ({ column, heading }) =>
      heading.role === null && !before.verdicts.has(column) && ownRows(context, lines, column).length > 0,
  );
  return {
    verdicts: new Map(columns.map(({ column }) => [column, { is: "refused", reason: "column" }])),
    issues: columns.map((column) =>
      issue("data/unread-column", headCell(context, column), {
        ...toldColumn(column),
        leftover: quoted(column.heading.leftover),
        ...advice(each, before, column),
      }),
    ),
  };
};
