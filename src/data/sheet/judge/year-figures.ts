import { issue } from "../../../issues/issue.js";
import { unitOf } from "../../../terms/unit.js";
import { entryOf } from "../kinds/lines.js";
import type { Column } from "../table/columns.js";
import { toldOther } from "./other-columns.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { yearWritten } from "../years.js";
import { isFoundAtOnce, monthsOfSurvey } from "./survey.js";
import { undecided, valuesIn, type Case, type Judge, type Judgement } from "./verdict.js";

/**
 * Months in a heading whose figure is the year's for some rows: 2025年12月 and 2025年末累计 of what is counted at the end
 * of a year, 2025年9—10月调查 of what is found by asking once. Of the other rows it is a part of the year.
 */
export const yearFigures: Judge = (each, before) => {
  const found = undecided(each, before).flatMap((column) => {
    const months = monthsIn(each, before, column);
    if (months === null) return [];
    const filled = new Set(ownRows(each.context, each.lines, column.column));
    const rows = each.lines.filter(({ row }) => filled.has(row));
    const own = rows.filter((line) => months.isOwn(entryOf(line)));
    const others = rows.filter((line) => !own.includes(line)).map(({ row }) => row);
    return own.length === 0 ? [] : [{ ...months, column, others }];
  });
  return {
    verdicts: new Map(
      found.map(({ column: { column }, year }) => [column, { is: "value", year, echo: false }]),
    ),
    except: new Map(
      found.map(({ column: { column }, others }) => [
        column,
        new Map(others.map((row) => [row, "other-figure" as const])),
      ]),
    ),
    issues: found.flatMap(({ column, year, word, other, others }) => {
      const read = { columns: [{ ...toldColumn(column), year, word: "" }], why: "short" as const };
      if (others.length === 0 && other === "statistic") return [];
      if (others.length === 0) return [issue("data/column-read-as", headCell(each.context, column), read)];
      const said = { other, word };
      const where = headCell(each.context, column);
      return [issue("data/other-column", where, toldOther(each.context, { column, other: said }, others))];
    }),
  };
};

interface Months {
  other: "period" | "statistic";
  year: number;
  word: string;
  isOwn: (entry: ReturnType<typeof entryOf>) => boolean;
}

function monthsIn(each: Case, before: Judgement, { heading }: Column): Months | null {
  const { other, text, leftover } = heading;
  if (other?.other !== "period" && other?.other !== "statistic") return null;
  const year = heading.year ?? yearWritten(other.word);
  // 2025年 beside it is the year's own.
  const isGiven = each.context.table.columns.some(
    ({ heading: one }) => one.role === "yearValue" && one.year === year,
  );
  if (year === null || isGiven || valuesIn(before).some((value) => value.year === year)) return null;
  const said = { year, word: other.word };
  if (other.other === "statistic")
    return leftover === "" && BY_YEARS_END.test(text)
      ? { ...said, other: "statistic", isOwn: isStock }
      : null;
  if (leftover === "" && YEARS_END.test(other.word))
    return { ...said, other: "period", isOwn: (entry) => isOfYearsEnd(entry) || isOnce(entry, false) };
  const survey = monthsOfSurvey(text, leftover);
  return survey === null
    ? null
    : { ...said, other: "period", isOwn: (entry) => isOnce(entry, survey.saysSo) };
}

function isOnce(entry: ReturnType<typeof entryOf>, saysSurvey: boolean): boolean {
  return entry !== null && isFoundAtOnce(entry, saysSurvey);
}

/** 12月, 2025年12月, 2025.12; not 2025年12月1日. */
const YEARS_END = /^(?:20\d\d[年./-])?12月?份?$/u;

/** 2025年末累计: all there are by then. Cases and rates are not added up from the beginning of a plan. */
const BY_YEARS_END = /[年期][末底]累[计积][数值]?(?=$|[|(])/u;

/** Counted at the end of the year: 年末参加失业保险的女性人数. */
function isOfYearsEnd(entry: ReturnType<typeof entryOf>): boolean {
  return entry?.indicator.definition.startsWith("年末") === true;
}

/**
 * 当年 beside 累计, or behind a year, counts what the year has added: 29 of 260 households. Of what is counted at the end
 * of the year that is another figure; a rate, or the cases of a year, are the year's own.
 */
export const addedInYear: Judge = (each, before) => {
  const found = valuesIn(before).flatMap(({ column: at, echo }) => {
    const column = each.context.table.columns.find(({ column }) => column === at);
    if (column === undefined || echo || !saysAdded(each, column)) return [];
    const filled = new Set(ownRows(each.context, each.lines, at));
    const rows = each.lines
      .filter((line) => filled.has(line.row) && isStock(entryOf(line)))
      .map(({ row }) => row);
    return rows.length === 0 ? [] : [{ column, rows }];
  });
  return {
    except: new Map(
      found.map(({ column: { column }, rows }) => [
        column,
        new Map(rows.map((row) => [row, "other-figure" as const])),
      ]),
    ),
    issues: found.map(({ column, rows }) =>
      issue("data/added-only", headCell(each.context, column), {
        ...toldColumn(column),
        rows,
        year: column.heading.year,
      }),
    ),
  };
};

const OF_THE_YEAR = /[当本][年期]/u;
const IN_ALL = /累计|累积|总数|历年/u;

/** A year has 当年 behind it for a reason, and 当年 alone where 累计 stands in another column of the year. */
function saysAdded({ context: { table } }: Case, { column, heading: { text, year } }: Column): boolean {
  if (!OF_THE_YEAR.test(text)) return false;
  const isDated = year !== null && /20\d\d|\d\d年/u.test(text) && /当[年期]/u.test(text);
  return (
    isDated ||
    table.columns.some(
      (other) =>
        other.column !== column &&
        IN_ALL.test(other.heading.text) &&
        (other.heading.year === year || other.heading.year === null || year === null),
    )
  );
}

/** 年末区级文明家庭户数, in whole numbers of something. */
function isStock(entry: ReturnType<typeof entryOf>): boolean {
  return isOfYearsEnd(entry) && entry !== null && unitOf(entry.indicator.unit).per === null;
}
