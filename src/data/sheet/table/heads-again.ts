import type { Cell } from "../../../workbook/sheet.js";
import type { Grid } from "../grid.js";
import { headingOf } from "../head/heading.js";
import { hear } from "../head/title.js";
import { isNumbered, tightText } from "../normalise.js";
import { PER_HEAD, isFigure, type HeadRules } from "./bands.js";
import type { Heading } from "../head/token.js";
import type { Other } from "../head/words.js";
import { columnsOf, isKey, type Band, type Column } from "./columns.js";
import { lineOfWords } from "./line-of-words.js";
import { hasRole, yearsOver, type Table } from "./table.js";

/**
 * A table cut where a row within it heads the figures below again, 二、儿童 | | 2025年目标 | 2030年目标: no name heads its
 * names, so that it makes no head of its own. What stands under the names is a title of the part. A row that says only
 * what the head does cuts nothing.
 */
export function cutAtHeads(grid: Grid, table: Table, rules: HeadRules): Table[] {
  const parts: Table[] = [table];
  for (const [at, row] of table.body.entries()) {
    const now = parts.at(-1) ?? table;
    const again = headedAgain(grid, now, row, rules);
    if (again === null) continue;
    grid.spend(PER_HEAD);
    const goesOn = parts.length > 1 && table.body[at - 1] === now.head.bottom && joins(grid, now, row, rules);
    const head = { top: goesOn ? now.head.top : row, bottom: row };
    const columns =
      again === "unit" ? withUnits(grid, now, row, rules) : columnsBelow(grid, now, head, rules);
    const named = namesIn(grid, now, row, rules);
    const saysOther = ({ display }: Cell) => hear(display, rules.lexicon, []).other !== null;
    const isTold = parts.length === 1 ? named.some(saysOther) : named.length > 0;
    if (!goesOn && !isTold && saidIn(columns).join() === saidIn(now.columns).join()) continue;
    if (goesOn) parts.pop();
    const still = goesOn ? now.above : stillAbove(grid, now, at, rules);
    const above = named.length > 0 ? titled(goesOn ? now : table, named, rules) : still;
    const title = above.map(({ display }) => display).join("\n");
    parts.push({ ...now, isPart: true, columns, head, above: [...above], title });
  }
  return parts.length === 1 ? parts : withBodies(grid, table, parts, rules);
}

/** Each part with the rows below its head up to the next, and with the notes to all of them. */
function withBodies(grid: Grid, table: Table, parts: readonly Table[], rules: HeadRules): Table[] {
  const notes = beneath(grid, table, rules);
  let at = 0;
  return parts.map((part, index) => {
    const next = parts[index + 1]?.head ?? { top: Infinity, bottom: Infinity };
    const from = at;
    while ((table.body[at] ?? Infinity) < next.top) at += 1;
    const own = table.body.slice(from, at);
    while ((table.body[at] ?? Infinity) <= next.bottom && at < table.body.length) at += 1;
    return { ...part, body: [...own, ...notes.filter((row) => row > next.top)] };
  });
}

/** The rows of words below the last row that says what it reports: they are notes to every part. */
function beneath(grid: Grid, { body }: Table, { isLine }: HeadRules): number[] {
  const last = body.findLastIndex((row) => isLine(row) || grid.own(row).some(isFigure));
  return body.slice(last + 1).filter((row) => grid.own(row).length === 1);
}

/** A row that heads figures again: with words, or with a unit alone. */
type Again = "words" | "unit";

interface Said {
  cell: Cell;
  heading: Heading;
}

/** What a row says under the columns of figures, dashes aside. */
function saidUnder(grid: Grid, { columns }: Table, row: number, { lexicon }: HeadRules): Said[] {
  return columns
    .flatMap(({ column, heading }) => (heading.figures ? (grid.cell(row, column) ?? []) : []))
    .map((cell) => ({ cell, heading: headingOf([cell.display], lexicon) }))
    .filter(({ heading }) => !isSilent(heading));
}

function isSilent({ role, figures, unit, leftover }: Heading): boolean {
  return role === null && !figures && unit === "" && leftover === "";
}

/** How a row heads the figures below it again; null where it does not. */
function headedAgain(grid: Grid, now: Table, row: number, rules: HeadRules): Again | null {
  // Most rows hold figures, and need no long look.
  if (figureColumns(now).some(({ column }) => isFigureAt(grid, row, column))) return null;
  const under = saidUnder(grid, now, row, rules);
  if (under.length === 0 || rules.isLine(row)) return null;
  if (!hasRole(now.columns, "code", "name")) return isDatedAgain(under) ? "words" : null;
  const places = under.reduce((sum, { cell }) => sum + grid.width(row, cell.column), 0);
  if (under.every(({ heading }) => isUnit(heading)))
    return places >= Math.min(SEVERAL, figureColumns(now).length) ? "unit" : null;
  if (under.some(({ cell }) => cell.content.type !== "text"))
    return isYearsAgain(grid, now, row, under, rules) ? "words" : null;
  if (namesColumn(grid, now, row, rules)) return null;
  const named = namesIn(grid, now, row, rules);
  const isFree = named.every(isSection);
  return isHeading(under, { isFree, isNamed: named.length > 0, places }) ? "words" : null;
}

function isFigureAt(grid: Grid, row: number, column: number): boolean {
  const cell = grid.cell(row, column);
  return cell !== null && (isFigure(cell) || TYPED_AS_TEXT.test(cell.display));
}

/** 97.35, 8.2%: a fraction that is no month of a year. */
const TYPED_AS_TEXT = /^-?\d{1,3}\.\d+\p{Po}?$/u;

/** Nothing but words of figures, with years among them. */
function isDatedAgain(under: readonly Said[]): boolean {
  const understood = under.every(({ heading }) => heading.figures && heading.leftover === "");
  return understood && yearsOver(under).length >= SEVERAL;
}

/** Fewer may be words of a row. */
const SEVERAL = 2;

/** Whether words under figures are what a head says, and not what a row of another's reports: 已完成, 提高, 农村. */
function isHeading(
  under: readonly Said[],
  { isFree, isNamed, places }: { isFree: boolean; isNamed: boolean; places: number },
): boolean {
  const headings = under.map(({ heading }) => heading);
  if (isFree) {
    const tells = headings.some((heading) => isTelling(heading, true));
    const one = isNamed && headings.some(({ other }) => other !== null && !IN_ROWS.has(other.other));
    return tells && (places >= SEVERAL || one);
  }
  const understood = headings.every(({ figures, leftover }) => figures && leftover === "");
  const differ = new Set(headings.map(({ text }) => text)).size > 1;
  const dated = headings.some(({ year }) => year !== null);
  return (
    understood &&
    under.length >= SEVERAL &&
    (differ || dated) &&
    headings.some((each) => isTelling(each, false))
  );
}

/** What rows of others may report in words: a change, a town. */
const IN_ROWS: ReadonlySet<Other> = new Set<Other>(["change", "site"]);

function isTelling({ figures, leftover, year, relative, other }: Heading, isFree: boolean): boolean {
  if (!figures || leftover !== "") return false;
  return year !== null || relative !== null || (other !== null && (isFree || !IN_ROWS.has(other.other)));
}

/** 单位 alone under figures: （人）, 万人. */
function isUnit({ role, figures, unit, leftover }: Heading): boolean {
  return role === null && !figures && unit !== "" && leftover === "";
}

/** 二、儿童, （对比）: a line that heads others. */
function isSection({ display }: Cell): boolean {
  const text = tightText(display);
  return isNumbered(text) || /^\([^()]*\)$/u.test(text);
}

/** 口径, 数据来源 under the names: what stands beside it are its words. */
function namesColumn(grid: Grid, { columns }: Table, row: number, { lexicon }: HeadRules): boolean {
  return columns.some(({ column, heading }) => {
    const { role, figures } = headingOf([grid.cell(row, column)?.display ?? ""], lexicon);
    return isKey(heading) && role !== null && !figures && !isKey({ role });
  });
}

/** Numbers under figures that are years of a head: as words say, or as they follow each other. */
function isYearsAgain(
  grid: Grid,
  now: Table,
  row: number,
  under: readonly Said[],
  rules: HeadRules,
): boolean {
  if (!isDatedAgain(under)) return false;
  const years = yearsOver(under);
  const columns = columnsBelow(grid, now, { top: row, bottom: row }, rules);
  const named = namesIn(grid, now, row, rules);
  // Numbers that look like years may be a row's figures; those of the head in another order are not.
  return isPermuted(columns, now.columns) || (follow(years) && named.every(isSection));
}

/** The columns below a head: nobody knows what stands below a blank; what is another's figure above is so below it, too. */
function columnsBelow(grid: Grid, now: Table, head: Band, { lexicon }: HeadRules): Column[] {
  const own = columnsOf(grid, head, lexicon);
  return now.columns.flatMap((each) => {
    if (!each.heading.figures) return [each];
    const again = own.find(({ column, heading }) => column === each.column && !isSilent(heading));
    return again ?? (each.heading.other === null ? [] : [each]);
  });
}

/** The same columns with the unit that a row gives each. */
function withUnits(grid: Grid, now: Table, row: number, { lexicon }: HeadRules): Column[] {
  return now.columns.map((each) => {
    const { unit, text } = headingOf([grid.prose(row, each.column)], lexicon);
    if (!each.heading.figures || unit === "") return each;
    const before = each.heading.text.split("|").filter((said) => !isUnit(headingOf([said], lexicon)));
    return { ...each, heading: { ...each.heading, unit, text: [...before, text].join("|") } };
  });
}

/** Whether a row right below a head goes on with it: 目标 | 实际 below 2025年 | 2025年, but not years below years. */
function joins(grid: Grid, now: Table, row: number, rules: HeadRules): boolean {
  const isDated = (said: readonly Heading[]) => said.some(({ year }) => year !== null);
  const own = saidUnder(grid, now, row, rules).map(({ heading }) => heading);
  return !isDated(own) || !isDated(figureColumns(now).map(({ heading }) => heading));
}

function figureColumns({ columns }: Table): Column[] {
  return columns.filter(({ heading }) => heading.figures);
}

function isPermuted(columns: readonly Column[], before: readonly Column[]): boolean {
  const sorted = (all: readonly Column[]) => saidIn(all).toSorted().join(" ");
  return sorted(columns) === sorted(before);
}

/** 2021, 2022, 2023; 2025, 2024. */
function follow(years: readonly number[]): boolean {
  return years.every((year, at) => at === 0 || Math.abs(year - (years[at - 1] ?? 0)) === 1);
}

/** What the columns of figures say, from left to right. */
function saidIn(columns: readonly Column[]): string[] {
  return columns.flatMap(({ heading: { figures, role, year, other, relative, unit, leftover } }) =>
    figures ? [[role, year, other?.word, relative, unit, leftover].map(String).join(" ")] : [],
  );
}

/** What stands before the years and heads no column: 二、儿童, 全市. */
function namesIn(grid: Grid, { columns, from, to }: Table, row: number, { lexicon }: HeadRules): Cell[] {
  const figures = new Set(columns.filter(({ heading }) => heading.figures).map(({ column }) => column));
  return grid
    .own(row)
    .filter(({ column, display }) => column >= from && column <= to && !figures.has(column) && display !== "")
    .filter(({ display }) => {
      const { role, figures: isOfFigures } = headingOf([display], lexicon);
      return role === null || isOfFigures;
    });
}

/** The title of the whole speaks of a part, too, but for its place where the part names another. */
function titled({ above }: Table, named: readonly Cell[], { lexicon }: HeadRules): Cell[] {
  const isElsewhere = named.some(({ display }) => hear(display, lexicon, []).other?.other === "region");
  return isElsewhere ? [...named] : [...above, ...named];
}

/** What is said above a row without a word: the title, and the last line between the rows. */
function stillAbove(grid: Grid, table: Table, at: number, { isLine }: HeadRules): Cell[] {
  const { above, body, head } = table;
  for (let before = at - 1; (body[before] ?? 0) > head.bottom; before -= 1) {
    const row = body[before]!;
    const line = isLine(row) ? null : lineOfWords(grid, table, row);
    if (line !== null) return [...above, line.cell];
  }
  return [...above];
}
