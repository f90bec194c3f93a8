import { UNIT_SIZED, UNIT_SPELT } from "../../../terms/unit.js";
import { HEALTH_SPAN, healthYear } from "../health-year.js";
import { unitKey } from "../normalise.js";
import { HAN, isCommonPlace } from "../../../terms/places.js";
import type { Meaning } from "./token.js";
import { DEEDS, oneOf } from "./words.js";

/** Words that no list can hold: years, dates, periods and units, as they are written with digits. */
export interface Pattern {
  name: string;
  /** Something that stands in every text it matches in: most texts need not be tried at every character. */
  needs: RegExp;
  /** Sticky. */
  pattern: RegExp;
  /** Null where what it matched is not what it looks like. */
  means: (match: RegExpExecArray) => Meaning | null;
}

const YEAR = "(?:19|20)\\d\\d";
const DASH = "[-‐-―−~～至到]";
const TAIL = "(?!\\d)";

/** Two digits before 年 are a year of this plan's time: 25年, not 12年. */
const SHORT_YEARS = { first: 15, last: 40 };

const period: Meaning = { says: "other", other: "period" };
/** 1—12月 is the year's. */
const wholeYear: Meaning = { says: "actual", more: null };

const DIGIT = /\d/u;
/** Units are many, and nothing stands in all of them. */
const ANYTHING = /(?:)/u;

const OF_TIME: readonly Pattern[] = [
  {
    name: "2025年, 2025年度, 2025年末",
    needs: DIGIT,
    pattern: new RegExp(`(${YEAR})年?[度末底终]?${TAIL}`, "uy"),
    means: ([, year]) => ({ says: "year", year: Number(year), short: false }),
  },
  {
    name: "2025 of 2025年报数",
    needs: /年报/u,
    pattern: new RegExp(`(${YEAR})(?=年报)`, "uy"),
    means: ([, year]) => ({ says: "year", year: Number(year), short: false }),
  },
  {
    name: "25年, ’25年",
    needs: DIGIT,
    pattern: /['’‘]?(\d\d)年[度末底终]?/uy,
    means: ([, two]) => shortYear(Number(two)),
  },
  {
    name: "’25",
    needs: /['’‘]/u,
    pattern: /['’‘](\d\d)(?!\d|年)/uy,
    means: ([, two]) => shortYear(Number(two)),
  },
  {
    name: "2021—2025年",
    needs: DIGIT,
    pattern: new RegExp(`${YEAR}年?[度末底]?${DASH}+(?:${YEAR})年?[度末底]?${TAIL}`, "uy"),
    means: () => ({ says: "other", other: "span" }),
  },
  {
    name: "2024年10月—2025年9月, the health offices' year",
    needs: DIGIT,
    pattern: new RegExp(HEALTH_SPAN, "uy"),
    means: ([, from, to]) => {
      const year = healthYear(Number(from), Number(to));
      return year === null ? null : { says: "year", year, short: true };
    },
  },
  {
    name: "2024—2025学年, 2024学年",
    needs: /学年/u,
    pattern: new RegExp(`(?:${YEAR}年?(?:${DASH}|/)+)?(?:${YEAR}|\\d\\d)学年度?`, "uy"),
    means: () => ({ says: "other", other: "schoolYear" }),
  },
  {
    // September is when schools are counted, for the year it lies in.
    name: "2025—2026学年初, 2025学年秋季学期",
    needs: /学年/u,
    pattern: new RegExp(
      `(${YEAR})年?(?:(?:${DASH}|/)+(?:${YEAR}|\\d\\d)年?)?学年度?(?:初|年初|期初|上学期|第一学期|秋季学期|秋季|秋)`,
      "uy",
    ),
    means: ([, year]) => ({ says: "year", year: Number(year), short: false }),
  },
  {
    name: "2025年12月, 2025.12.31, 2025/6/30",
    needs: DIGIT,
    pattern: new RegExp(
      `(${YEAR})(?:年(\\d{1,2})月(?:(\\d{1,2})日|[末底份])?|[-./](\\d{1,2})(?:[-./](\\d{1,2}))?)${TAIL}`,
      "uy",
    ),
    means: ([written, year, month, day, plainMonth, plainDay]) =>
      ofDate(written, Number(year), Number(month ?? plainMonth), Number(day ?? plainDay ?? 0)),
  },
  {
    name: "2025年1月1日—12月31日, 2025.1.1-2025.12.31, 2025年1月—2025年12月",
    needs: DIGIT,
    pattern: new RegExp(
      `(${YEAR})[年./]0?1(?:月|[./]0?1|月0?1日?)${DASH}+(?:\\1[年./])?12(?:月(?:31日?)?|[./]31日?)${TAIL}`,
      "uy",
    ),
    means: ([, year]) => ({ says: "year", year: Number(year), short: false }),
  },
  {
    name: "9月, 9月底",
    needs: /月/u,
    pattern: /(\d{1,2})月(?:[末底份]|(\d{1,2})日)?/uy,
    means: ([written, month, day]) =>
      isYearsEnd(written, Number(month), Number(day ?? 0)) ? { says: "harmless" } : period,
  },
  {
    name: "1—9月, 1—12月累计",
    needs: DIGIT,
    pattern: new RegExp(`(\\d{1,2})月?${DASH}+(\\d{1,2})月[份底末]?(?:累计[数值]?)?`, "uy"),
    means: ([, from, to]) => (Number(from) === 1 && Number(to) === 12 ? wholeYear : period),
  },
  {
    name: "一至九月",
    needs: /月/u,
    pattern: new RegExp(`[一二三四五六七八九十]{1,2}月?${DASH}+[一二三四五六七八九十]{1,2}月`, "uy"),
    means: () => period,
  },
  {
    name: "1—3季度",
    needs: /季度/u,
    pattern: new RegExp(`[1-4一二三四]${DASH}+[1-4一二三四]季度`, "uy"),
    means: () => period,
  },
  {
    name: "Q1, 1Q",
    needs: /q/iu,
    pattern: /(?:q[1-4]|[1-4]q)/iuy,
    means: () => period,
  },
];

const OF_PLANS: readonly Pattern[] = [
  {
    name: "十四五, 十四五末",
    needs: /五/u,
    pattern:
      /十[二三四五六]五["”’']?(?:规划|计划)?(?:期间|时期|以来|期末|末年|末)?(?![\p{L}])|十[二三四五六]五["”’']?(?:期间|时期|以来|期末|末年|末)?/uy,
    means: () => ({ says: "other", other: "span" }),
  },
  {
    name: "近五年 before 平均, 三年合并",
    needs: /年/u,
    pattern:
      /[近前]?[两三四五六七八九十2-9]年(?:合并(?:计算|数)?|(?=平均|年均|累计|合计|均值|增[长加减幅量]|变化|提高|下降|降低))/uy,
    means: () => ({ says: "other", other: "span" }),
  },
];

/** The marks of notes below the table: [1], (1), 注1. */
const OF_NOTES: readonly Pattern[] = [
  {
    name: "[1], 注1",
    needs: DIGIT,
    pattern: /[[(【]注?[1-9][\])】]|注[1-9](?!\d)/uy,
    means: () => ({ says: "harmless" }),
  },
];

/** How figures are reckoned from each other. Differences and sums are other figures. */
const FORMULA_SIGN = "[=÷/×*xX]";
const OPERAND = "(?:\\(?(?:[A-WYZa-wyz]\\d{0,2}|分[子母]|100{1,4}%?|[1-9])\\)?)";
/** Only the letters that count columns off: (E) and (F) may say estimate and female. */
const LETTER = "[A-DX-Za-dx-z]";
/** At least one sign, and what is reckoned between: circled numbers are left out before. */
const FORMULA = `${OPERAND}?(?:${FORMULA_SIGN}${OPERAND}?)+`;

const OF_FORMULAS: readonly Pattern[] = [
  {
    name: "(A), (A÷B×C), (C=A/B), (÷×) of （①÷②×③）",
    needs: /[([【]/u,
    // (1/2) may be half a year.
    pattern: new RegExp(`[([【](?!\\d/\\d[)\\]])(?:${LETTER}|${FORMULA})[)\\]】]`, "uy"),
    means: () => ({ says: "harmless" }),
  },
  {
    name: "=A÷B×C",
    needs: /=/u,
    pattern: new RegExp(`(?<=.)=${FORMULA}$`, "uy"),
    means: () => ({ says: "harmless" }),
  },
  {
    name: "A of 分子A",
    needs: /[A-DX-Z]/iu,
    pattern: new RegExp(`(?<=分子|分母|系数|倍数|指标值)${LETTER}(?![A-Za-z\\d])`, "uy"),
    means: () => ({ says: "harmless" }),
  },
  {
    name: "× alone, over 100 and 1000",
    needs: /^[×*]$/u,
    pattern: /[×*]/uy,
    means: () => ({ says: "other", other: "factor" }),
  },
];

/** Names of places that no plan names: 江津区, 彭水县; 松溉镇, 中山路街道. */
const OF_PLACES: readonly Pattern[] = [
  {
    name: "江津区",
    needs: /[区县]/u,
    pattern: new RegExp(`${HAN}{2,3}[区县](?!${HAN})`, "uy"),
    means: ([name]) => (isCommonPlace(name) ? null : { says: "other", other: "region" }),
  },
  {
    name: "松溉镇",
    needs: /[街镇乡]/u,
    pattern: new RegExp(`${HAN}{2,4}(?:街道办事处|街道|镇|乡)(?!${HAN})`, "uy"),
    means: ([name]) => (isCommonPlace(name) ? null : { says: "other", other: "site" }),
  },
];

/** What stands by the end of December is the year's; December alone may be a month's. */
const OF_YEARS_END: readonly Pattern[] = [
  {
    name: "截至2025年12月",
    needs: /截/u,
    pattern: new RegExp(`截[至止]到?(${YEAR})(?:年12月份?|[./-]12)(?![\\d月日./-])`, "uy"),
    means: ([, year]) => ({ says: "year", year: Number(year), short: true }),
  },
];

/** When and by whom a table was made and handed in: 报送时间, 修改日期, 录入人. */
const OF_DEEDS: readonly Pattern[] = [
  {
    name: "报送时间, 最后更新日期, 录入人员",
    needs: /日期|时间|人/u,
    pattern: new RegExp(`${oneOf(DEEDS)}(?:的?(?:日期|时间)|人员?(?!数|口|群|次))`, "uy"),
    means: () => ({ says: "role", role: "text" }),
  },
];

const OF_PARTS: readonly Pattern[] = [
  {
    name: "剔除流动人口, 不含高新区",
    needs: /除|不|未/u,
    pattern: new RegExp(`(?:剔除|扣除|除去|去除|不含|不包括|不计|未含|未包括)${HAN}{1,12}`, "uy"),
    means: () => ({ says: "other", other: "group" }),
  },
];

const OF_UNITS: readonly Pattern[] = [
  {
    name: "率 alone, beside 分子 and 分母; 填报率 is another figure",
    needs: /率/u,
    pattern: new RegExp(`(?<!${HAN})率(?!${HAN})`, "uy"),
    means: () => ({ says: "actual", more: null }),
  },
  {
    name: "应管理人数, 实检人数",
    needs: /人数/u,
    pattern: new RegExp(`[应实](?!际)${HAN}{1,4}?人数(?!${HAN})`, "uy"),
    means: () => ({ says: "other", other: "count" }),
  },
  {
    name: "人数 alone; 2025年人数 gives a unit",
    needs: /人数/u,
    pattern: /(?<![年度末底(])人数/uy,
    means: () => ({ says: "other", other: "count" }),
  },
  {
    name: "单位：分钟, （亩）",
    needs: /单位|[([]/u,
    pattern: new RegExp(`(?:(?:计量)?单位:?|(?<=[([]))(${UNIT_SIZED})(?=[)\\]]|$)`, "uy"),
    means: ([, unit = ""]) => (unit === "年" ? null : { says: "unit", unit: unitKey(unit) }),
  },
  {
    name: "单位：人, （%）, 万人",
    needs: ANYTHING,
    pattern: new RegExp(`(?:(?:计量)?单位:?)?(${UNIT_SPELT})`, "uy"),
    means: ([, unit = ""]) => (unit === "年" || unit === "次" ? null : { says: "unit", unit: unitKey(unit) }),
  },
];

const OF_WORDS = [...OF_YEARS_END, ...OF_DEEDS, ...OF_PARTS, ...OF_PLACES, ...OF_UNITS, ...OF_FORMULAS];
const OF_NUMBERS = [...OF_TIME, ...OF_PLANS];

const BEGINS_NUMBER = /[\d'’‘q一二三四五六七八九十近前两]/iu;
const BEGINS_MARK = /[[(【注]/u;

/** The patterns that may match in a text at all, by the character that what they match begins with. */
export function patternsIn(text: string): (first: string) => readonly Pattern[] {
  const needed = (patterns: readonly Pattern[]) => patterns.filter(({ needs }) => needs.test(text));
  const words = needed(OF_WORDS);
  const numbers = BEGINS_NUMBER.test(text) ? [...needed(OF_NUMBERS), ...words] : words;
  const marks = BEGINS_MARK.test(text) ? [...needed(OF_NOTES), ...words] : words;
  return (first) => (BEGINS_NUMBER.test(first) ? numbers : BEGINS_MARK.test(first) ? marks : words);
}

function shortYear(two: number): Meaning | null {
  return two >= SHORT_YEARS.first && two <= SHORT_YEARS.last
    ? { says: "year", year: 2000 + two, short: true }
    : null;
}

function ofDate(written: string, year: number, month: number, day: number): Meaning | null {
  if (month < 1 || month > 12 || day > 31) return null;
  return isYearsEnd(written, month, day) ? { says: "year", year, short: true } : period;
}

/** 12月末, 12月31日: what stands then is the year's figure. */
function isYearsEnd(written: string, month: number, day: number): boolean {
  return month === 12 && (day === 31 || /[末底]$/u.test(written));
}
