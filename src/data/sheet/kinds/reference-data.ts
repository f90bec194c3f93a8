import { issue, type Issue } from "../../../issues/issue.js";
import type { Entry } from "../../catalogue.js";
import { known, read, refused } from "../../coverage/fate.js";
import type { KnownReason } from "../../coverage/reasons.js";
import { sourceAt } from "../../settle/place.js";
import { readCell } from "../cell.js";
import { behindPlace, placeNamed } from "../head/places.js";
import type { Other } from "../head/words.js";
import { judgeColumns } from "../judge/judge.js";
import { otherOf } from "../judge/reasons.js";
import { partialRemarks } from "../remarks/partial.js";
import { valuesIn } from "../judge/verdict.js";
import { isDashed, tightText } from "../normalise.js";
import {
  NOTHING,
  joined,
  onlyFates,
  onlyIssues,
  type Reading,
  type SheetContext,
  type SheetKind,
} from "../reading.js";
import { columnOf, hasRole, proseIn, textIn } from "../table/table.js";
import { measureOf, rowUnits } from "./indicator-row.js";
import { readIndicatorRows } from "./indicator-rows.js";
import { entriesIn, figuresIn, linesOf, type Line } from "./lines.js";
import { cellNotRead, unreadFates } from "./not-read.js";
import { byColumns } from "./qualify.js";
import { WORDS_ALONE, worded, type Found } from "./qualifiers.js";
import { byColumn } from "./said-beside.js";
import { doubtingRemarks } from "../remarks/doubting.js";
import { preliminaryOf, preliminaryRows } from "./said-of-rows.js";
import { rowsWithoutYear, titleYear, yearOfRow } from "./year-columns.js";

/** 对照数据: figures of 全市, 全国 and other places, a line a figure, with 口径 and 来源. */
export const referenceData: SheetKind = {
  name: "对照数据",
  headings: "编号或指标名称，年份，地区，数值，口径，来源",
  of: "indicators",
  accepts: (columns) =>
    hasRole(columns, "code", "name") &&
    ["region", "year", "dataSource"].every((role) => columns.some(({ heading }) => heading.role === role)) &&
    hasRole(columns, "scope", "published") &&
    columns.some(({ heading }) => heading.figures),
  read: (context) => readTable(ofOthers(context)),
};

/** 全国 in the title of such a table is no reason not to read it. */
function ofOthers(context: SheetContext): SheetContext {
  const { other, ...surroundings } = context.surroundings;
  const kept = other?.said.other === "region" ? null : other;
  return { ...context, surroundings: { ...surroundings, other: kept, asked: [] } };
}

function readTable(context: SheetContext): Reading {
  const lines = linesOf(context);
  const judgement = judgeColumns({ context, lines, year: titleYear(context), grouped: false });
  const values = valuesIn(judgement);
  const unread = unreadFates(context, judgement);
  const others = othersIn(context, lines);
  const taken = new Set(others.flatMap(({ rows }) => rows));
  const own = lines.filter(({ row }) => !taken.has(row));
  const measured = rowUnits(context, entriesIn(own));
  const readRow = (row: number, entry: Entry): Reading => {
    if (taken.has(row)) {
      return onlyFates(figuresIn(context, row).map((source) => refused(source, "other-figure")));
    }
    const isOtherUnit = measured.refused.has(row);
    const columns = values.filter(({ column }) => !judgement.except.get(column)?.has(row));
    const figures = columns.map(({ column, year }) =>
      readFigure(context, { row, column, year, isOtherUnit }, entry),
    );
    return joined([...figures, onlyFates(unread(row))]);
  };
  return joined([
    onlyIssues([
      ...judgement.issues,
      ...others.map(({ said, where, rows, reason }) =>
        issue("data/reference-other-time", where, { ...said, rows, other: otherOf(reason) }),
      ),
      ...measured.issues,
      ...rowsWithoutYear(context, judgement, own),
      ...incomplete(context, own),
      ...preliminaryRows(context, own),
      ...partialRemarks(context, own, []).issues,
      ...doubtingRemarks(context, own, []).issues,
    ]),
    readIndicatorRows(context, lines, readRow),
  ]);
}

/** Rows whose figures nothing is held against: of half a year, targets, what was reckoned. */
function othersIn(context: SheetContext, lines: readonly Line[]): Found[] {
  const ofRows = byColumns(context, lines, ["year", "period", "sort", "remark"]);
  const ofSources = byColumns(context, lines, ["dataSource", "scope"]);
  return [
    ...byPlaces(context, lines),
    ...ofRows.filter(({ reason }) => NO_RESULTS.has(reason) || OF_OTHER_TIMES.has(reason)),
    // A source may name the year it came out in.
    ...ofSources.filter(({ reason }) => NO_RESULTS.has(reason)),
  ];
}

/** 目标 of 全国目标, 最高 of 全市最高, 城镇 of 全市（城镇）: what stands behind a place makes it another figure of that place. */
function byPlaces(context: SheetContext, lines: readonly Line[]): Found[] {
  const column = columnOf(context.table, "region");
  if (column === null) return [];
  const behind = (text: string) => {
    const rest = behindPlace(text, context.catalogue.lexicon.places);
    return rest === "" ? [] : [rest];
  };
  const how = { column, noun: "“地区”", ...WORDS_ALONE, sayings: behind };
  return byColumn(context, lines, how, (said) =>
    said.other !== null && PLACES.has(said.other.other) ? null : worded(null)(said),
  );
}

/** 四川省 is another place, and its figure is what the table is for. */
const PLACES: ReadonlySet<Other> = new Set<Other>(["region", "site"]);

const NO_RESULTS: ReadonlySet<KnownReason> = new Set<KnownReason>(["target-column", "forecast-column"]);
const OF_OTHER_TIMES: ReadonlySet<KnownReason> = new Set<KnownReason>(["other-period", "other-year"]);

/** Where a figure stands; its year, or null where the row says it. */
interface At {
  row: number;
  column: number;
  year: number | null;
  /** Its row states a unit on another scale: told for all such rows. */
  isOtherUnit: boolean;
}

function readFigure(context: SheetContext, at: At, entry: Entry): Reading {
  const { row, column } = at;
  const source = sourceAt(context, row, column);
  const cell = context.grid.cell(row, column);
  const year = at.year ?? yearOfRow(context, row);
  if (cell === null || year === null) return NOTHING;
  const notRead = cellNotRead(cell);
  if (at.isOtherUnit) return notRead(refused(source, "unit"));
  const place = regionOf(context, row);
  if (place.found !== null) return notRead(refused(source, "row"), issue(place.found, source, { row }));
  const reading = readCell(cell, measureOf(entry), source);
  if (reading.type !== "figure") {
    return reading.issue === null
      ? notRead(known(source, "missing-mark"))
      : notRead(refused(source, "cell"), reading.issue);
  }
  const indicator = entry.indicator.id;
  const said = { indicator, year, region: place.region, ...saidOf(context, row) };
  return {
    ...NOTHING,
    references: [{ value: reading.value, display: cell.display, source, ...said }],
    notes: reading.notes.map((note) => ({ source, indicator, year, ...note })),
    fates: [read(source)],
  };
}

type Place = { region: string; found: null } | { found: "data/reference-no-region" | "data/reference-own" };

/** The place a row's figure is of; the district's own figures have their own tables. */
function regionOf({ grid, table, catalogue }: SheetContext, row: number): Place {
  const written = tightText(textIn(grid, table, row, "region"));
  if (isDashed(written)) return { found: "data/reference-no-region" };
  const region = placeNamed(written, catalogue.lexicon.places);
  return region === "" ? { found: "data/reference-own" } : { region, found: null };
}

/** 同口径, 一致, 与本地一致, 相同. */
const SAME_SCOPE = /^(?:与.{0,8})?(?:同口径|口径(?:一致|相同)|一致|相同|同)$/u;

/** What stands beside the figure. */
function saidOf(context: SheetContext, row: number) {
  const { grid, table } = context;
  const written = (role: "scope" | "dataSource" | "published"): string => {
    const text = proseIn(grid, table, row, role).trim();
    return isDashed(text) ? "" : text;
  };
  const [scope, publisher] = [written("scope"), written("dataSource")];
  const scopes = [SAME_SCOPE.test(tightText(scope)) ? "" : scope, preliminaryOf(context, row)];
  return {
    // 快报 is no other 口径, and gives way to the year's own figure as one.
    scope: [...new Set(scopes)].filter((text) => text !== "").join("，"),
    vouched: scope !== "" && publisher !== "",
    publisher,
    published: written("published"),
  };
}

/** One finding for all rows that do not say what they count or where they are from. */
function incomplete(context: SheetContext, lines: readonly Line[]): Issue[] {
  const rows = lines.filter(
    ({ row, match, hasFigure }) => match.type === "matched" && hasFigure && !saidOf(context, row).vouched,
  );
  const [first] = rows;
  if (first === undefined) return [];
  const column = columnOf(context.table, "scope") ?? columnOf(context.table, "dataSource") ?? 1;
  const where = sourceAt(context, first.row, column);
  return [issue("data/reference-unvouched", where, { rows: rows.map(({ row }) => row) })];
}
