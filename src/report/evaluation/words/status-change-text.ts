import { statusChanges, type StatusChange } from "../../../score/status-changes.js";
import type { Scorecard } from "../../../score/scorecard.js";
import { citing } from "../../charts/cited.js";
import { paragraph, tableBlock } from "../../blocks.js";
import { natureName } from "../../words/labels.js";
import type { UnnumberedBlock, UnnumberedTable } from "../../numbering/unnumbered.js";
import { statusCell } from "../../tables/cells.js";
import { namingColumns, natureColumn } from "../../tables/columns.js";
import { groupedTableOf, type Column } from "../../tables/table.js";
import { nameList, sentence } from "../../words/wording.js";
import { statusName } from "../../../terms/status.js";
import { midtermScorecard, previousScorecard, type EvaluationMatter } from "../context.js";
import { countedList } from "./lists.js";
import { isLastYear } from "../../../plan/period.js";

/** More names than these stand in the table only. */
const MOST_NAMES = { better: 5, worse: 5 };

/** What changed since the year before and, after it, since the mid-term: a paragraph each, one table. */
export function statusChangeBlocks(matter: EvaluationMatter): UnnumberedBlock[] {
  const comparisons = comparisonsOf(matter);
  const { plan } = matter.scorecard;
  if (comparisons.length === 0) {
    return [paragraph(`${plan.period.start}年以来没有其他年份的数据，无法比较各年状态变化。`)];
  }
  const count = comparisons.reduce((sum, { changes }) => sum + changes.length, 0);
  if (count === 0 && comparisons.length > 1) return [paragraph(stillText(comparisons))];
  if (count < FEWEST_ROWS) return comparisons.map((own) => paragraph(turnsText(own, matter.scorecard)));
  const texts = comparisons.map((own, at) =>
    at === 0 ? citing(comparisonText(own), [], "table:status-changes") : comparisonText(own),
  );
  return [...texts.map((text) => paragraph(text)), tableBlock(changesTable(comparisons, matter.scorecard))];
}

/** Fewer can all be told in the sentence: their table would say it once more. */
const FEWEST_ROWS = 3;

/** 与2024年的评价结果相比，状态好转1项，农村自来水普及率由预期可达标转为已达标。 */
function turnsText({ then, changes }: Comparison, now: Scorecard): string {
  const turn = ({ row, from, to }: StatusChange): string =>
    `${nameList([row.row.name])}由${statusName(from, isLastYear(then))}转为${statusName(to, isLastYear(now))}`;
  const told = DIRECTIONS.flatMap(({ direction, name }) => {
    const held = changes.filter((change) => change.direction === direction);
    return held.length === 0 ? [] : [`${name}${held.length}项，${held.map(turn).join("，")}`];
  });
  const opening = openingOf(then);
  return told.length === 0 ? sentence([opening, UNCHANGED]) : sentence([opening, told.join("；")]);
}

/** 与2029年、2025年的评价结果相比，均没有状态好转或回落的指标。 */
function stillText(comparisons: readonly Comparison[]): string {
  const years = comparisons.map(({ then }) => `${then.year}年`).join("、");
  return sentence([`与${years}的评价结果相比`, `均${UNCHANGED}`]);
}

const UNCHANGED = "没有状态好转或回落的指标";

function openingOf({ year }: Scorecard): string {
  return `与${year}年的评价结果相比`;
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

const DIRECTIONS = [
  { direction: "better", name: "状态好转" },
  { direction: "worse", name: "状态回落" },
] as const;

/** The opening, and which statuses got better and worse; at most so many names each way. */
export function changesText(
  changes: readonly StatusChange[],
  opening: string,
  most: Record<"better" | "worse", number>,
): string {
  const told = DIRECTIONS.flatMap(({ direction, name }) => {
    const rows = changedRows(changes, direction);
    return rows.length === 0 ? [] : [`${name}${countedList(rows, most[direction])}`];
  });
  return sentence([opening, ...(told.length === 0 ? [UNCHANGED] : told)]);
}

function comparisonText({ then, changes }: Comparison): string {
  return changesText(changes, openingOf(then), MOST_NAMES);
}

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
      source: "根据各责任单位报送数据评价。",
    },
    columnsOf(now),
    groups.filter(({ rows }) => rows.length > 0),
  );
}
