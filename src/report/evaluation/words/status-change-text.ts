import { statusChanges, type StatusChange } from "../../../score/status-changes.js";
import type { Scorecard } from "../../../score/scorecard.js";
import { paragraph, tableBlock } from "../../blocks.js";
import { natureName } from "../../words/labels.js";
import type { UnnumberedBlock, UnnumberedTable } from "../../numbering/unnumbered.js";
import { statusCell } from "../../tables/cells.js";
import { namingColumns, natureColumn } from "../../tables/columns.js";
import { groupedTableOf, type Column } from "../../tables/table.js";
import { sentence } from "../../words/wording.js";
import { midtermScorecard, previousScorecard, type EvaluationMatter } from "../context.js";
import { countedList } from "./lists.js";
import { isLastYear } from "../../../plan/period.js";

/** More names than these stand in the table only. */
const MOST_NAMES = 5;

/** What changed since the year before and, after it, since the mid-term: a paragraph each, one table. */
export function statusChangeBlocks(matter: EvaluationMatter): UnnumberedBlock[] {
  const comparisons = comparisonsOf(matter);
  const { plan } = matter.scorecard;
  if (comparisons.length === 0) {
    return [paragraph(`${plan.period.start}年以来没有其他年份的数据，无法比较各年状态变化。`)];
  }
  const texts = comparisons.map((comparison) => paragraph(comparisonText(comparison)));
  if (comparisons.every(({ changes }) => changes.length === 0)) return texts;
  return [...texts, tableBlock(changesTable(comparisons, matter.scorecard))];
}

interface Comparison {
  then: Scorecard;
  changes: StatusChange[];
}

function comparisonsOf(matter: EvaluationMatter): Comparison[] {
  const previous = previousScorecard(matter);
  const midterm = matter.kind === "final" ? midtermScorecard(matter) : null;
  const bases = [previous, midterm === previous ? null : midterm].filter((card) => card !== null);
  return bases.map((then) => ({
    then,
    changes: statusChanges(matter.scorecard, then).filter(({ direction }) => direction !== "other"),
  }));
}

/** The changes of one direction. */
export function changedRows(
  changes: readonly StatusChange[],
  direction: StatusChange["direction"],
): StatusChange["row"][] {
  return changes.filter((change) => change.direction === direction).map(({ row }) => row);
}

function comparisonText({ then, changes }: Comparison): string {
  const told = DIRECTIONS.map(({ direction, name }) => ({ name, rows: changedRows(changes, direction) }))
    .filter(({ rows: held }) => held.length > 0)
    .map(({ name, rows: held }) => `${name}${countedList(held, MOST_NAMES)}`);
  return told.length === 0
    ? `与${then.year}年的评价结果相比，没有状态好转或回落的指标。`
    : sentence([`与${then.year}年的评价结果相比`, ...told]);
}

const DIRECTIONS: readonly { direction: StatusChange["direction"]; name: string }[] = [
  { direction: "better", name: "状态好转" },
  { direction: "worse", name: "状态回落" },
];

interface ChangeLine extends StatusChange {
  then: Scorecard;
}

function columnsOf(now: Scorecard): Column<ChangeLine>[] {
  return [
    ...namingColumns<ChangeLine>({ id: 8, name: 34 }, ({ row }) => row.row),
    ...natureColumn<ChangeLine>(10, now.plan, ({ row }) => natureName(row.row.nature)),
    {
      head: "原状态",
      width: 16,
      align: "centre",
      cell: ({ from, then }) => statusCell(from, isLastYear(then)),
    },
    { head: "现状态", width: 16, align: "centre", cell: ({ to }) => statusCell(to, isLastYear(now)) },
    {
      head: "变化",
      width: 14,
      align: "centre",
      cell: (line) => DIRECTIONS.find(({ direction }) => direction === line.direction)!.name,
    },
  ];
}

function changesTable(comparisons: readonly Comparison[], now: Scorecard): UnnumberedTable {
  const groups = comparisons.map(({ then, changes }) => ({
    heading: `${then.year}年—${now.year}年`,
    rows: changes.map((change): ChangeLine => ({ ...change, then })),
  }));
  return groupedTableOf(
    {
      id: "status-changes",
      title: "指标状态变化",
      notes: ["各年状态均按同一方法和最新数据（含修订）评价，只列状态好转和回落的指标。"],
    },
    columnsOf(now),
    groups.filter(({ rows }) => rows.length > 0),
  );
}
