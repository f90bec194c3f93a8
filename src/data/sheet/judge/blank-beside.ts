import { issue } from "../../../issues/issue.js";
import type { KnownReason } from "../../coverage/reasons.js";
import type { Column } from "../table/columns.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { valuesIn, type Case, type Judge, type Judgement } from "./verdict.js";

/** Figures that may be all there is of a year: where its own column is blank, a person asks whether they are meant. */
const IN_PLACE: ReadonlySet<KnownReason> = new Set<KnownReason>([
  "preliminary-column",
  "forecast-column",
  "target-column",
  "other-period",
  "hidden-column",
  "repeated",
]);

/**
 * Rows whose own figure of a year is blank while another of the same year stands beside it: 2025年 beside 2025年预计.
 * Told once for a column of figures.
 */
export const blankBeside: Judge = (each, before) => {
  const others = othersIn(each, before);
  if (others.length === 0) return {};
  return {
    issues: valuesIn(before).flatMap(({ column, year }) => {
      const own = each.context.table.columns.find((one) => one.column === column);
      if (own === undefined) return [];
      const beside = others
        .filter((other) => other.year === (year ?? each.year) && !isToCome(each, own, other))
        .map((other) => ({ ...other, rows: blankRows(each, own, other.rows) }))
        .filter(({ rows }) => rows.length > 0);
      if (beside.length === 0) return [];
      const args = {
        own: toldColumn(own),
        others: beside.map((other) => toldColumn(other.column)),
        rows: [...new Set(beside.flatMap(({ rows }) => rows))].sort((a, b) => a - b),
        year: year ?? each.year,
      };
      return issue("data/blank-beside", headCell(each.context, own), args);
    }),
  };
};

interface OtherOfYear {
  column: Column;
  year: number | null;
  reason: KnownReason;
  rows: readonly number[];
}

function othersIn({ context, lines, year }: Case, { verdicts }: Judgement): OtherOfYear[] {
  return context.table.columns.flatMap((column): OtherOfYear[] => {
    const verdict = verdicts.get(column.column);
    if (verdict?.is !== "known" || !IN_PLACE.has(verdict.reason)) return [];
    const { year: said, relative } = column.heading;
    // 规划目标 is that of the plan's end.
    if (verdict.reason === "target-column" && said === null && relative !== "this") return [];
    const rows = ownRows(context, lines, column.column);
    return [{ column, year: said ?? year, reason: verdict.reason, rows }];
  });
}

/** Targets of a year of which nothing is reported yet; only a title can say that it should be. */
function isToCome({ context, lines, year }: Case, own: Column, other: OtherOfYear): boolean {
  const isTarget = other.reason === "target-column";
  return isTarget && year !== other.year && ownRows(context, lines, own.column).length === 0;
}

function blankRows({ context: { grid } }: Case, { column }: Column, rows: readonly number[]): number[] {
  return rows.filter((row) => grid.text(row, column) === "");
}
