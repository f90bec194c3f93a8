import { issue, type Issue, type Place } from "../../../../issues/issue.js";
import type { Project } from "../../../../plan/plan.js";
import { isDashed, tightText } from "../../normalise.js";
import { sourceAt } from "../../../settle/place.js";
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
import { reporterNamed } from "../../signature.js";
import { columnOf, hasRole, proseIn, textIn, withHeadings } from "../../table/table.js";
import { headingName, type Other, type Role } from "../../head/words.js";
import { refused, type Fate } from "../../../coverage/fate.js";
import { nearest } from "../../../../terms/nearest.js";
import { PROJECT_STATUSES } from "../../../../terms/project-status.js";
import { projectStatus } from "../../../form-words.js";
import type { Column } from "../../table/columns.js";
import { headCell, toldColumn } from "../../judge/place.js";
import { isTotal } from "../../total.js";
import { givenAbove } from "../../table/given-above.js";
import { byCodeOrName, figuresIn, type Found } from "./named.js";
import { byColumns } from "../qualify.js";
import { rowsOfOtherYears, yearOfRow } from "../year-columns.js";
import { doneInWords, readQuantity } from "./quantity.js";
import { ofYears } from "./dated.js";
import { workElsewhere } from "./elsewhere.js";
import { isWorded } from "./worded.js";
import { figureAt } from "../../grid.js";

/** 重点项目进展: one or more lines per project and year. */
export const projectProgress: SheetKind = {
  name: "重点项目进展",
  headings: "项目编号或项目名称，进展状态",
  of: "projects",
  accepts: (columns) => hasRole(columns, "projectCode", "projectName", "name") && hasRole(columns, "status"),
  read: readTable,
};

function readTable(found: SheetContext): Reading {
  return joined(ofYears(found).map(readYear));
}

function readYear(found: SheetContext): Reading {
  const context = withDone(found);
  const rows = context.table.body.filter((row) => isReported(context, row));
  const elsewhere = workElsewhere(context, rows, (row) => quantitiesAt(context, row));
  if (elsewhere !== null) return elsewhere;
  const others = byColumns(
    context,
    rows.map((row) => ({ row })),
    ["region", "period", "year"],
  );
  const left = new Set(others.flatMap((each) => each.rows));
  const lost = lostColumns(context);
  const bySite = new Set(rows.filter((row) => !left.has(row) && isOfSite(context, row)));
  return joined([
    onlyIssues([
      ...others.map(({ said, where, rows: own }) =>
        issue("data/only-others-rows", where, { ...said, rows: own }),
      ),
      ...siteRows(context, [...bySite]),
      ...quantityColumns(context, lost),
      ...rowsOfOtherYears(
        context,
        rows.filter((row) => !left.has(row)),
      ),
    ]),
    ...rows.map((row) =>
      left.has(row) ? onlyFates(quantitiesAt(context, row)) : readLine(context, row, bySite.has(row)),
    ),
    onlyFates(
      lost.flatMap((column) => figuresAt(context, column).map((source) => refused(source, "column"))),
    ),
  ]);
}

/** What was done until the end of a year, in other words than 完成数: 截至2025年累计完成数, 累计建成. */
const COUNTED_UP =
  /^(?:截[至止]到?)?(?:(20\d\d)年|本年|目前)?[度末底]*止?[,，]?(?:已)?累计(?:已)?(?:完成|建成|实现)(?:数量?|值|情况|量)?(?:\([^()]*\))?$/u;

/** The table with the one such column known as 完成数, where it is of the rows' own year. */
function withDone(context: SheetContext): SheetContext {
  const { table } = context;
  const found = table.columns.filter(({ heading }) => heading.figures && COUNTED_UP.test(heading.text));
  const [column] = found;
  if (column === undefined || found.length > 1 || hasRole(table.columns, "done")) return context;
  const year = COUNTED_UP.exec(column.heading.text)?.[1];
  const isOwn = (row: number) => year === undefined || yearOfRow(context, row) === Number(year);
  if (!table.body.filter((row) => isReported(context, row)).every(isOwn)) return context;
  const heading = { ...column.heading, role: "done" as const, other: null, leftover: "" };
  return { ...context, table: withHeadings(table, new Map([[column.column, heading]])) };
}

/** What stands beside the quantities of projects and is never their 目标数 or 完成数. */
const BESIDE: ReadonlySet<unknown> = new Set<Other>(["change", "rank", "completion", "share", "score"]);
/** Money is told of in words. */
const MONEY = /资金|投资|经费|元/u;

type LostColumn = Column & { of: "goal" | "done" };

/** Columns whose figures may be the 目标数 or 完成数 that no column of the table is called: 2025年完成数. */
function lostColumns(context: SheetContext): LostColumn[] {
  const { columns } = context.table;
  return columns
    .filter(
      ({ heading }) => heading.figures && !BESIDE.has(heading.other?.other) && !MONEY.test(heading.text),
    )
    .map((column): LostColumn => ({
      ...column,
      of: column.heading.other?.other === "target" ? "goal" : "done",
    }))
    .filter((each) => !hasRole(columns, each.of) && figuresAt(context, each).length > 0);
}

function figuresAt(context: SheetContext, { column, heading }: Column): Fate["source"][] {
  const { grid, table } = context;
  return table.body.flatMap((row) => {
    const figure = figureAt(grid, row, column);
    return figure !== null && !isWorded(figure, heading.text) ? [sourceAt(context, row, column)] : [];
  });
}

function quantityColumns(context: SheetContext, lost: readonly LostColumn[]): Issue[] {
  const [first] = lost;
  if (first === undefined) return [];
  const roles = [...new Set(lost.map(({ of }) => headingName(of)))];
  return [issue("data/quantity-columns", headCell(context, first), { columns: lost.map(toldColumn), roles })];
}

const REPORTED = ["status", "done", "progress", "problems", "nextPlan"] as const;

function isReported({ grid, table }: SheetContext, row: number): boolean {
  return REPORTED.some((role) => textIn(grid, table, row, role) !== "");
}

const SITES = ["town", "institution"] as const;

/** A line of one town: its 目标数 and 完成数 are not the project's. */
function isOfSite({ grid, table, catalogue }: SheetContext, row: number): boolean {
  return SITES.some((role) => {
    const text = textIn(grid, table, row, role);
    return !isDashed(text) && !isTotal(text, catalogue.lexicon);
  });
}

function siteRows(context: SheetContext, rows: readonly number[]): Issue[] {
  const filled = rows.filter((row) => quantitiesAt(context, row).length > 0);
  const [first] = filled;
  const column = context.table.columns.find(({ heading }) => SITES.some((role) => role === heading.role));
  if (first === undefined || column === undefined) return [];
  const args = { column: toldColumn(column), rows: filled };
  return [issue("data/site-quantities", sourceAt(context, first, column.column), args)];
}

function readLine(context: SheetContext, row: number, ofSite: boolean): Reading {
  const text = (role: Role) => textIn(context.grid, context.table, row, role);
  const prose = (role: Role) => proseIn(context.grid, context.table, row, role);
  const where = sourceAt(context, row, columnOf(context.table, "status") ?? 1);
  const notRead = (found: Issue): Reading => ({ ...onlyIssues([found]), fates: quantitiesAt(context, row) });
  const named = { code: text("projectCode"), name: text("projectName") || text("name") };
  const code = named.code || (named.name === "" ? codeAbove(context, row) : "");
  if (code === "" && named.name === "") return notRead(issue("data/nameless-rows", where, { rows: [row] }));
  const project = projectOf(context, row, code, named.name);
  if ("issue" in project) return notRead(project.issue(where));
  const year = yearOfRow(context, row);
  if (year === null) {
    const shown = [text("year")].filter((each) => each !== "");
    return notRead(issue("data/no-row-year", where, { rows: [row], shown }));
  }
  const stated = tightText(text("status"));
  const status = projectStatus(stated);
  if (status === null && stated !== "") {
    const rows = rowsOfStatus(context, row);
    return rows[0] === row
      ? notRead(unknownStatus(where, rows, stated))
      : onlyFates(quantitiesAt(context, row));
  }
  const quantity = ofSite
    ? { quantities: [], notes: [], issues: [], fates: quantitiesAt(context, row) }
    : readQuantity(context, row, project.found, year);
  const line = {
    project: project.found.id,
    year,
    status,
    quantities: quantity.quantities,
    progress: prose("progress") || doneInWords(context, row),
    problems: prose("problems"),
    nextPlan: prose("nextPlan"),
    reporter: prose("reporter") || reporterNamed(context.table.title),
    source: where,
  };
  return {
    ...NOTHING,
    projects: [line],
    notes: quantity.notes,
    issues: [...project.doubts(where), ...quantity.issues],
    fates: quantity.fates,
  };
}

/** A status in a merged block is that of all its rows. */
function rowsOfStatus({ grid, table }: SheetContext, row: number): number[] {
  const column = columnOf(table, "status") ?? 1;
  const status = grid.shown(row, column);
  const rows = [row];
  for (let above = row - 1; grid.shown(above, column) === status; above -= 1) rows.unshift(above);
  for (let below = row + 1; grid.shown(below, column) === status; below += 1) rows.push(below);
  return rows;
}

const DENIES = /[未没不无]/u;

function unknownStatus(where: Place, rows: readonly number[], stated: string): Issue {
  return issue("data/unknown-status", where, {
    rows,
    stated: quoted(stated),
    // 未完成 is near 已完成 in letters, and its opposite.
    nearest: nearest(
      stated,
      PROJECT_STATUSES.filter((status) => DENIES.test(status) === DENIES.test(stated)),
    ),
    allowed: PROJECT_STATUSES,
  });
}

/** A line of another quantity goes on with the project above it. */
function codeAbove(context: SheetContext, row: number): string {
  const column = columnOf(context.table, "projectCode");
  const isMore = textIn(context.grid, context.table, row, "quantity") !== "";
  return column === null || !isMore ? "" : givenAbove(context, column)(row);
}

/** The figures of a line that is not read; its finding names the row. */
function quantitiesAt(context: SheetContext, row: number): Fate[] {
  return figuresIn(context, row, ["goal", "done"], (source) => refused(source, "row"));
}

/** The project by 项目编号, else by 项目名称: of several of one name the first. */
function projectOf(context: SheetContext, row: number, code: string, name: string): Found<Project> {
  const { projects, projectsByKey } = context.catalogue;
  return byCodeOrName(
    context,
    { row, code, name },
    {
      byId: projects,
      byKey: projectsByKey,
      of: ({ project }) => project,
      nameOf: (project) => project.name,
      ofEqual: "first",
      unknown: "data/unknown-project",
    },
  );
}
