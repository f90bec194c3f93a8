import { read, refused, type Fate } from "../../../coverage/fate.js";
import { measureStatus } from "../../../form-words.js";
import { issue, type Issue } from "../../../../issues/issue.js";
import type { Measure } from "../../../../plan/plan.js";
import { MEASURE_STATUSES } from "../../../../terms/measure-status.js";
import { sourceAt } from "../../../settle/place.js";
import { tightText } from "../../normalise.js";
import { quoted } from "../../quoted.js";
import {
  NOTHING,
  joined,
  onlyFates,
  onlyIssues,
  type Reading,
  type SheetContext,
  type SheetKind,
} from "../../reading.js";
import type { Role } from "../../head/words.js";
import { reporterNamed } from "../../signature.js";
import { columnOf, hasRole, proseIn, textIn } from "../../table/table.js";
import { ofYears } from "./dated.js";
import { workElsewhere } from "./elsewhere.js";
import { byCodeOrName, figuresIn, type Found } from "./named.js";
import { byColumns } from "../qualify.js";
import { rowsOfOtherYears, yearOfRow } from "../year-columns.js";

/** 措施落实: a line for a measure of the plan, a year and whoever reports it. */
export const measureProgress: SheetKind = {
  name: "措施落实",
  headings: "措施编号或措施名称，落实状态",
  of: "measures",
  accepts: (columns) =>
    (hasRole(columns, "measureCode", "measureName") &&
      hasRole(columns, "measureStatus", "measureProgress", "status")) ||
    (hasRole(columns, "code", "name") && hasRole(columns, "measureStatus")),
  read: readTable,
};

/** Sheets of people's own say 状态, 进展情况 and 编号, too. */
const STATUS: readonly Role[] = ["measureStatus", "status"];
const PROGRESS: readonly Role[] = ["measureProgress", "progress"];
const CODE: readonly Role[] = ["measureCode", "code"];
const NAME: readonly Role[] = ["measureName", "name"];

function readTable(context: SheetContext): Reading {
  return joined(ofYears(context).map(readYear));
}

function readYear(context: SheetContext): Reading {
  const { body } = context.table;
  const rows = body.filter(
    (row) => !isSection(context, row) && textAt(context, row, [...STATUS, ...PROGRESS]) !== "",
  );
  const elsewhere = workElsewhere(context, rows, (row) => progressAt(context, row, refusedRow));
  if (elsewhere !== null) return elsewhere;
  const others = byColumns(
    context,
    rows.map((row) => ({ row })),
    ["region", "period", "year"],
  );
  const left = new Set(others.flatMap((each) => each.rows));
  return joined([
    onlyIssues([
      ...others.map(({ said, where, rows: own }) =>
        issue("data/only-others-rows", where, { ...said, rows: own }),
      ),
      ...rowsOfOtherYears(
        context,
        rows.filter((row) => !left.has(row)),
      ),
    ]),
    ...rows.map((row) =>
      left.has(row) ? onlyFates(progressAt(context, row, refusedRow)) : readLine(context, row),
    ),
  ]);
}

/** A line across the table: the chapter of the plan that the lines below it are of. */
function isSection({ grid }: SheetContext, row: number): boolean {
  const [first, ...others] = grid.own(row);
  return first !== undefined && others.length === 0 && grid.width(row, first.column) > 1;
}

/** The first of these columns that says something in the row. */
function textAt({ grid, table }: SheetContext, row: number, roles: readonly Role[]): string {
  return roles.map((role) => textIn(grid, table, row, role)).find((text) => text !== "") ?? "";
}

function readLine(context: SheetContext, row: number): Reading {
  const { grid, table } = context;
  const column = STATUS.map((role) => columnOf(table, role)).find((each) => each !== null);
  const where = sourceAt(context, row, column ?? columnOf(table, "measureProgress") ?? 1);
  const notRead = (found: Issue): Reading => ({
    ...onlyIssues([found]),
    fates: progressAt(context, row, refusedRow),
  });
  const measure = measureAt(context, row);
  if ("issue" in measure) return notRead(measure.issue(where));
  const year = yearOfRow(context, row);
  if (year === null) {
    const shown = [textIn(grid, table, row, "year")].filter((each) => each !== "");
    return notRead(issue("data/no-row-year", where, { rows: [row], shown }));
  }
  const stated = tightText(textAt(context, row, STATUS));
  const status = measureStatus(stated);
  if (status === null) {
    const args = { row, measure: measure.found.id, stated: quoted(stated), allowed: MEASURE_STATUSES };
    return notRead(issue("data/measure-status", where, args));
  }
  const progress = PROGRESS.map((role) => proseIn(grid, table, row, role)).find((text) => text !== "") ?? "";
  const reporter = proseIn(grid, table, row, "reporter") || reporterNamed(table.title);
  const line = { measure: measure.found.id, year, status, progress, reporter, source: where };
  return {
    ...NOTHING,
    measures: [line],
    issues: measure.doubts(where),
    fates: progressAt(context, row, read),
  };
}

type Source = ReturnType<typeof sourceAt>;

const refusedRow = (source: Source): Fate => refused(source, "row");

/** What becomes of the numbers that 落实情况 tells of. */
function progressAt(context: SheetContext, row: number, fate: (source: Source) => Fate): Fate[] {
  return figuresIn(context, row, PROGRESS, fate);
}

/** The measure by 措施编号, else by its title: one that several measures have tells none of them. */
function measureAt(context: SheetContext, row: number): Found<Measure> {
  const { measures, measuresByKey } = context.catalogue;
  const line = { row, code: textAt(context, row, CODE), name: textAt(context, row, NAME) };
  return byCodeOrName(context, line, {
    byId: measures,
    byKey: measuresByKey,
    of: ({ measure }) => measure,
    nameOf: ({ title }) => title,
    ofEqual: "none",
    unknown: "data/unknown-measure",
  });
}
