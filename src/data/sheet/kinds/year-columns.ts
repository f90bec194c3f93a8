import { issue, type Issue } from "../../../issues/issue.js";
import { valuesIn, type Judgement } from "../judge/verdict.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import { GROUP_ROLES, type Role } from "../head/words.js";
import { quoted } from "../quoted.js";
import { columnOf, textIn, yearsOver } from "../table/table.js";
import { givenAbove } from "../table/given-above.js";
import { yearIn } from "../years.js";
import type { YearColumn } from "./indicator-row.js";
import type { Line } from "./lines.js";
import { largest } from "../../../terms/long-lists.js";
import { figureAt } from "../grid.js";

/** Where the figures of each row stand, each with its year. */
export function yearColumnsOf(
  context: SheetContext,
  judgement: Judgement,
): (row: number) => readonly YearColumn[] {
  const values = valuesIn(judgement);
  const dated = values.flatMap(({ year, ...rest }) => (year === null ? [] : [{ ...rest, year }]));
  if (dated.length === values.length) {
    const columns = withCounts(context, judgement, dated);
    return () => columns;
  }
  return (row) => {
    const own = yearOfRow(context, row);
    return withCounts(context, judgement, [
      ...dated,
      ...(own === null
        ? []
        : values.filter(({ year }) => year === null).map((each) => ({ ...each, year: own }))),
    ]);
  };
}

type Dated = Pick<YearColumn, "column" | "year" | "echo">;

function withCounts(context: SheetContext, judgement: Judgement, values: readonly Dated[]): YearColumn[] {
  const latest = largest(values.map(({ year }) => year));
  return values.map(({ column, year, echo }) => {
    const isLatest = year === latest;
    const [numerator, denominator] = (["numerator", "denominator"] as const).map((role) =>
      // 上年数 only repeats what the last form said.
      countColumn(context, judgement, { role, year, isOpen: isLatest && !echo }),
    );
    return {
      year,
      column,
      echo,
      numerator: numerator ?? null,
      denominator: denominator ?? null,
      ownReason: isLatest,
    };
  });
}

/** Numerator, denominator and 缺报原因, where no banner gives their year, are those of the table's latest. */
function countColumn(
  { table }: SheetContext,
  { verdicts }: Judgement,
  { role, year, isOpen }: { role: "numerator" | "denominator"; year: number; isOpen: boolean },
): number | null {
  const columns = table.columns.filter(
    ({ column, heading }) => heading.role === role && !verdicts.has(column),
  );
  const own = columns.find(({ heading }) => heading.year === year);
  const open = isOpen ? columns.find(({ heading }) => heading.year === null) : undefined;
  return (own ?? open)?.column ?? null;
}

/** The year a table is about as far as its title, its sheet or its file says. */
export function titleYear({ formYear }: SheetContext): number | null {
  return formYear.type === "year" ? formYear.year : null;
}

/** The latest year that columns name, else the table's; null where nothing says. */
export function latestYear(context: SheetContext): number | null {
  const years = yearsOver(context.table.columns);
  return years.length > 0 ? largest(years) : titleYear(context);
}

/** What heads a column of the table's year, for showing how: 2025年; of any year where nothing says which. */
export function yearHeading(context: SheetContext): string {
  return `${titleYear(context) ?? 2025}年`;
}

/**
 * The year of a row: its own cell's, else the table's; null where neither says one that is understood, and where a
 * blank may as well repeat another year given above it.
 */
export function yearOfRow(context: SheetContext, row: number): number | null {
  const { grid, table } = context;
  const said = table.years.get(row);
  if (said !== undefined) return said;
  const own = titleYear(context);
  const column = columnOf(table, "year");
  if (column === null) return own;
  const text = grid.text(row, column);
  if (text !== "") return yearIn(text);
  const above = givenAbove(context, column)(row);
  return above === "" || own === yearIn(above) ? own : null;
}

/** One finding for all rows under 年份 whose year is not understood. */
export function rowsWithoutYear(
  context: SheetContext,
  judgement: Judgement,
  lines: readonly Line[],
): Issue[] {
  const [value] = valuesIn(judgement).filter(({ year }) => year === null);
  if (value === undefined) return [];
  const rows = lines
    .filter(({ row, match }) => match.type === "matched" && isFilled(context, row, value.column))
    .map(({ row }) => row)
    .filter((row) => yearOfRow(context, row) === null);
  const [first] = rows;
  if (first === undefined) return [];
  const texts = new Set(rows.map((row) => textIn(context.grid, context.table, row, "year")));
  const shown = [...texts].filter((text) => text !== "").slice(0, 3);
  return [issue("data/no-row-year", sourceAt(context, first, value.column), { rows, shown })];
}

function isFilled({ grid }: SheetContext, row: number, column: number): boolean {
  return figureAt(grid, row, column) !== null;
}

/**
 * Rows of another year than the table's, as their own 年份 says: read for that year, and told once a table. What has a
 * row of the table's year, too, has its history told.
 */
export function rowsOfOtherYears(context: SheetContext, rows: readonly number[]): Issue[] {
  const year = titleYear(context);
  const column = columnOf(context.table, "year");
  if (year === null || column === null) return [];
  const subject = (row: number): string => subjectOf(context, row);
  const own = new Set(rows.filter((row) => yearOfRow(context, row) === year).map(subject));
  const others = rows.filter(
    (row) => ![null, year].includes(yearOfRow(context, row)) && !own.has(subject(row)),
  );
  const [first] = others;
  if (first === undefined) return [];
  const said = quoted(context.grid.text(first, column));
  return [issue("data/row-year-differs", sourceAt(context, first, column), { year, said, rows: others })];
}

const CODES: readonly Role[] = ["code", "projectCode", "measureCode"];
const NAMES: readonly Role[] = ["name", "projectName", "measureName"];

/** What a row is about, its year aside. */
function subjectOf({ grid, table }: SheetContext, row: number): string {
  const said = (roles: readonly Role[]) => roles.map((role) => textIn(grid, table, row, role)).join(" ");
  const code = said(CODES);
  return `${code.trim() === "" ? said(NAMES) : code} ${said(GROUP_ROLES)}`;
}
