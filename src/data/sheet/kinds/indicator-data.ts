import { issue } from "../../../issues/issue.js";
import { sourceAt } from "../../settle/place.js";
import { joined, onlyIssues, type Reading, type SheetContext, type SheetKind } from "../reading.js";
import { columnOf, hasRole, type Table } from "../table.js";
import { readIndicatorRow, type YearColumn } from "./indicator-row.js";
import { readIndicatorRows } from "./indicator-rows.js";

/** Years a data table may speak of: the ten before the plan's start to five after its end. */
const YEARS = { first: 2010, last: 2035 };

/** 指标数据: one row per plan row, one column per year. */
export const indicatorData: SheetKind = {
  name: "指标数据",
  headings: "编号或指标名称，2020年、2021年……",
  accepts: (columns) =>
    hasRole(columns, "code", "name") &&
    columns.some(({ heading }) => heading.role === "yearValue") &&
    !hasRole(columns, "grouping", "group"),
  read: readTable,
};

function readTable(context: SheetContext): Reading {
  const { grid, table } = context;
  const years = yearColumns(table).filter(({ year }) => year >= YEARS.first && year <= YEARS.last);
  const filled = (row: number) => years.some(({ column }) => grid.cell(row, column) !== null);
  return joined([
    outsideColumns(context),
    unreadColumns(context),
    readIndicatorRows(context, filled, (row, entry) => readIndicatorRow(context, row, entry, years)),
  ]);
}

/** Numerator, denominator and 缺报原因, where a table of years has them, are those of its latest year. */
function yearColumns(table: Table): YearColumn[] {
  const years = table.columns.flatMap(({ column, heading }) =>
    heading.role === "yearValue" ? [{ column, year: heading.year }] : [],
  );
  const latest = Math.max(...years.map(({ year }) => year));
  return years.map(({ column, year }) => ({
    year,
    column,
    numerator: year === latest ? columnOf(table, "numerator") : null,
    denominator: year === latest ? columnOf(table, "denominator") : null,
    ownReason: year === latest,
  }));
}

function outsideColumns(context: SheetContext): Reading {
  const outside = yearColumns(context.table).filter(({ year }) => year < YEARS.first || year > YEARS.last);
  return onlyIssues(
    ...outside.map(({ year, column }) =>
      issue("data/year-outside", sourceAt(context, context.table.head.bottom, column), { year, ...YEARS }),
    ),
  );
}

function unreadColumns(context: SheetContext): Reading {
  return onlyIssues(
    ...context.table.unread.map(({ column, text }) =>
      issue("data/unread-column", sourceAt(context, context.table.head.bottom, column), { heading: text }),
    ),
  );
}
