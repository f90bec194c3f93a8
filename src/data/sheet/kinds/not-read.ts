import type { Issue } from "../../../issues/issue.js";
import type { Cell } from "../../../workbook/sheet.js";
import { known, refused, type Fate } from "../../coverage/fate.js";
import { isFigure } from "../../coverage/figures.js";
import type { RefusedReason } from "../../coverage/reasons.js";
import type { Entry } from "../../catalogue.js";
import type { Gap } from "../../dataset.js";
import type { Judgement } from "../judge/verdict.js";
import { sourceAt } from "../../settle/place.js";
import { NOTHING, type Reading, type SheetContext } from "../reading.js";
import type { YearColumn } from "./indicator-row.js";
import { yearOfRow } from "./year-columns.js";
import { figureAt } from "../grid.js";

/** What the judgement of the columns makes of the figures of each row that are not read. */
export function notRead(
  context: SheetContext,
  judgement: Judgement,
  columnsOf: (row: number) => readonly YearColumn[],
): (row: number, entry: Entry) => Reading {
  const fatesOf = unreadFates(context, judgement);
  return (row, entry) => {
    const fates = fatesOf(row);
    return fates.length === 0
      ? NOTHING
      : { ...NOTHING, fates, gaps: gapsOf(context, judgement, columnsOf(row), row, entry) };
  };
}

/** What becomes of a cell that is not read as a figure: its fate where there is one in it, and why. */
export function cellNotRead(cell: Cell): (fate: Fate, ...issues: Issue[]) => Reading {
  return (fate, ...issues) => ({ ...NOTHING, issues, fates: isFigure(cell) ? [fate] : [] });
}

/** The fates of a row's figures in columns that are not read, or not in this row. */
export function unreadFates(context: SheetContext, judgement: Judgement): (row: number) => Fate[] {
  const outcomes = context.table.columns.flatMap(({ column, heading: { role } }) => {
    const isCount = role === "numerator" || role === "denominator";
    const isJudged = !isCount || judgement.verdicts.has(column);
    const outcome = isJudged ? ofColumn(context, judgement, column) : ofCounts(judgement);
    return outcome === null ? [] : [{ column, outcome }];
  });
  return (row) =>
    outcomes.flatMap(({ column, outcome }) =>
      figureAt(context.grid, row, column) === null
        ? []
        : (outcome(row, sourceAt(context, row, column)) ?? []),
    );
}

type Outcome = (row: number, source: Fate["source"]) => Fate | null;

function ofColumn(context: SheetContext, { verdicts, except }: Judgement, column: number): Outcome | null {
  const verdict = verdicts.get(column);
  const rows = except.get(column);
  const single = (row: number, source: Fate["source"]) => {
    const reason = rows?.get(row);
    if (reason === undefined) return null;
    return reason === "other-unit" ? known(source, reason) : refused(source, reason);
  };
  switch (verdict?.is) {
    case undefined:
      return null;
    case "known":
      return (row, source) => single(row, source) ?? known(source, verdict.reason);
    case "refused":
      return (row, source) => single(row, source) ?? refused(source, verdict.reason);
    case "value":
      if (verdict.year !== null) return rows === undefined ? null : single;
      return (row, source) =>
        single(row, source) ?? (yearOfRow(context, row) === null ? refused(source, "year") : null);
  }
}

/** Numerators and denominators go with the figures of their row that are refused. */
function ofCounts({ verdicts, except }: Judgement): Outcome | null {
  const whole = [...verdicts.values()].flatMap((verdict) =>
    verdict.is === "refused" ? [verdict.reason] : [],
  );
  const reason = whole.find((each) => each === "table" || each === "year");
  if (reason !== undefined) return (_row, source) => refused(source, reason);
  if (except.size === 0) return null;
  return (row, source) => {
    const own = [...except.values()].map((rows) => rows.get(row)).find(isRefused);
    return own === undefined ? null : refused(source, own);
  };
}

function isRefused(reason: RefusedReason | "other-unit" | undefined): reason is RefusedReason {
  return reason !== undefined && reason !== "other-unit";
}

/** Single cells that are refused in columns that are read, as gaps of their year. */
function gapsOf(
  context: SheetContext,
  { except }: Judgement,
  columns: readonly YearColumn[],
  row: number,
  { indicator }: Entry,
): Gap[] {
  return columns.flatMap(({ column, year }): Gap[] => {
    const cell = context.grid.cell(row, column);
    if (cell === null || !isRefused(except.get(column)?.get(row))) return [];
    const source = sourceAt(context, row, column);
    return [
      {
        indicator: indicator.id,
        year,
        display: cell.display,
        reason: "refused",
        statedReason: "",
        source,
        remark: "",
      },
    ];
  });
}
