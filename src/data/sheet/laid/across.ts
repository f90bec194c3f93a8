import type { Cell } from "../../../workbook/sheet.js";
import type { Catalogue } from "../../catalogue.js";
import { isFigure } from "../../coverage/figures.js";
import { figureAt, type Grid } from "../grid.js";
import { headingOf } from "../head/heading.js";
import { GROUP_ROLES, headingName, type Role } from "../head/words.js";
import type { LaidAt } from "../laid-otherwise.js";
import { countsColumns } from "../table/bands.js";
import { isKey } from "../table/columns.js";
import { TELLING } from "./frame.js";
import { entryPlaced } from "./placed.js";
import { nameKey, tightText, unitInName } from "../normalise.js";

/** What stands over a column at one level of the head. */
export interface Level {
  cell: Cell;
  text: string;
}

/** A column that says of each row which year's, which town's it is, or what else is to be told of it. */
export interface LabelColumn {
  column: number;
  /** What heads it, as a table of rows would. */
  heading: Level;
}

/** A column of figures, the name over it and what else its head says. */
export interface NamedColumn {
  column: number;
  name: Level;
  /** 近视率／小学 where its name is put together of several; else "". */
  said: string;
  /** Whether the name is one of ours, or may be with what stands beneath it. */
  isOurs: boolean;
  isAsked: boolean;
  others: readonly Level[];
}

/** A table with an indicator in each column, and years, towns or other places down. */
export interface Across {
  head: { top: number; bottom: number };
  labels: readonly LabelColumn[];
  named: readonly NamedColumn[];
  body: readonly number[];
  /** What stands over its head. */
  above: readonly number[];
  /** Its rows are years. */
  isOfYears: boolean;
}

/** More rows between the names and the first figures are no head. */
const TALLEST = 3;

/** Finds such tables, one below another; none where a column is understood by nobody. */
export function acrossIn(at: LaidAt): Across[] {
  const { sheet, grid } = at;
  if (sheet.hiddenRows.length + sheet.hiddenColumns.length > 0) return [];
  const found: Across[] = [];
  for (let rows = grid.rows; rows.length > 0;) {
    const next = firstIn(at, rows);
    if (next === null) break;
    if (next.table !== null) found.push(next.table);
    rows = next.below;
  }
  return found;
}

/** The first of the rows' tables, null where its columns are not understood, and the rows below it. */
function firstIn(
  { sheet, grid, catalogue }: LaidAt,
  all: readonly number[],
): { table: Across | null; below: readonly number[] } | null {
  const isOurs = (cell: Cell) => cell.content.type === "text" && nameIn(cell.display, catalogue) !== null;
  const first = all.find((row) => grid.own(row).some(isOurs));
  const left = grid.own(first ?? 0).find(isOurs)?.column ?? 0;
  const below = all.filter((row) => row > (first ?? Infinity));
  const start = below.findIndex((row) => hasBare(grid, row, left) || isOfYear(grid, row, left, catalogue));
  if (first === undefined || start < 0 || start >= TALLEST) return null;
  const next = below.findIndex((row, at) => at > start && isHeadAgain(grid, row, isOurs));
  const end = next < 0 ? below.length : withTitle(grid, below, next);
  const body = below.slice(start, end);
  const top = body[0]!;
  const isMerged = sheet.merges.some(
    (each) =>
      each.bottom >= top && each.top <= body.at(-1)! && (each.right >= left || each.left < each.right),
  );
  const above = all.filter((row) => row < first);
  const heads = below.slice(0, start).filter((row) => !countsColumns(grid.own(row)));
  const rows = [...bannersOver(grid, above, left, catalogue), first, ...heads];
  const table = isMerged ? null : columnsIn(grid, { rows, body, left, above }, catalogue);
  return { table, below: below.slice(end) };
}

/** Where the lines of words begin that stand right above a head. */
function withTitle(grid: Grid, rows: readonly number[], head: number): number {
  let first = head;
  while (grid.own(rows[first - 1]!).length === 1 && !grid.own(rows[first - 1]!).some(isBare)) first -= 1;
  return first;
}

/** 2024年 with what should be figures: 约66. */
function isOfYear(grid: Grid, row: number, left: number, { lexicon }: Catalogue): boolean {
  const [label, ...others] = grid.own(row);
  const isLabel =
    label !== undefined && label.column < left && headingOf([label.display], lexicon).year !== null;
  return isLabel && others.some((cell) => cell.column >= left && isFigure(cell));
}

/** A row of figures; 甲 | 1 | 2 numbers the columns. */
function hasBare(grid: Grid, row: number, left: number): boolean {
  const own = grid.own(row);
  return own.some((cell) => cell.column >= left && isBare(cell)) && !countsColumns(own);
}

/** A number that no year's cell holds. */
function isBare(cell: Cell): boolean {
  return isFigure(cell) && cell.content.type !== "text" && !/^(?:19|20)\d\d$/u.test(cell.display);
}

/** Names of ours without a figure: another table begins. */
function isHeadAgain(grid: Grid, row: number, isOurs: (cell: Cell) => boolean): boolean {
  const own = grid.own(row);
  return own.length > 1 && own.some(isOurs) && !own.some(isBare);
}

/** 2024年 and 2025年 over the names, each over some of them. */
function bannersOver(grid: Grid, rows: readonly number[], left: number, { lexicon }: Catalogue): number[] {
  const above = rows.at(-1);
  const own = above === undefined ? [] : grid.own(above);
  const isBanner = ({ column, display }: Cell) => {
    const { role, figures, leftover } = headingOf([display], lexicon);
    return column < left ? LABELS.has(role) : figures && leftover === "";
  };
  const isOver = own.some(({ column }) => column >= left) && own.every(isBanner);
  return above !== undefined && isOver ? [above] : [];
}

interface Rows {
  rows: readonly number[];
  body: readonly number[];
  /** The first column of a name of ours. */
  left: number;
  /** The rows above, back to the table before. */
  above: readonly number[];
}

function columnsIn(grid: Grid, { rows, body, left, above }: Rows, catalogue: Catalogue): Across | null {
  const all = [...new Set([...rows, ...body].flatMap((row) => grid.own(row).map(({ column }) => column)))];
  const labels: LabelColumn[] = [];
  const named: NamedColumn[] = [];
  for (const column of all.sort((a, b) => a - b)) {
    const levels = levelsOver(grid, rows, column, left);
    const label = labelOf(grid, body, column, levels, catalogue);
    const figure = label === null ? namedBy(column, levels, catalogue) : null;
    const isFilled = body.some((row) => grid.cell(row, column) !== null);
    if (label !== null) labels.push(label);
    else if (figure !== null && hasFigure(grid, body, column)) named.push(figure);
    // Notes beneath begin in a column that the table need not have.
    else if (isFilled && levels.length > 0) return null;
  }
  const roles = labels.map(({ heading }) => headingOf([heading.text], catalogue.lexicon).role);
  const telling = roles.filter((role) => TELLING.has(role));
  // 镇街 twice heads two blocks side by side.
  const isDouble = new Set(telling).size < telling.length;
  const isTelling = ({ column }: LabelColumn, at: number) =>
    column < left &&
    (TELLING.has(roles[at]) || (roles[at] === "sort" && isUnderstood(grid, body, column, catalogue)));
  const isClear = !isDouble && labels.some(isTelling);
  if (!isClear || !named.some(({ isOurs }) => isOurs)) return null;
  return {
    head: { top: rows[0]!, bottom: grid.rows[grid.rows.indexOf(body[0]!) - 1]! },
    labels,
    named,
    body,
    above: above.filter((row) => row < rows[0]!),
    isOfYears: roles.includes("year"),
  };
}

/** 目标 and 完成 under 类别, and no word that nobody knows. */
function isUnderstood(grid: Grid, body: readonly number[], column: number, { lexicon }: Catalogue): boolean {
  return body.every((row) => headingOf([grid.text(row, column)], lexicon).leftover === "");
}

/** Those, and what else may stand beside figures. */
const LABELS: ReadonlySet<unknown> = new Set<Role>([
  "year",
  "period",
  "region",
  "sort",
  "coverage",
  "remark",
  "comment",
  "scope",
  "dataSource",
  "reporter",
  "text",
  ...GROUP_ROLES,
]);

/** What heads a column that tells of rows; years need no heading. Null for any other column. */
function labelOf(
  grid: Grid,
  body: readonly number[],
  column: number,
  levels: readonly Level[],
  { lexicon }: Catalogue,
): LabelColumn | null {
  const roles = levels.map(({ text }) => headingOf([text], lexicon).role);
  const heading = levels[roles.findIndex((role) => LABELS.has(role))];
  if (heading !== undefined) return { column, heading };
  const rows = body.filter((row) => grid.own(row).some((cell) => cell.column !== column && isBare(cell)));
  const cells = rows.map((row) => grid.cell(row, column));
  const isYear = (cell: Cell | null) => cell !== null && headingOf([cell.display], lexicon).year !== null;
  const years = cells.filter(isYear);
  const first = cells[0] ?? null;
  // 指标名称 over 2024年数 and 计量单位 is a card's, over years alone the corner of both.
  const isKeyed = roles.some((role) => role !== null && isKey({ role }));
  const isOfYears =
    isYear(first) && (isKeyed ? years.length === cells.length : years.length * 2 > cells.length);
  return isOfYears ? { column, heading: { cell: first!, text: headingName("year") } } : null;
}

function hasFigure(grid: Grid, body: readonly number[], column: number): boolean {
  return body.some((row) => figureAt(grid, row, column) !== null);
}

/** What stands over a column, top to bottom; a banner that is not merged stands over the first of its columns only. */
function levelsOver(grid: Grid, rows: readonly number[], column: number, left: number): Level[] {
  const levels = rows.flatMap((row, level): Level[] => {
    const isUnder = (each: number) => rows.slice(level + 1).some((below) => grid.text(below, each) !== "");
    for (let at = column; at > 0 && (at === column || (at >= left && isUnder(column))); at -= 1) {
      const cell = grid.shown(row, at);
      if (cell !== null && cell.display !== "")
        return at === column || isUnder(at) ? [{ cell, text: cell.display }] : [];
    }
    return [];
  });
  return levels.filter(({ cell }, at) => cell !== levels[at - 1]?.cell);
}

/** The name over a column: one of ours, in one level or in several, or what no heading says. */
function namedBy(column: number, levels: readonly Level[], catalogue: Catalogue): NamedColumn | null {
  const at = levels.findIndex(({ text }) => nameIn(text, catalogue) !== null);
  const words = levels.filter(({ text }) => !isHeading(text, catalogue));
  const name = levels[at] ?? words[0] ?? levels[0];
  if (name === undefined) return null;
  const placed =
    at >= 0 || words.length < 2
      ? null
      : entryPlaced(
          words.map(({ text }) => text),
          catalogue,
        );
  if (placed !== null) {
    const others = levels.filter((level) => !words.includes(level));
    const full = { cell: words.at(-1)!.cell, text: withUnit(placed.indicator.name, words) };
    const said = words.map(({ text }) => text).join("／");
    return { column, name: full, said, isOurs: true, isAsked: true, others };
  }
  const { name: text, dated } = nameIn(name.text, catalogue) ?? { name: name.text, dated: "" };
  const others = levels.filter((level) => level !== name);
  const more = dated === "" ? others : [...others, { cell: name.cell, text: dated }];
  return {
    column,
    name: { cell: name.cell, text },
    said: "",
    isOurs: at >= 0,
    isAsked: at >= 0 || words.length > 1,
    others: more,
  };
}

/** The unit that one of the words gives stays with the name. */
function withUnit(name: string, words: readonly Level[]): string {
  const unit = words.map(({ text }) => unitInName(text)).find((each) => each !== "") ?? "";
  return unit === "" ? name : `${name}（${unit}）`;
}

/** 目标, 人 and 全市 name nothing. */
function isHeading(text: string, { lexicon }: Catalogue): boolean {
  return headingOf([text], lexicon).leftover === "";
}

const DATED = /^(20\d\d年度?)的?(.+)$/u;

/** 婚检率, and 2025年婚检率 with its year; null for no name of ours. */
function nameIn(display: string, { byKey, byId }: Catalogue): { name: string; dated: string } | null {
  const text = tightText(display);
  const coded = byId.get(text);
  if (coded !== undefined) return { name: coded.indicator.name, dated: "" };
  if (byKey.has(nameKey(display))) return { name: display, dated: "" };
  const [, dated = "", name = ""] = DATED.exec(text) ?? [];
  return name !== "" && byKey.has(nameKey(name)) ? { name, dated } : null;
}
