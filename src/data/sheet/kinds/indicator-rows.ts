import { issue, type Issue } from "../../../issues/issue.js";
import { known, refused as refusedFate, type Fate } from "../../coverage/fate.js";
import type { Catalogue, Entry } from "../../catalogue.js";
import { groupBy } from "../../../terms/group-by.js";
import { headingOf } from "../head/heading.js";
import { OTHER_REASONS } from "../judge/reasons.js";
import { toldOfAbove } from "../match/part-of.js";
import { nearestName, notMeant, type Match } from "../match/match.js";
import { NOTHING, joined, onlyFates, onlyIssues, type Reading, type SheetContext } from "../reading.js";
import { sourceAt } from "../../settle/place.js";
import { headingName } from "../head/words.js";
import { nameKey } from "../normalise.js";
import { quoted } from "../quoted.js";
import { columnOf } from "../table/table.js";
import { isTotal } from "../total.js";
import { figuresIn, type Line } from "./lines.js";
import { toldParts } from "./parts.js";

/** What a kind reads from a row once it is known whose it is. */
export type RowReader = (row: number, entry: Entry) => Reading;

/**
 * Reads the rows of a table that report our indicators. A row that holds no figures is a section head or a
 * note, and nobody is told of it.
 */
export function readIndicatorRows(context: SheetContext, lines: readonly Line[], read: RowReader): Reading {
  const readings = lines.map((line) => {
    const reading = readRow(context, line, read);
    context.grid.spend(reading.issues.length * PER_FINDING);
    return reading;
  });
  const foreign = lines.filter(({ filled, match }) => match.type === "foreign" && filled);
  // A number under 编号 is a 序号, which names nothing.
  const isNamed = ({ name, code, partOf, isDivided }: Line) =>
    partOf === null && !isDivided && (name !== "" || !/^\d*$/u.test(code));
  const matched = lines.some(({ match }) => match.type === "matched");
  return joined([
    ...readings,
    onlyIssues([...matchIssues(lines), ...toldParts(context, lines)]),
    ...headsAndNameless(
      context,
      foreign.filter((line) => line.name === "" && !isNamed(line) && line.hasFigure),
    ),
    inNames(
      context,
      lines.filter(({ match, filled }) => match.type === "foreign" && !filled),
    ),
    matched ? lookAlikes(context, foreign.filter(isNamed)) : noRows(context, foreign.filter(isNamed)),
  ]);
}

/** A finding is worded, placed, sorted and kept: ten thousand on a file are more than anybody reads. */
const PER_FINDING = 1_000;

function readRow(context: SheetContext, line: Line, read: RowReader): Reading {
  const { row, match, filled } = line;
  if (match.type === "matched") {
    if (match.entry.compound) return filled ? compoundValue(context, line, match.entry) : NOTHING;
    return read(row, match.entry);
  }
  if (match.type === "foreign") return onlyFates(foreignFates(context, line));
  if (!filled) return NOTHING;
  const notRead = refusedRow(context, line, []);
  return match.type === "contradiction" ? joined([notRead, disputed(read(row, match.entry))]) : notRead;
}

/** What stands against whose rows these are: a finding for each code and name, however many rows have them. */
function matchIssues(lines: readonly Line[]): Issue[] {
  const disputed = lines.filter(({ match }) => match.type !== "matched" || match.doubt !== null);
  const alike = groupBy(disputed, ({ code, name, filled }) => JSON.stringify([code, name, filled]));
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined
      ? []
      : matchIssue(
          first,
          first.match,
          same.map(({ row }) => row),
        );
  });
}

function matchIssue({ name, code, where, filled }: Line, match: Match, rows: readonly number[]): Issue[] {
  switch (match.type) {
    case "matched": {
      if (match.doubt === null || match.entry.compound) return [];
      return [
        issue("data/code-unlike-name", where, { code, name, rows, expected: match.entry.indicator.name }),
      ];
    }
    case "contradiction": {
      const { entry, named } = match;
      const args = { rows, code, expected: entry.indicator.name, name, other: named?.indicator.id ?? null };
      return filled ? [issue("data/code-contradicts-name", where, args)] : [];
    }
    case "ambiguous": {
      const candidates = match.candidates.map(({ indicator }) => indicator.id);
      return filled ? [issue("data/ambiguous-name", where, { rows, name, candidates })] : [];
    }
    case "unknownCode":
      return filled ? [issue("data/unknown-code", where, { rows, code, nearest: match.nearest })] : [];
    case "foreign":
      return [];
  }
}

function foreignFates(context: SheetContext, line: Line): Fate[] {
  if (line.name === "" && /^\d*$/u.test(line.code)) return [];
  const { lexicon } = context.catalogue;
  const other = toldOfAbove(line.name, lexicon);
  const sum = isTotal(line.name, lexicon) ? "total" : "not-in-plan";
  const reason = other === null ? sum : OTHER_REASONS[other];
  return figuresIn(context, line.row).map((source) => known(source, reason));
}

/** The figures of a row that cannot be told apart. */
function refusedRow(context: SheetContext, line: Line, issues: readonly Issue[]): Reading {
  const fates = figuresIn(context, line.row).map((source) => refusedFate(source, "row"));
  return { ...NOTHING, issues, fates };
}

/** The figures of a row whose owner is in dispute enter no series. */
function disputed(reading: Reading): Reading {
  const gaps = reading.observations.map(({ indicator, year, display, source, remark }) => ({
    indicator,
    year,
    display,
    source,
    remark,
    reason: "refused" as const,
    statedReason: "",
  }));
  return { ...NOTHING, gaps };
}

function compoundValue(context: SheetContext, line: Line, entry: Entry): Reading {
  const parts = context.catalogue.entries.filter(
    (each) => each.row === entry.row && each.judged !== null && each !== entry,
  );
  const args = {
    row: line.row,
    name: entry.indicator.name,
    parts: parts.map(({ indicator }) => `${indicator.id} ${indicator.name}`),
  };
  return refusedRow(context, line, [issue("data/compound-value", line.where, args)]);
}

/** Rows with neither code nor name: those that repeat the years of the head, and those that have lost theirs. */
function headsAndNameless(context: SheetContext, lines: readonly Line[]): Reading[] {
  const heads = lines.filter(({ row }) => isHeadAgain(context, row));
  const cells = heads.flatMap(({ row }) => figuresIn(context, row));
  return [
    onlyFates(cells.map((source) => known(source, "head"))),
    nameless(
      context,
      lines.filter((line) => !heads.includes(line)),
    ),
  ];
}

/** 2024年 below 2024年, 2025年 below 2025年, and no other figure. */
function isHeadAgain({ grid, table, catalogue }: SheetContext, row: number): boolean {
  const under = table.columns.flatMap(({ column, heading }) => {
    const cell = heading.figures ? grid.cell(row, column) : null;
    return cell === null || cell.display === ""
      ? []
      : [{ heading, said: headingOf([cell.display], catalogue.lexicon) }];
  });
  return under.every(
    ({ heading, said }) => heading.year !== null && said.year === heading.year && said.leftover === "",
  );
}

/** Rows with a figure and neither code nor name: one finding a table. */
function nameless(context: SheetContext, lines: readonly Line[]): Reading {
  const [first] = lines;
  if (first === undefined) return NOTHING;
  const cells = lines.flatMap((line) => figuresIn(context, line.row));
  const found = issue("data/nameless-rows", cells[0] ?? first.where, { rows: lines.map(({ row }) => row) });
  return { ...NOTHING, issues: [found], fates: cells.map((source) => refusedFate(source, "row")) };
}

/** 孕产妇系统管理率94.88% under 指标名称: the figure stands behind the name, and in no column of figures. */
function inNames(context: SheetContext, lines: readonly Line[]): Reading {
  const found = lines.flatMap(({ row, name }) => {
    const [, before = "", shown = ""] = /^(\D.*?)[:=为是]?((?:\d+(?:\.\d+)?)[^\d]{0,4})$/u.exec(name) ?? [];
    const entry = before === "" ? undefined : context.catalogue.byKey.get(nameKey(before))?.[0];
    const column = columnOf(context.table, "name");
    if (entry === undefined || column === null) return [];
    const source = sourceAt(context, row, column);
    const args = { role: headingName("name"), shown: quoted(shown), name: entry.indicator.name };
    return [{ told: issue("data/figure-among-words", source, args), fate: refusedFate(source, "cell") }];
  });
  return found.length === 0
    ? NOTHING
    : { ...NOTHING, issues: found.map(({ told }) => told), fates: found.map(({ fate }) => fate) };
}

/** More names than this in one warning are read by nobody. */
const MOST_NAMES = 10;
/** A bureau's table holds some hundred foreign names; comparing tens of thousands would take minutes. */
const MOST_COMPARED = 1000;

/** One warning a sheet for the names that look like ours; the hundred others of a bureau's table are no news. */
function lookAlikes({ file, sheet, catalogue }: SheetContext, foreign: readonly Line[]): Reading {
  const distinct = [...groupBy(foreign, ({ name }) => name).values()].flatMap(([first]) => first ?? []);
  const close = distinct.slice(0, MOST_COMPARED).flatMap((line) => nearTo(catalogue, line) ?? []);
  if (close.length === 0) return NOTHING;
  const args = {
    count: foreign.length,
    of: "行",
    close: close.slice(0, MOST_NAMES),
    names: close.length,
  } as const;
  return onlyIssues([issue("data/unmatched-names", { file, sheet }, args)]);
}

/** The name of ours that a line's is like, or is taken for though it is another; null for none. */
function nearTo(
  catalogue: Catalogue,
  { name, names, near, where }: Line,
): { name: string; cell: string; nearest: string; isAnother?: boolean } | null {
  const isOurs = (each: string) => catalogue.byKey.has(nameKey(each));
  const cell = where.cell ?? "";
  if (near !== null) return { name, cell, nearest: near };
  const other = isOurs(name) ? null : notMeant(catalogue, name);
  if (other !== null) return { name, cell, nearest: other, isAnother: true };
  // 宫颈癌 beneath 适龄妇女“两癌”人群筛查率: the name left of it may be the one.
  for (const each of [name, ...names.slice(0, -1)]) {
    const found = isOurs(each) && each !== name ? null : nearestName(catalogue, each);
    if (found !== null) return { name: each, cell, nearest: found };
  }
  return null;
}

function noRows(context: SheetContext, foreign: readonly Line[]): Reading {
  if (foreign.length === 0) return NOTHING;
  const { file, sheet } = context;
  const none = issue("data/no-rows", { file, sheet }, { count: foreign.length });
  return joined([onlyIssues([none]), lookAlikes(context, foreign)]);
}
