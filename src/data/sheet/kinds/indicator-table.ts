import type { Entry } from "../../catalogue.js";
import { judgeColumns } from "../judge/judge.js";
import { partColumns } from "../judge/part-columns.js";
import { withOwnMeasures } from "../judge/own/own-measure.js";
import { withPersons } from "../judge/own/persons.js";
import { referenceColumns } from "../judge/reference-columns.js";
import { sharesAmong, withShares } from "../judge/own/shares.js";
import { joinedRows } from "../judge/verdict.js";
import {
  joined,
  onlyFates,
  onlyIssues,
  type Reading,
  type SheetContext,
  type SheetKind,
} from "../reading.js";
import type { Column } from "../table/columns.js";
import { hasRole } from "../table/table.js";
import { readBase } from "./base-figure.js";
import { readIndicatorRow } from "./indicator-row.js";
import { readIndicatorRows } from "./indicator-rows.js";
import { figuresIn, linesOf, withSorts, type Line } from "./lines.js";
import { withNameColumn } from "./name-column.js";
import { notRead } from "./not-read.js";
import { qualified } from "./qualify.js";
import { rowsWithoutYear, titleYear, yearColumnsOf } from "./year-columns.js";

const isOfIndicators = (columns: readonly Column[]) =>
  hasRole(columns, "code", "name") &&
  columns.some(({ heading }) => heading.figures) &&
  !hasRole(columns, "grouping", "group");

/** 指标数据: one row per plan row, one column per year. */
export const indicatorData: SheetKind = {
  name: "指标数据",
  headings: "编号或指标名称，2020年、2021年……",
  of: "indicators",
  accepts: (columns) => isOfIndicators(columns) && columns.some(({ heading }) => heading.year !== null),
  read: readTable,
};

/** 年度填报: one year's figures, with the year before's, numerator and denominator. */
export const annualForm: SheetKind = {
  name: "年度填报",
  headings: "编号或指标名称，本年数（上年数、分子、分母）",
  of: "indicators",
  accepts: isOfIndicators,
  read: readTable,
};

function readTable(found: SheetContext): Reading {
  const context = withSorts(withNameColumn(found));
  const { parts, rest, fates } = partColumns(context, linesOf(context));
  const references = referenceColumns(rest.context, rest.lines);
  return joined([
    readWhole(references.rest, rest.lines),
    references.reading,
    ...parts.map((part) => readLines(part.context, part.lines, part.lines)),
    onlyFates(fates),
  ]);
}

function readWhole(whole: SheetContext, lines: readonly Line[]): Reading {
  const shares = sharesAmong(whole, lines);
  if (shares.length === 0) return readLines(whole, lines, lines);
  // 占比 beside 总数 and 女性 is their figure, and of the other rows something else.
  const others = lines.filter((line) => !shares.includes(line));
  return joined([readLines(whole, lines, shares), readLines(whole, lines, others)]);
}

/** Reads some of the lines of a table, by columns that say of them what they say of none of the others. */
function readLines(whole: SheetContext, all: readonly Line[], lines: readonly Line[]): Reading {
  const named = withOwnMeasures(whole, lines, withShares(whole, lines));
  const context = { ...whole, table: withPersons(whole, lines, named) };
  const judged = judgeColumns({ context, lines, year: titleYear(context), grouped: false });
  const { rows, fate, except, issues } = qualified(context, all);
  const judgement = { ...judged, except: joinedRows([judged.except, except]) };
  const own = lines.filter(({ row }) => !rows.has(row));
  const columnsOf = yearColumnsOf(context, judgement);
  const rest = notRead(context, judgement, columnsOf);
  const bases = context.table.columns.filter(
    ({ column, heading }) => heading.role === "base" && judgement.verdicts.get(column)?.is === "known",
  );
  const read = (row: number, entry: Entry) => {
    const reason = rows.get(row);
    if (reason !== undefined) {
      return onlyFates(figuresIn(context, row).map((source) => fate(source, row, reason)));
    }
    const columns = columnsOf(row).filter(({ column }) => !judgement.except.get(column)?.has(row));
    return joined([
      readIndicatorRow(context, row, entry, columns),
      ...bases.map(({ column }) => readBase(context, row, entry, column)),
      rest(row, entry),
    ]);
  };
  return joined([
    onlyIssues([...judgement.issues, ...issues, ...rowsWithoutYear(context, judgement, own)]),
    readIndicatorRows(
      context,
      // Whatever a row of another's is called, nothing of it is read.
      lines.map((line) => (rows.has(line.row) ? withoutDoubt(line) : line)),
      read,
    ),
  ]);
}

function withoutDoubt(line: Line): Line {
  return line.match.type === "matched" ? { ...line, match: { ...line.match, doubt: null } } : line;
}
