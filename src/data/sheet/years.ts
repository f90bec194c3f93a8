import { kept } from "../../terms/kept.js";
import { HEALTH_SPAN, healthYear } from "./health-year.js";
import { tightText } from "./normalise.js";

const DIGITS = "〇一二三四五六七八九";

/** 二〇二五年 → 2025年; other text is returned as it is. */
export function chineseDigits(text: string): string {
  return text
    .replace(/[○零]/gu, "〇")
    .replace(/[〇一二三四五六七八九]{4}(?=年)/gu, (year) =>
      [...year].map((digit) => String(DIGITS.indexOf(digit))).join(""),
    );
}

/** Document numbers, dates and what is said of the form itself, periods (2021—2030年): none names a data year. */
const NOT_DATA_YEARS = [
  /[〔[【(〈]\s*(?:19|20)\d\d\s*[〕\]】)〉]\s*第?\d+\s*号/gu,
  /(?:19|20)\d\d年?第\d+[号期]/gu,
  /(?:日期|时间|有效期至?|有效期限|截止|截至|印发|批准|制定|修订|文号)[::至到于为]{0,2}(?:19|20)\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?/gu,
  /(?:19|20)\d\d年?(?:\d{1,2}月)?(?:修订|修改|制定|制表|批准|印发|发布|版)/gu,
  /(?:19|20)\d\d年?[-—–―~至到]+(?:19|20)\d\d年?/gu,
  /(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日?)?/gu,
  /(?:19|20)\d\d[-./]\d{1,2}(?!\d)(?:[-./]\d{1,2})?/gu,
  /(?<!\d)(?:19|20)\d\d[01]\d(?:[0-3]\d)?(?!\d)/gu,
];

/** 截至2025年12月底, 截至2025年末. */
const YEARS_END = /截[至止]到?(20\d\d)年(?:12月(?:31日|[底末])|[底末])/gu;

const HEALTH_YEAR = new RegExp(HEALTH_SPAN, "gu");

function yearEnded(span: string, from: string, to: string): string {
  const year = healthYear(Number(from), Number(to));
  return year === null ? span : `${year}年 `;
}

/** 表1 of 表1　2025年监测指标, before the year runs on with its digit. */
const TABLE_NUMBER = /^\s*附?[表件]\s*\d{1,2}(?:[-‐-―—]\d{1,2})?(?=\s)/u;

/** Something like a digit in it, in whatever width: ２０２５, 二〇二五年. */
const MAY_NAME = /\p{N}|[零○]/u;

/** The data years a title, sheet or file name speaks of, ascending, periods and dates left out. */
export function yearsNamed(text: string): readonly number[] {
  // Most of what stands on a sheet names no year.
  return MAY_NAME.test(text) ? yearsIn(text) : NO_YEARS;
}

const NO_YEARS: readonly number[] = [];

const yearsIn = kept((text: string): readonly number[] => {
  const years = text.split("\n").flatMap((line) => {
    // What stands at the year's end is the year's.
    const unnumbered = line.replace(TABLE_NUMBER, "");
    const tight = chineseDigits(tightText(unnumbered))
      .replace(YEARS_END, "$1年 ")
      .replace(HEALTH_YEAR, yearEnded);
    const rest = NOT_DATA_YEARS.reduce((left, pattern) => left.replace(pattern, " "), tight);
    return [...rest.matchAll(/(?<!\d)(20\d\d)(?!\d)/gu)].map((match) => Number(match[1]));
  });
  return [...new Set(years)].sort((a, b) => a - b);
});

/** Years that something around a table names, and what: 标题, 工作表名, 说明, 文件名. */
export interface YearsSaid {
  by: string;
  years: readonly number[];
}

export type FormYear =
  | { type: "year"; year: number }
  | { type: "none" }
  /** `said`: what does not agree; one that names several years contradicts itself. */
  | { type: "conflict"; said: readonly YearsSaid[] };

/** What may say which year a form is about. */
interface AroundForm {
  title: string;
  sheet: string;
  file: string;
  /** What its notes say of the table itself: 以上均为2024年数据. */
  notes: readonly string[];
}

/** The year an annual form is about, which all that name one must share: its title, the sheet's name, the file's, a note. */
export function formYear({ title, sheet, file, notes }: AroundForm): FormYear {
  const base = file.slice(file.lastIndexOf("/") + 1);
  const filed = [base, file].map(yearsNamed).find((years) => years.length > 0) ?? [];
  const said = [
    { by: "标题", years: yearsNamed(title) },
    { by: "工作表名", years: sheet === base ? [] : yearsNamed(sheet) },
    { by: "表下的说明", years: yearsNamed(notes.join("\n")) },
    { by: "文件名", years: filed },
  ].filter(({ years }) => years.length > 0);
  const [first, ...others] = said;
  if (first === undefined) return { type: "none" };
  const shared = others.reduce((left, { years }) => left.filter((year) => years.includes(year)), first.years);
  const [year, second] = shared;
  return year !== undefined && second === undefined ? { type: "year", year } : { type: "conflict", said };
}

/** The first year that stands in a word: 2025 of 2025年12月; null for none. */
export function yearWritten(word: string): number | null {
  const year = /20\d\d/u.exec(word)?.[0];
  return year === undefined ? null : Number(year);
}

/** The year a cell under 年份 says: 2025, 2025年, 25年; null for anything else, such as 2024—2025学年. */
export function yearIn(text: string): number | null {
  const short = /^['’‘]?(\d\d)年度?$/u.exec(tightText(text))?.[1];
  if (short !== undefined) return 2000 + Number(short);
  const [year, second] = yearsNamed(text);
  const isYear = year !== undefined && second === undefined && !/学年/u.test(text);
  return isYear ? year : null;
}
