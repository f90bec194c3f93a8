import type { Cell } from "../../../workbook/sheet.js";
import type { Grid } from "../grid.js";
import { headingOf } from "../head/heading.js";
import { hear } from "../head/title.js";
import { isNumbered, tightText } from "../normalise.js";
import { PER_HEAD, isFigure, type HeadRules } from "./bands.js";
import { columnsOf, type Column } from "./columns.js";
import type { Table } from "./table.js";

/**
 * A table cut where a row within it heads the figures below with years again, 二、儿童 | | 2025年 | 2024年: no name
 * heads its names, so that it makes no head of its own. What stands under the names is a title of the part. A row
 * that says only what the head does cuts nothing.
 */
export function cutAtYears(grid: Grid, table: Table, rules: HeadRules): Table[] {
  const parts: Table[] = [table];
  for (const [at, row] of table.body.entries()) {
    const now = parts.at(-1) ?? table;
    const columns = headedAgain(grid, now, row, rules);
    if (columns === null) continue;
    grid.spend(PER_HEAD);
    const named = namesIn(grid, now, row, rules);
    const saysOther = ({ display }: Cell) => hear(display, rules.lexicon, []).other !== null;
    const isFirst = parts.length === 1;
    const isTold = isFirst ? named.some(saysOther) : named.length > 0;
    if (!isTold && yearsIn(columns).join() === yearsIn(now.columns).join()) continue;
    const above = named.length > 0 ? titled(table, named, rules) : stillAbove(grid, now, at, rules);
    const title = above.map(({ display }) => display).join("\n");
    parts.push({ ...now, columns, head: { top: row, bottom: row }, above, title });
  }
  return parts.length === 1 ? parts : withBodies(grid, table, parts, rules);
}

/** Each part with the rows below its head up to the next, and with the notes to all of them. */
function withBodies(grid: Grid, table: Table, parts: readonly Table[], rules: HeadRules): Table[] {
  const notes = beneath(grid, table, rules);
  let at = 0;
  return parts.map((part, index) => {
    const next = parts[index + 1]?.head.top ?? Infinity;
    const from = at;
    while ((table.body[at] ?? Infinity) < next) at += 1;
    const own = table.body.slice(from, at);
    if (table.body[at] === next) at += 1;
    return { ...part, body: [...own, ...notes.filter((row) => row > next)] };
  });
}

/** The rows of words below the last row that says what it reports: they are notes to every part. */
function beneath(grid: Grid, { body }: Table, { isLine }: HeadRules): number[] {
  const last = body.findLastIndex((row) => isLine(row) || grid.own(row).some(isFigure));
  return body.slice(last + 1).filter((row) => grid.own(row).length === 1);
}

/** Fewer may be words of a row. */
const FEWEST_YEARS = 2;
const LIKE_YEAR = /(?:19|20)\d\d|\d\d年/u;

/** The columns below a row that heads figures with years again; null where it does not. */
function headedAgain(grid: Grid, now: Table, row: number, rules: HeadRules): Column[] | null {
  const { lexicon, isLine } = rules;
  const under = now.columns
    .flatMap(({ column, heading }) => (heading.figures ? (grid.cell(row, column) ?? []) : []))
    .filter(({ display }) => display !== "");
  // Most rows hold figures, and need no long look.
  if (under.some(isFigure) || under.filter(({ display }) => LIKE_YEAR.test(display)).length < FEWEST_YEARS)
    return null;
  const headings = under.map(({ display }) => headingOf([display], lexicon));
  const years = headings.flatMap(({ role, year }) => (role === "yearValue" && year !== null ? [year] : []));
  if (years.length < FEWEST_YEARS || isLine(row)) return null;
  if (headings.some(({ figures, leftover }) => !figures || leftover !== "")) return null;
  const own = columnsOf(grid, { top: row, bottom: row }, lexicon);
  const columns = now.columns.flatMap((each) => {
    if (!each.heading.figures) return [each];
    const again = own.find(({ column }) => column === each.column);
    // Nobody knows what stands below a blank; what is another's figure in the head is so below it, too.
    return again ?? (each.heading.other === null ? [] : [each]);
  });
  const named = namesIn(grid, now, row, rules);
  // Years that follow each other behind a section's number, or behind nothing.
  const isSection = ({ display }: Cell) => isNumbered(tightText(display));
  const isWords = under.every(({ content }) => content.type === "text");
  const isHead = isWords || isPermuted(columns, now.columns) || (follow(years) && named.every(isSection));
  return isHead ? columns : null;
}

/** Numbers that look like years may be a row's figures; those of the head in another order are not. */
function isPermuted(columns: readonly Column[], before: readonly Column[]): boolean {
  const sorted = (all: readonly Column[]) => yearsIn(all).toSorted().join(" ");
  return sorted(columns) === sorted(before);
}

/** 2021, 2022, 2023; 2025, 2024. */
function follow(years: readonly number[]): boolean {
  return years.every((year, at) => at === 0 || Math.abs(year - (years[at - 1] ?? 0)) === 1);
}

/** What the columns of figures say, from left to right. */
function yearsIn(columns: readonly Column[]): string[] {
  return columns.flatMap(({ heading: { figures, role, year } }) =>
    figures ? [`${String(role)} ${String(year)}`] : [],
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
function stillAbove(
  grid: Grid,
  { above, body, head, from, to }: Table,
  at: number,
  { isLine }: HeadRules,
): Cell[] {
  for (let before = at - 1; (body[before] ?? 0) > head.bottom; before -= 1) {
    const row = body[before]!;
    const own = grid.own(row).filter(({ column }) => column >= from && column <= to);
    if (own.length === 1 && own[0]?.content.type === "text" && !isLine(row)) return [...above, ...own];
  }
  return [...above];
}
