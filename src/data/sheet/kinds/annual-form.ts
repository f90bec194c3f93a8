import { issue } from "../../../issues/issue.js";
import { sourceAt } from "../../settle/place.js";
import { onlyIssues, joined, NOTHING, type Reading, type SheetContext, type SheetKind } from "../reading.js";
import { columnOf, hasRole } from "../table.js";
import { formYear, yearsNamed, type FormYear } from "../years.js";
import { readIndicatorRow, type YearColumn } from "./indicator-row.js";
import { readIndicatorRows } from "./indicator-rows.js";

/** 年度填报: one year's figures, with the year before's, numerator and denominator. */
export const annualForm: SheetKind = {
  name: "年度填报",
  headings: "编号或指标名称，本年数（上年数、分子、分母）",
  accepts: (columns) =>
    hasRole(columns, "code", "name") && hasRole(columns, "value") && !hasRole(columns, "grouping", "group"),
  read: readForm,
};

function readForm(context: SheetContext): Reading {
  const found = yearOf(context);
  const { file, sheet, grid } = context;
  if (found.type === "none") return onlyIssues(issue("data/no-year", { file, sheet }, {}));
  if (found.type === "conflict") {
    return onlyIssues(issue("data/year-conflict", { file, sheet }, { title: found.title, file: found.file }));
  }
  const years = yearColumns(context, found.year);
  const filled = (row: number) => years.some(({ column }) => grid.cell(row, column) !== null);
  return joined([
    secondValueColumn(context),
    readIndicatorRows(context, filled, (row, entry) => readIndicatorRow(context, row, entry, years)),
  ]);
}

/** 本年数（2025年） says it itself; else the title, the sheet and the file are asked. */
function yearOf({ table, sheet, file }: SheetContext): FormYear {
  const heading = table.columns.find((each) => each.heading.role === "value")?.text ?? "";
  const own = yearsNamed(heading);
  return formYear(own.length === 1 ? heading : table.title, sheet, file);
}

function yearColumns({ table }: SheetContext, year: number): YearColumn[] {
  const value = columnOf(table, "value");
  const previous = columnOf(table, "previous");
  return [
    ...(value === null
      ? []
      : [
          {
            year,
            column: value,
            numerator: columnOf(table, "numerator"),
            denominator: columnOf(table, "denominator"),
            ownReason: true,
          },
        ]),
    ...(previous === null
      ? []
      : [{ year: year - 1, column: previous, numerator: null, denominator: null, ownReason: false }]),
  ];
}

/** Two columns of one meaning: only the first is read, and somebody must know. */
function secondValueColumn(context: SheetContext): Reading {
  const [first, second] = context.table.columns.filter(({ heading }) => heading.role === "value");
  if (first === undefined || second === undefined) return NOTHING;
  return onlyIssues(
    issue("data/second-column", sourceAt(context, context.table.head.bottom, second.column), {
      heading: second.text,
    }),
  );
}
