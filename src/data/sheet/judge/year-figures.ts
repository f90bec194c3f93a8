import { issue } from "../../../issues/issue.js";
import { entryOf } from "../kinds/lines.js";
import type { Column } from "../table/columns.js";
import { toldOther } from "./other-columns.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { yearWritten } from "../years.js";
import { isFoundAtOnce, monthsOfSurvey } from "./survey.js";
import { undecided, valuesIn, type Case, type Judge, type Judgement } from "./verdict.js";

/**
 * Months in a heading whose figure is the year's for some rows: 2025年12月 of what is counted at the end of a year,
 * 2025年9—10月调查 of what is found by asking once. Of the other rows it is a part of the year.
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
    issues: found.flatMap(({ column, year, word, others }) => {
      const read = { columns: [{ ...toldColumn(column), year, word: "" }], why: "short" as const };
      if (others.length === 0) return [issue("data/column-read-as", headCell(each.context, column), read)];
      const other = { other: "period" as const, word };
      const where = headCell(each.context, column);
      return [issue("data/other-column", where, toldOther(each.context, { column, other }, others))];
    }),
  };
};

interface Months {
  year: number;
  word: string;
  isOwn: (entry: ReturnType<typeof entryOf>) => boolean;
}

function monthsIn(each: Case, before: Judgement, { heading }: Column): Months | null {
  const { other, text, leftover } = heading;
  if (other?.other !== "period") return null;
  const year = heading.year ?? yearWritten(other.word);
  // 2025年 beside it is the year's own.
  const isGiven = each.context.table.columns.some(
    ({ heading: one }) => one.role === "yearValue" && one.year === year,
  );
  if (year === null || isGiven || valuesIn(before).some((value) => value.year === year)) return null;
  const { word } = other;
  if (leftover === "" && YEARS_END.test(word))
    return { year, word, isOwn: (entry) => isOfYearsEnd(entry) || isOnce(entry, false) };
  const survey = monthsOfSurvey(text, leftover);
  return survey === null ? null : { year, word, isOwn: (entry) => isOnce(entry, survey.saysSo) };
}

function isOnce(entry: ReturnType<typeof entryOf>, saysSurvey: boolean): boolean {
  return entry !== null && isFoundAtOnce(entry, saysSurvey);
}

/** 12月, 2025年12月, 2025.12; not 2025年12月1日. */
const YEARS_END = /^(?:20\d\d[年./-])?12月?份?$/u;

/** Counted at the end of the year: 年末参加失业保险的女性人数. */
export function isOfYearsEnd(entry: ReturnType<typeof entryOf>): boolean {
  return entry?.indicator.definition.startsWith("年末") === true;
}
