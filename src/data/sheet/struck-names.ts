import { issue } from "../../issues/issue.js";
import { refused } from "../coverage/fate.js";
import type { RefusedReason } from "../coverage/reasons.js";
import { sourceAt } from "../settle/place.js";
import { GROUP_ROLES, type Role } from "./head/words.js";
import { quoted } from "./quoted.js";
import { joined, onlyFates, onlyIssues, type Reading, type SheetContext } from "./reading.js";
import type { Column } from "./table/columns.js";
import { figureAt } from "./grid.js";

/** What says whose a row's figures are, or what is said of it. */
const NAMING: ReadonlySet<unknown> = new Set<Role>([
  "code",
  "name",
  "year",
  "period",
  "region",
  ...GROUP_ROLES,
  "projectCode",
  "projectName",
  "measureCode",
  "measureName",
  "measureStatus",
  "status",
]);

const FIGURES: ReadonlySet<unknown> = new Set<Role>(["numerator", "denominator", "goal", "done"]);

/**
 * A name that is struck out whole takes back what stands beside it: its row, or beneath a heading its column, is not
 * read. What is struck out in part leaves a name, and that one holds.
 */
export function withoutStruck(context: SheetContext): { context: SheetContext; told: Reading } {
  const { table } = context;
  const columns = table.columns.filter((each) => holdsFigures(each) && isHeadStruck(context, each));
  const naming = table.columns.filter(({ heading }) => NAMING.has(heading.role));
  const struck = table.body.flatMap((row) => {
    const at = naming.find(({ column }) => isStruck(context, row, column));
    return at === undefined ? [] : [{ row, column: at.column }];
  });
  if (columns.length + struck.length === 0) return { context, told: joined([]) };
  const rows = new Set(struck.map(({ row }) => row));
  const left = {
    ...table,
    columns: table.columns.filter((each) => !columns.includes(each)),
    body: table.body.filter((row) => !rows.has(row)),
  };
  const told = joined([rowsTold(context, struck), ...columns.map((each) => columnTold(context, each))]);
  return { context: { ...context, table: left }, told };
}

function holdsFigures({ heading }: Column): boolean {
  return heading.figures || FIGURES.has(heading.role);
}

function isStruck({ grid }: SheetContext, row: number, column: number): boolean {
  return grid.shown(row, column)?.struck?.whole === true;
}

function isHeadStruck(context: SheetContext, { column }: Column): boolean {
  const { top, bottom } = context.table.head;
  const rows = Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
  return rows.some((row) => isStruck(context, row, column));
}

function rowsTold(context: SheetContext, struck: readonly { row: number; column: number }[]): Reading {
  const { grid, table } = context;
  const figures = table.columns.filter(holdsFigures);
  const filled = struck.filter(({ row }) =>
    table.columns.some(({ column, heading }) => {
      const isSaid =
        holdsFigures({ column, heading }) || heading.role === "status" || heading.role === "measureStatus";
      return isSaid && grid.cell(row, column) !== null;
    }),
  );
  const [first] = filled;
  if (first === undefined) return joined([]);
  const name = quoted(grid.shown(first.row, first.column)?.display ?? "");
  const args = { rows: filled.map(({ row }) => row), name };
  return joined([
    onlyIssues([issue("data/struck-rows", sourceAt(context, first.row, first.column), args)]),
    fatesOf(
      context,
      filled.map(({ row }) => row),
      figures,
      "row",
    ),
  ]);
}

function columnTold(context: SheetContext, column: Column): Reading {
  const { body, head } = context.table;
  const where = sourceAt(context, head.bottom, column.column);
  const args = { heading: quoted(column.heading.text) };
  return joined([
    onlyIssues([issue("data/struck-column", where, args)]),
    fatesOf(context, body, [column], "column"),
  ]);
}

function fatesOf(
  context: SheetContext,
  rows: readonly number[],
  columns: readonly Column[],
  reason: RefusedReason,
): Reading {
  const cells = rows.flatMap((row) => columns.map(({ column }) => ({ row, column })));
  const figures = cells.filter(({ row, column }) => figureAt(context.grid, row, column) !== null);
  return onlyFates(figures.map(({ row, column }) => refused(sourceAt(context, row, column), reason)));
}
