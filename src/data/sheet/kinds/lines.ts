import { LONGEST as KEPT } from "../../../terms/kept.js";
import { isFigure } from "../../coverage/figures.js";
import type { Place } from "../../../issues/issue.js";
import type { CellPlace } from "../../../issues/place.js";
import type { Entry } from "../../catalogue.js";
import { sourceAt } from "../../settle/place.js";
import type { Cell } from "../../../workbook/sheet.js";
import { codeKey, matchRow, type Match } from "../match/match.js";
import { withWholeNames } from "./broken-names.js";
import { namesGiven, type Name } from "./beneath/names-given.js";
import { partsBeneath, type Placed } from "./parts.js";
import { nameKey } from "../normalise.js";
import type { SheetContext } from "../reading.js";
import { isOfHeadings } from "../head/heading.js";
import { columnOf, nameAt, textIn, withHeadings } from "../table/table.js";
import { isTotal } from "../total.js";
import { figureAt } from "../grid.js";

/** A row beneath a head, and whose figures it has. */
export interface Line extends Placed {
  row: number;
  /** The names left of its own, and its own as it stands. */
  names: readonly string[];
  code: string;
  /** The cell that says whose it is. */
  where: Place;
  /** None of ours itself, but its parts below are: 近视率 over 小学生. */
  isDivided: boolean;
  /** It has nothing but the half of a name whose other half stands with the figures, a row above or below. */
  isBroken: boolean;
  /** Something stands in its columns of figures. */
  filled: boolean;
  /** A figure stands in its columns of figures. */
  hasFigure: boolean;
}

/** The columns of a table that hold figures, read or not. */
function figureColumns({ table }: SheetContext): number[] {
  return table.columns
    .filter(({ heading }) => heading.figures || isCount(heading.role))
    .map(({ column }) => column);
}

function isCount(role: unknown): boolean {
  return role === "numerator" || role === "denominator";
}

/** Every figure of a row in columns of figures. */
export function figuresIn(context: SheetContext, row: number): CellPlace[] {
  return figureColumns(context).flatMap((column) => {
    return figureAt(context.grid, row, column) === null ? [] : [sourceAt(context, row, column)];
  });
}

/** 目标 and 完成 in a second column of names, beneath 指标名称 over both, say what the figures of the first one's are. */
export function withSorts(context: SheetContext): SheetContext {
  const { grid, table, catalogue } = context;
  const [first, ...others] = table.columns.filter(({ heading }) => heading.role === "name");
  const sorts = others.filter(({ column }) => {
    const texts = new Set(table.body.map((row) => nameAt(grid, row, column)).filter((text) => text !== ""));
    return texts.size > 0 && [...texts].every((text) => isOfHeadings(text, catalogue.lexicon));
  });
  const named = first === undefined ? [] : table.body.filter((row) => nameAt(grid, row, first.column) !== "");
  if (sorts.length === 0 || named.length === 0) return context;
  const headings = new Map(
    sorts.map(({ column, heading }) => [column, { ...heading, role: "sort" as const }]),
  );
  return { ...context, table: withHeadings(table, headings) };
}

/** What a name costs beyond what is kept of one: prose in the place of names is worked out anew by each who asks. */
const PER_LONG = 12;

/**
 * What a row and each figure in it cost until it is known what became of them, in looks at a cell. All of it counts before
 * the first figure is read, so that a workbook that will be refused fills no memory before.
 */
const PER_LINE = 70;
const PER_FIGURE = 30;
/** That of another indicator is known for it and no more: a yearbook has a hundred thousand of them. */
const PER_FOREIGN_FIGURE = 10;

/** The rows of a table, each matched with what the plans know. */
export function linesOf(context: SheetContext): Line[] {
  const { catalogue, grid, table, plan } = context;
  const nameColumns = table.columns.filter(({ heading }) => heading.role === "name");
  const codeColumn = columnOf(table, "code") ?? nameColumns[0]?.column ?? 1;
  const figures = figureColumns(context);
  const { ask, isOthers, isTotal: isWhole } = partsBeneath(context);
  const given = namesGiven(context);
  let above: Entry | null = null;
  let heading = "";
  const lines = table.body.map((row) => {
    const texts = nameColumns
      .map(({ column }) => nameAt(grid, row, column))
      .filter((name, index, all) => name !== "" && name !== all[index - 1]);
    const cells = figures.map((column) => grid.cell(row, column)).filter((cell) => cell !== null);
    const hasFigure = cells.some(isFigure);
    const own = codeAndNames(context, textIn(grid, table, row, "code"), texts);
    const { code, names } = given(row, own, hasFigure);
    for (const name of names) grid.spend(Math.max(0, name.length - KEPT) * PER_LONG);
    const number = textIn(grid, table, row, "number");
    const claim = { code, number, names, plan, above, heading };
    const found = ask({ row, claim, match: matchRow(catalogue, claim), cells });
    const isOurs = found.match.type !== "foreign";
    grid.spend(PER_LINE + cells.length * (isOurs ? PER_FIGURE : PER_FOREIGN_FIGURE));
    if (found.match.type === "matched") above = found.match.entry;
    if (found.match.type === "foreign" && !hasFigure) heading = names.at(-1) ?? heading;
    return {
      row,
      names,
      code,
      where: sourceAt(context, row, codeColumn),
      ...found,
      filled: cells.length > 0,
      hasFigure,
      isDivided: false,
      isBroken: false,
    };
  });
  const placed = lines.map((line): Line => {
    const name = line.names.at(-1) ?? "";
    const isTotalRow = line.byPlace === null && isWhole(name);
    const match: Match = isTotalRow ? { type: "foreign" } : line.match;
    const isDivided = match.type === "foreign" && !isOthers(name);
    const partOf = line.partOf !== null && isOthers(line.partOf) ? null : line.partOf;
    return { ...line, match, partOf, isDivided };
  });
  return withWholeNames(context, placed);
}

/** A code in front of a name in one cell: W04 孕产妇系统管理率. */
const CODE_AND_NAME = /^([A-Za-z]{1,3}\d{1,2}[a-z]?(?:\.\d)?)[\s.、:-]*(\D.*)$/u;

/** 合计 in a second column of names is the whole of what the first names. */
function codeAndNames({ catalogue }: SheetContext, code: string, texts: readonly string[]): Name {
  const last = texts.at(-1) ?? "";
  if (texts.length > 1 && isTotal(last, catalogue.lexicon)) return { code, names: texts.slice(0, -1) };
  const [, typed = "", name = ""] = code === "" && texts.length === 1 ? (CODE_AND_NAME.exec(last) ?? []) : [];
  return catalogue.byId.has(codeKey(typed)) ? { code: typed, names: [name] } : { code, names: texts };
}

/** The indicator a line is about, doubts and contradictions aside; null for none. */
export function entryOf({ match }: Pick<Line, "match">): Entry | null {
  return match.type === "matched" ? match.entry : null;
}

/** Nobody says it in more words. */
const LONGEST_NOTE = 300;

/** What may be a note on a table: the texts above it, and between its rows those that hold no figure and name no row of ours. */
export function notesOn({ grid, table }: SheetContext, lines: readonly Line[]): Cell[] {
  const between = lines
    .filter(
      ({ match, hasFigure }) => (match.type === "foreign" || match.type === "unknownCode") && !hasFigure,
    )
    .flatMap(({ row }) => grid.own(row).slice(0, 1));
  return [...table.above, ...between].filter(
    ({ content, display }) => content.type === "text" && display.length <= LONGEST_NOTE,
  );
}

/** The rows that hold figures of an indicator, and of which. */
export function entriesIn(lines: readonly Line[]): { row: number; entry: Entry }[] {
  return lines.flatMap((line) => {
    const entry = entryOf(line);
    return entry === null || !line.hasFigure ? [] : [{ row: line.row, entry }];
  });
}

/** What a row's name says beside its indicator's, "|旧口径" of 婴儿死亡率（旧口径）; null where it says no more. */
export function beyondName(line: Line): string | null {
  const name = nameKey(line.name);
  const keys = entryOf(line)?.keys ?? [];
  const key = keys
    .filter((each) => name.includes(each))
    .reduce((best, each) => (each.length > best.length ? each : best), "");
  if (name === "" || key === name) return null;
  return key === "" ? name : name.replace(key, "|");
}
