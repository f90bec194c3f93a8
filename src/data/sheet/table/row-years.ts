import type { Grid } from "../grid.js";
import { headingOf } from "../head/heading.js";
import type { Lexicon } from "../head/lexicon.js";
import { tightText, unnumbered } from "../normalise.js";
import { hear } from "../head/title.js";
import { yearIn, yearsNamed } from "../years.js";
import type { Column } from "./columns.js";
import { lineOfWords } from "./line-of-words.js";
import { hasRole, withHeadings, type Table } from "./table.js";

/**
 * A table with the column that says each row's year known as that, whatever heads it: 统计时间, 年, 数据时点; or with the
 * years that 2025年全年 under 时间, or lines between the rows say. `isLine` tells the rows that report something.
 */
export function withRowYears(
  grid: Grid,
  table: Table,
  isLine: (row: number) => boolean,
  lexicon: Lexicon,
): Table {
  if (hasRole(table.columns, "year")) return table;
  const rows = table.body.filter(isLine);
  const found = table.columns.filter(mayHoldYears).find((column) => holdsYears(grid, column, rows));
  if (found === undefined) {
    if (table.columns.some(({ heading }) => heading.year !== null)) return table;
    const ofPeriods = yearsOfPeriods(grid, table, rows, lexicon);
    return {
      ...table,
      years: ofPeriods.size > 0 ? ofPeriods : yearsOfSections(grid, table, isLine, lexicon),
    };
  }
  const heading = { ...found.heading, role: "year", figures: false, other: null, leftover: "" } as const;
  return withHeadings(table, new Map([[found.column, heading]]));
}

/** A table of no year whose rows each name their own: 婴儿死亡率（2024年） over 婴儿死亡率（2025年）. */
export function withNamesYears(grid: Grid, table: Table): Table {
  const { columns, body, years } = table;
  const name = columns.find(({ heading }) => heading.role === "name")?.column;
  const [first] = body;
  const isOpen = years.size === 0 && columns.every(({ heading }) => heading.year === null);
  if (name === undefined || first === undefined || !isOpen || hasRole(columns, "year")) return table;
  if (!/20\d\d/u.test(grid.text(first, name))) return table;
  const rows = body.filter((row) => grid.own(row).length > 1);
  const named = rows.map((row) => [row, yearsNamed(grid.text(row, name))] as const);
  const isClear = named.every(([, said]) => said.length === 1);
  return isClear ? { ...table, years: new Map(named.map(([row, [year = 0]]) => [row, year])) } : table;
}

/** 2025年全年 among 2025年一季度, 2025年上半年: the rows of whole years. */
function yearsOfPeriods(
  grid: Grid,
  { columns }: Table,
  rows: readonly number[],
  lexicon: Lexicon,
): Table["years"] {
  const period = columns.find(({ heading }) => heading.role === "period");
  if (period === undefined) return new Map();
  const found = rows.flatMap((row) => {
    const { role, year, other } = headingOf([grid.text(row, period.column)], lexicon);
    return role === "yearValue" && year !== null && other === null ? [[row, year] as const] : [];
  });
  return new Map(found);
}

/** Rows beneath lines that are nothing but a year; none where some row has no such line above it. */
function yearsOfSections(
  grid: Grid,
  table: Table,
  isLine: (row: number) => boolean,
  lexicon: Lexicon,
): Table["years"] {
  const years = new Map<number, number>();
  let now: number | null = null;
  for (const row of table.body) {
    const line = isLine(row) ? null : lineOfWords(grid, table, row);
    const year = line === null ? null : yearOfLine(line.text, lexicon);
    if (year !== null) now = year;
    else if (isLine(row)) {
      if (now === null) return new Map();
      years.set(row, now);
    }
  }
  return years;
}

/** The year of 2025年, 二、2025年情况, 2025年妇女指标; null where a line says more. */
export function yearOfLine(text: string, lexicon: Lexicon): number | null {
  if (!/\d/u.test(text)) return null;
  const { role, year, relative, other, noted } = headingOf([unnumbered(text)], lexicon);
  const isYearAlone = role === "yearValue" && relative === null && other === null && noted.length === 0;
  const found = isYearAlone ? year : yearOfSubject(unnumbered(text), lexicon);
  return found !== null && found >= YEARS.first && found <= YEARS.last ? found : null;
}

/** A line above a table that says its year by another: 上年情况. */
export interface RelativeTitle {
  address: string;
  /** -1 for the year before. */
  offset: number;
}

export function relativeTitle(table: Table, lexicon: Lexicon): RelativeTitle | null {
  if (hasRole(table.columns, "previous")) return null;
  for (const { display, address } of table.above) {
    const { relative, year, other, leftover } = headingOf([unnumbered(tightText(display))], lexicon);
    const isAlone = year === null && other === null && leftover === "";
    if (isAlone && relative === "previous") return { address, offset: -1 };
    if (isAlone && relative === "this") return { address, offset: 0 };
  }
  return null;
}

/** What is longer is a note. */
const LONGEST_LINE = 30;

/** 2025 of 2025年妇女指标: behind the year stands only what the rows below are about. */
function yearOfSubject(text: string, lexicon: Lexicon): number | null {
  const [year, second] = yearsNamed(text);
  if (!/^20\d\d年/u.test(text) || text.length > LONGEST_LINE || second !== undefined) return null;
  const { other, asked } = hear(text, lexicon, []);
  return year === undefined || other !== null || asked !== "" || /[为是系:]/u.test(text) ? null : year;
}

/** Headed as a time, or by nothing that anybody understands. */
function mayHoldYears({ heading: { role, year, other } }: Column): boolean {
  return role === "period" || (role === null && year === null && other === null);
}

/** Figures alone may look like a year or two by chance. */
const ENOUGH = 2;
/** Years that data tables tell of; counts of people and houses are seldom all among them. */
const YEARS = { first: 2010, last: 2035 };

function holdsYears(grid: Grid, { column, heading }: Column, rows: readonly number[]): boolean {
  const filled = rows.map((row) => grid.text(row, column)).filter((text) => text !== "");
  const isOfTime = heading.role === "period" || /[年时期]/u.test(heading.text);
  const worded = filled.some((text) => /年/u.test(text));
  return (
    filled.length > 0 &&
    (isOfTime || worded || filled.length >= ENOUGH) &&
    filled.every((text) => isYear(tightText(text)))
  );
}

function isYear(text: string): boolean {
  const year = yearIn(text);
  return /^\d{4}(?:年[度末底]?)?$/u.test(text) && year !== null && year >= YEARS.first && year <= YEARS.last;
}
