import { issue, type Issue } from "../../../issues/issue.js";
import { groupingNamed, groupingsOf } from "../../../plan/words/groupings.js";
import type { Grouping, GroupingEntry } from "../../../plan/plan.js";
import { groupBy } from "../../../terms/group-by.js";
import type { CellPlace } from "../../../issues/place.js";
import { parseAddress } from "../../../workbook/address.js";
import { known, read, refused, type Fate } from "../../coverage/fate.js";
import type { KnownReason } from "../../coverage/reasons.js";
import type { Entry } from "../../catalogue.js";
import { readCell } from "../cell.js";
import type { CellNote } from "../../dataset.js";
import { judgeColumns } from "../judge/judge.js";
import { withOwnMeasures } from "../judge/own/own-measure.js";
import { joinedRows, valuesIn, type Judgement } from "../judge/verdict.js";
import { wholeRows, type Named } from "../judge/whole-rows.js";
import { headCell, toldColumn } from "../judge/place.js";
import { isDashed, tightText, withoutNoteMarks } from "../normalise.js";
import { quoted } from "../quoted.js";
import { sourceAt } from "../../settle/place.js";
import {
  NOTHING,
  joined,
  onlyFates,
  onlyIssues,
  type Reading,
  type SheetContext,
  type SheetKind,
} from "../reading.js";
import type { Column } from "../table/columns.js";
import { hasRole, proseIn, textIn } from "../table/table.js";
import { noGroupReason } from "../no-group.js";
import { isTotal } from "../total.js";
import { measureOf, readIndicatorRow, rowUnits, type YearColumn } from "./indicator-row.js";
import { readIndicatorRows } from "./indicator-rows.js";
import { closedIn } from "../closed.js";
import { cellNotRead, unreadFates } from "./not-read.js";
import { rowsOfOtherYears, rowsWithoutYear, titleYear, yearOfRow } from "./year-columns.js";
import { entriesIn, entryOf, linesOf, type Line } from "./lines.js";
import { qualified } from "./qualify.js";
import { figureAt } from "../grid.js";

/** Columns that name the groups themselves: 镇街 says what 分组 镇街 and 组别 say in two. Towns go by any of their words. */
const IMPLIED = {
  town: "乡镇街道",
  institution: "机构",
  sex: "性别",
  age: "年龄",
  residence: "城乡",
} as const satisfies Readonly<Record<string, Grouping>>;
const IMPLIED_ROLES = Object.keys(IMPLIED) as (keyof typeof IMPLIED)[];

/** 分组数据: figures of an indicator by town, institution, sex, age or residence. */
export const groupData: SheetKind = {
  name: "分组数据",
  headings: "编号或指标名称，年份，分组，组别，数值",
  of: "indicators",
  accepts: (columns) =>
    hasRole(columns, "code", "name") &&
    (hasRole(columns, ...IMPLIED_ROLES) || (hasRole(columns, "grouping") && hasRole(columns, "group"))) &&
    columns.some(({ heading }) => heading.figures),
  read: readTable,
};

function readTable(found: SheetContext): Reading {
  const lines = linesOf(found);
  return readLines({ ...found, table: withOwnMeasures(found, lines, found.table) }, lines);
}

function readLines(context: SheetContext, lines: readonly Line[]): Reading {
  const judged = judgeColumns({ context, lines, year: titleYear(context), grouped: true });
  const { rows, fate, except, issues } = qualified(context, lines);
  const judgement = { ...judged, except: joinedRows([judged.except, except]) };
  const left = lines.filter(({ row }) => !rows.has(row));
  const stated = groupColumns(context);
  const values = valuesIn(judgement);
  const unread = unreadFates(context, judgement);
  const wholes = wholeRows(context, left, values, (row, entry) => namedBy(context, row, stated, entry));
  const measured = rowUnits(
    context,
    entriesIn(left).filter(({ row }) => !wholes.has(row)),
  );
  const own = (row: number) => values.filter(({ column }) => !judgement.except.get(column)?.has(row));
  const read = (row: number, entry: Entry) => {
    const reason = rows.get(row);
    if (reason === undefined && wholes.has(row)) {
      const columns = own(row).map((each) => ofWhole(each, yearOfRow(context, row)));
      return joined([readIndicatorRow(context, row, entry, columns.flat()), onlyFates(unread(row))]);
    }
    const readings = own(row).map(({ column, year }) =>
      reason === undefined
        ? readGroup(context, { row, column, year, stated, isOtherUnit: measured.refused.has(row) }, entry)
        : onlyFates(figurePlace(context, row, column).map((source) => fate(source, row, reason))),
    );
    return joined([...readings, onlyFates(unread(row))]);
  };
  const reading = readIndicatorRows(context, lines, read);
  return joined([
    onlyIssues([
      ...judgement.issues,
      ...issues,
      ...measured.issues,
      ...rowsWithoutYear(context, judgement, left),
      ...rowsOfOtherYears(
        context,
        left.filter(({ match, hasFigure }) => match.type === "matched" && hasFigure).map(({ row }) => row),
      ),
      ...told(context, stated, judgement, lines, wholes),
    ]),
    reading,
    onlyIssues([
      ...ungrouped(context, stated, left, reading.fates),
      ...noGroups(context, stated, left, reading.fates),
    ]),
  ]);
}

/** The columns that name groups themselves; null where 分组 and 组别 do. */
type Stated = readonly { column: Column; grouping: Grouping }[] | null;

function groupColumns({ table, catalogue }: SheetContext): Stated {
  if (hasRole(table.columns, "grouping") && hasRole(table.columns, "group")) return null;
  return table.columns.flatMap((column) => {
    const role = IMPLIED_ROLES.find((each) => each === column.heading.role);
    if (role === undefined) return [];
    // 县市 is no word of towns, and so are those of a plan that calls them 县市.
    const own = catalogue.lexicon.places.siteWords.find((word) => column.heading.text.includes(word));
    return [{ column, grouping: role === "town" ? (own ?? IMPLIED.town) : IMPLIED[role] }];
  });
}

/** What the table is taken for, and its rows that belong to two groups at once. */
function told(
  context: SheetContext,
  stated: Stated,
  judgement: Judgement,
  lines: readonly Line[],
  wholes: ReadonlySet<number>,
): Issue[] {
  const [first] = stated ?? [];
  if (stated === null) return wholesAmongGroups(context, lines, wholes);
  if (first === undefined || valuesIn(judgement).length === 0) return [];
  const where = headCell(context, first.column);
  const columns = stated.map(({ column }) => toldColumn(column));
  const ours = lines.filter(({ match, hasFigure }) => match.type === "matched" && hasFigure);
  const crossed = ours.filter(({ row }) => speaking(context, row, stated).length > 1).map(({ row }) => row);
  const whole = ours.some(({ row }) => wholes.has(row));
  return [
    ...(ours.length === 0 ? [] : [issue("data/grouped-by", where, { columns, whole })]),
    ...(crossed.length === 0 ? [] : [issue("data/crossed-groups", where, { columns, rows: crossed })]),
  ];
}

/**
 * The columns of a row that name a group; 合计 in one of them is all of its groups together. A town beside an institution
 * says where that is.
 */
function speaking(
  { grid, catalogue }: SheetContext,
  row: number,
  stated: NonNullable<Stated>,
): NonNullable<Stated> {
  const named = stated.filter(({ column: { column } }) => {
    const text = grid.text(row, column);
    return !isDashed(text) && !isTotal(text, catalogue.lexicon);
  });
  // A village's figure is neither its town's nor an institution's.
  const hasInstitution = named.some(
    ({ column: { heading } }) => heading.role === "institution" && !/村|居委会|社区/u.test(heading.text),
  );
  return hasInstitution ? named.filter(({ column }) => column.heading.role !== "town") : named;
}

/** Rows of all groups together among those of 分组 and 组别: one finding a table. */
function wholesAmongGroups(
  context: SheetContext,
  lines: readonly Line[],
  wholes: ReadonlySet<number>,
): Issue[] {
  const own = lines.filter(({ row, hasFigure }) => hasFigure && wholes.has(row));
  const [first] = own;
  if (first === undefined) return [];
  const groups = [...new Set(own.map(({ row }) => textIn(context.grid, context.table, row, "group")))];
  const rows = own.map(({ row }) => row);
  return [issue("data/whole-rows", first.where, { groups, rows })];
}

/** What a row names where others name their group, for telling whether it is of all of them; null where nothing is named. */
function namedBy(context: SheetContext, row: number, stated: Stated, entry: Entry): Named | null {
  if (stated === null) {
    const { grouping, group } = groupOf(context, { row, stated }, entry);
    return grouping === undefined || group === "" ? null : { grouping, texts: [group] };
  }
  const groupings = stated.map(({ grouping }) => groupingNamed(grouping, entry.plan));
  const [grouping] = groupings;
  const isOfOneKind = groupings.every((each) => each?.people === grouping?.people);
  if (grouping === undefined || !isOfOneKind) return null;
  return { grouping, texts: stated.map(({ column }) => context.grid.text(row, column.column)) };
}

/** The column of a figure of all together, in the year it gives or else the row; none where neither does. */
function ofWhole(
  { column, year }: { column: number; year: number | null },
  rowYear: number | null,
): YearColumn[] {
  const own = year ?? rowYear;
  return own === null
    ? []
    : [{ year: own, column, numerator: null, denominator: null, ownReason: false, echo: false }];
}

/** Where a figure stands; its year, or null where the row says it. */
interface At {
  row: number;
  column: number;
  year: number | null;
  stated: Stated;
  /** Its row states a unit on another scale: told for all such rows. */
  isOtherUnit: boolean;
}

/** The grouping and group a row states. */
function groupOf(
  context: SheetContext,
  { row, stated }: Pick<At, "row" | "stated">,
  { plan }: Entry,
): { said: string; grouping: GroupingEntry | undefined; group: string } {
  const { grid, table } = context;
  const implied = stated === null ? null : (speaking(context, row, stated)[0] ?? stated[0] ?? null);
  const said = implied?.grouping ?? tightText(textIn(grid, table, row, "grouping"));
  const grouping = groupingNamed(said, plan);
  const group =
    implied === null ? proseIn(grid, table, row, "group") : grid.prose(row, implied.column.column);
  return { said, grouping, group: withoutNoteMarks(group).replace(/\s/gu, "") };
}

function figurePlace(context: SheetContext, row: number, column: number): ReturnType<typeof sourceAt>[] {
  return figureAt(context.grid, row, column) === null ? [] : [sourceAt(context, row, column)];
}

function readGroup(context: SheetContext, at: At, entry: Entry): Reading {
  const { row, column, stated } = at;
  const source = sourceAt(context, row, column);
  const cell = context.grid.cell(row, column);
  if (cell === null) return NOTHING;
  const notRead = cellNotRead(cell);
  if (stated !== null && speaking(context, row, stated).length > 1) return notRead(refused(source, "row"));
  const { grouping: named, group } = groupOf(context, at, entry);
  if (named === undefined || group === "") {
    // One finding tells of all rows without a name.
    return notRead(refused(source, "row"));
  }
  const grouping = named.name;
  const year = at.year ?? yearOfRow(context, row);
  // One finding tells of all rows without a year.
  if (year === null) return notRead(refused(source, "year"));
  const reason = noGroupReason(group, named, entry.plan, context.catalogue.lexicon);
  if (reason !== null) return notRead(known(source, reason));
  if (at.isOtherUnit) return notRead(refused(source, "unit"));
  const reading = readCell(cell, measureOf(entry), source);
  if (reading.type !== "figure") {
    if (reading.issue === null) return notRead(known(source, "missing-mark"));
    return notRead(refused(source, "cell"), reading.issue);
  }
  const closed = reading.value.isZero() && !named.people ? closedIn(context, row, group) : null;
  if (closed !== null) {
    const told = issue("data/site-closed", source, { group, said: quoted(closed), shown: cell.display });
    return notRead(known(source, "missing-mark"), told);
  }
  const figure = { value: reading.value, display: cell.display, source, year, grouping, group };
  return groupFigure(entry, figure, reading.notes);
}

/** One finding for all rows of a grouping that nobody knows, and one for those of a grouping that leave out whose figure it is. */
function ungrouped(
  context: SheetContext,
  stated: Stated,
  lines: readonly Line[],
  fates: readonly Fate[],
): Issue[] {
  const refusedRow = (fate: Fate) => fate.as === "refused" && fate.reason === "row";
  const told = rowsOf(context, stated, lines, fates.filter(refusedRow)).flatMap(
    ({ row, source, entry, said, grouping, group }) => {
      const isCrossed = stated !== null && speaking(context, row, stated).length > 1;
      if (isCrossed || (grouping !== undefined && group !== "")) return [];
      const allowed = groupingsOf(entry.plan).map(({ name }) => name);
      return [{ row, source, said: grouping?.name ?? said, isKnown: grouping !== undefined, allowed }];
    },
  );
  const isStrange = ({ said, isKnown }: (typeof told)[number]) => !isKnown && said !== "";
  const kinds = new Set(told.filter(isStrange).map(({ said }) => said)).size;
  const wordOf = (each: (typeof told)[number]) => (isStrange(each) && kinds > MOST_KINDS ? null : each.said);
  const alike = groupBy(told, (each) => JSON.stringify([wordOf(each), each.allowed]));
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { said: grouping, isKnown, allowed } = first;
    const args = { grouping, isKnown, allowed, rows: same.map(({ row }) => row) };
    const more = wordOf(first) === null ? { kinds } : {};
    return issue("data/unknown-grouping", first.source, { ...args, ...more });
  });
}

/** So many unknown words are no slips: something else stands in the column, and one finding tells of all its rows. */
const MOST_KINDS = 20;

/** The rows that have such fates, with the first of them and what each says of its group. */
function rowsOf(
  context: SheetContext,
  stated: Stated,
  lines: readonly Line[],
  fates: readonly Fate[],
): ({ row: number; source: CellPlace; entry: Entry } & ReturnType<typeof groupOf>)[] {
  const byRow = sourceByRow(fates);
  return lines.flatMap((line) => {
    const source = byRow.get(line.row);
    const entry = source === undefined ? null : entryOf(line);
    if (source === undefined || entry === null) return [];
    const { row } = line;
    return [{ row, source, entry, ...groupOf(context, { row, stated }, entry) }];
  });
}

/** The first figure of each row. */
function sourceByRow(fates: readonly Fate[]): Map<number, CellPlace> {
  const byRow = new Map<number, CellPlace>();
  for (const { source } of fates) {
    const { row } = parseAddress(source.cell) ?? { row: 0 };
    if (!byRow.has(row)) byRow.set(row, source);
  }
  return byRow;
}

const NO_GROUP: ReadonlySet<KnownReason> = new Set<KnownReason>(["total", "other-region", "other-site"]);

/** One finding for all rows of a grouping that name no group of it, as what became of their figures tells. */
function noGroups(
  context: SheetContext,
  stated: Stated,
  lines: readonly Line[],
  fates: readonly Fate[],
): Issue[] {
  const isOfNone = (fate: Fate) => fate.as === "known" && NO_GROUP.has(fate.reason);
  const told = rowsOf(context, stated, lines, fates.filter(isOfNone)).flatMap(
    ({ row, source, entry, grouping, group }) => {
      if (grouping === undefined) return [];
      const reason = noGroupReason(group, grouping, entry.plan, context.catalogue.lexicon);
      return reason === null ? [] : [{ row, source, grouping: grouping.name, group }];
    },
  );
  return [...groupBy(told, ({ grouping }) => grouping)].flatMap(([grouping, same]) => {
    const [first] = same;
    if (first === undefined) return [];
    const groups = [...new Set(same.map(({ group }) => group))];
    return issue("data/group-total", first.source, { groups, grouping, rows: same.map(({ row }) => row) });
  });
}

function groupFigure(
  { indicator }: Entry,
  figure: Omit<Reading["groups"][number], "indicator">,
  done: readonly CellNote[],
): Reading {
  const { source, year } = figure;
  const notes = done.map((note) => ({ source, indicator: indicator.id, year, ...note }));
  return { ...NOTHING, groups: [{ indicator: indicator.id, ...figure }], notes, fates: [read(source)] };
}
