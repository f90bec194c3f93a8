import type { Cell } from "../../../workbook/sheet.js";
import type { Grid } from "../grid.js";
import { headingOf } from "../head/heading.js";
import type { Lexicon } from "../head/lexicon.js";
import type { Heading } from "../head/token.js";
import type { Role } from "../head/words.js";
import { columnsOf, isKey, type Band, type Column } from "./columns.js";

/** How heads are known on a sheet. */
export interface HeadRules {
  lexicon: Lexicon;
  /** Whether columns make a head of a kind that is read. */
  accepts: (columns: readonly Column[]) => boolean;
  /** Whether a row names an indicator or a project: such a row is never part of a head. */
  isLine: (row: number) => boolean;
}

const TALLEST = 3;
/** Rows of words below a head that go on with it, and banners above. */
const MOST_MORE = 3;

/** What a head costs, with all that is asked of a table before its rows are read, in looks at a cell. */
export const PER_HEAD = 4_000;

/** The heads on a sheet, top to bottom, wherever they stand. */
export function bandsOn(grid: Grid, rules: HeadRules): Band[] {
  const bands: Band[] = [];
  let free = 0;
  for (const row of grid.rows) {
    if (row <= free) continue;
    const found = bandEndingAt(grid, row, free, rules);
    if (found === null) continue;
    grid.spend(PER_HEAD);
    const band = extended(grid, found, free, rules);
    bands.push(band);
    free = band.bottom;
  }
  return bands;
}

function bandEndingAt(grid: Grid, bottom: number, free: number, rules: HeadRules): Band | null {
  if (!mayEndHead(grid, bottom, free, rules)) return null;
  for (let height = 1; height <= TALLEST && bottom - height >= free; height += 1) {
    const band = { top: bottom - height + 1, bottom };
    if (rules.accepts(columnsOf(grid, band, rules.lexicon))) return band;
  }
  return null;
}

/** No figure stands in it but years, a word that heads a column does, and a key in it or close above. */
function mayEndHead(grid: Grid, row: number, free: number, { lexicon, isLine }: HeadRules): boolean {
  const own = grid.own(row);
  if (own.some(isFigure) || !hasKeyNear(grid, row, free, lexicon)) return false;
  return own.some((cell) => isHeading(cell, lexicon)) && !isLine(row);
}

/** Longer texts head no column of keys; most of them are prose. */
const LONGEST_KEY = 12;
/** 编号, 代码, 指标, 名称, 项目: no heading of a column of keys is without one of these. */
const IN_KEYS = /[号码标称目]/u;

function hasKeyNear(grid: Grid, bottom: number, free: number, lexicon: Lexicon): boolean {
  for (let row = bottom; row > Math.max(free, bottom - TALLEST); row -= 1) {
    const isNear = ({ display }: Cell) =>
      display.length <= LONGEST_KEY && IN_KEYS.test(display) && isKey(headingOf([display], lexicon));
    if (grid.own(row).some(isNear)) return true;
  }
  return false;
}

/** A number that is no year's heading. Asked first: it settles the question for most rows of data. */
export function isFigure({ content, display }: Cell): boolean {
  return content.type === "number" && !/^(?:19|20)\d\d(?:年[度末底]?)?$/u.test(display);
}

function isHeading({ display }: Cell, lexicon: Lexicon): boolean {
  const { role, figures, leftover } = headingOf([display], lexicon);
  return role !== null || (figures && leftover === "");
}

/** With the banners above, and the rows below that go on with it; never so that it would be no head any more. */
function extended(grid: Grid, found: Band, free: number, rules: HeadRules): Band {
  let band = found;
  for (let more = 0; more < MOST_MORE && goesOnBelow(grid, band, rules); more += 1) {
    band = accepted(grid, { ...band, bottom: band.bottom + 1 }, band, rules);
  }
  for (
    let more = 0;
    more < MOST_MORE && band.top - 1 > free && isBanner(grid, band, rules.lexicon);
    more += 1
  ) {
    band = accepted(grid, { ...band, top: band.top - 1 }, band, rules);
  }
  return band;
}

function accepted(grid: Grid, wider: Band, band: Band, { accepts, lexicon }: HeadRules): Band {
  return accepts(columnsOf(grid, wider, lexicon)) ? wider : band;
}

function goesOnBelow(grid: Grid, band: Band, rules: HeadRules): boolean {
  const row = band.bottom + 1;
  const own = grid.own(row);
  if (own.length === 0 || rules.isLine(row)) return false;
  const columns = columnsOf(grid, band, rules.lexicon);
  if (isColumnCount(own, columns)) return true;
  if (own.some((cell) => isFigure(cell) || isYearAgain(cell, columns))) return false;
  if (isHeadAgain(grid, row, rules) && !isBeneath(grid, row, columns)) return false;
  // No word but a heading stands beneath theirs in a head.
  const keys = new Set(columns.filter(({ heading }) => isKey(heading)).map(({ column }) => column));
  const beneathKeys = own.filter(({ column }) => keys.has(column));
  if (beneathKeys.some(({ display }) => headingOf([display], rules.lexicon).role === null)) return false;
  if (beneathKeys.some(({ display }) => headingOf([display], rules.lexicon).figures)) return false;
  const figures = new Set(columns.filter(({ heading }) => heading.figures).map(({ column }) => column));
  const words = own.filter(({ column }) => !keys.has(column));
  return (
    words.length === 0 || words.some(({ column, display }) => figures.has(column) || isNamed(display, rules))
  );
}

/** A whole head of its own, no cell of it merged down from the one above. */
function isHeadAgain(grid: Grid, row: number, { accepts, lexicon }: HeadRules): boolean {
  const hasKey = grid.own(row).some(({ display }) => isKey(headingOf([display], lexicon)));
  return hasKey && accepts(columnsOf(grid, { top: row, bottom: row }, lexicon));
}

/** 名称 | 数值 beneath 分子 goes on with its head: no word of it stands beneath 指标 or a year. */
function isBeneath(grid: Grid, row: number, columns: readonly Column[]): boolean {
  const counts = columns.filter(({ heading: { role } }) => role === "numerator" || role === "denominator");
  const first = counts[0]?.column ?? Infinity;
  const isFree = ({ column, heading }: Column) =>
    isKey(heading) || heading.figures ? grid.cell(row, column) === null : true;
  return columns.every(isFree) && grid.own(row).every(({ column }) => column >= first);
}

function isNamed(display: string, { lexicon }: HeadRules): boolean {
  const { role, figures } = headingOf([display], lexicon);
  return role !== null || figures;
}

/** Numbers that look like years beneath columns that have theirs are figures. */
function isYearAgain({ column, content }: Cell, columns: readonly Column[]): boolean {
  return (
    content.type === "number" &&
    columns.some((each) => each.column === column && each.heading.role !== null && each.heading.year !== null)
  );
}

/** 甲 乙 1 2 3, as statistical forms count their columns. */
function isColumnCount(own: readonly Cell[], columns: readonly Column[]): boolean {
  return own.length >= Math.min(3, columns.length) && countsColumns(own);
}

/** Whether a row holds nothing but 甲, 乙 and numbers in their order. */
export function countsColumns(own: readonly Cell[]): boolean {
  const counted = own.map(({ display }) => display.replace(/[\s()（）]/gu, ""));
  const numbers = counted.filter((text) => /^\d{1,2}$/u.test(text)).map(Number);
  return (
    counted.every((text) => /^(?:[甲乙丙丁戊己庚辛]|\d{1,2})$/u.test(text)) &&
    counted.some((text) => /^[甲乙丙丁]$/u.test(text)) &&
    numbers.every((number, at) => number === (numbers[0] ?? 0) + at) &&
    (numbers[0] ?? 1) === 1
  );
}

/**
 * The row above belongs to the head where a heading is merged down from it, or where it stands over columns of
 * figures only: a title begins over the first column, or spans all.
 */
function isBanner(grid: Grid, { top, bottom }: Band, lexicon: Lexicon): boolean {
  const above = top - 1;
  const own = grid.own(above);
  if (own.length === 0 || own.some(isFigure)) return false;
  const columns = columnsOf(grid, { top, bottom }, lexicon);
  // What is merged across below it, 2021年 beneath 填报日期, is none of its own.
  const mergedDown = own.some((cell) => grid.shown(top, cell.column) === cell);
  if (mergedDown) return true;
  const figures = new Set(columns.filter(({ heading }) => heading.figures).map(({ column }) => column));
  const last = columns.at(-1)?.column ?? 0;
  return own.every((cell) => {
    const covers = grid.width(above, cell.column);
    const said = headingOf([cell.display], lexicon);
    const isOver = figures.has(cell.column) && cell.column + covers - 1 <= last;
    return isOver && !isAboutForm(cell, said) && (covers > 1 || (said.figures && said.leftover === ""));
  });
}

/** What only heads a column of words: 审核人 in a cell of its own over figures is asked of the form. */
const OF_FORMS: ReadonlySet<Heading["role"]> = new Set<Role>(["reporter", "text", "accepted", "published"]);

/** 填报日期：…, 审核人, 2026年3月20日 at the right over a table. */
function isAboutForm({ content, display }: Cell, { role }: Heading): boolean {
  if (content.type === "date" || OF_FORMS.has(role)) return true;
  return /\d\s*[月./-]\s*\d|(?<!单位)[:：]/u.test(display);
}
