import { decadeHeading } from "../../narrative/part-names.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { meets, shortfall } from "../../score/goal.js";
import type { ScoredIndicator } from "../../score/scorecard.js";
import { paragraph, tableBlock } from "../blocks.js";
import type { TableCell } from "../model.js";
import { citing } from "../charts/cited.js";
import { labelOf, passage, type Passage } from "../numbering/passage.js";
import type { UnnumberedBlock, UnnumberedTable } from "../numbering/unnumbered.js";
import { baselineCell, citedCell, differenceCell, statusCell, textCell, yearCell } from "../tables/cells.js";
import { namingColumns, unitColumn } from "../tables/columns.js";
import { groupedTableOf, type Column } from "../tables/table.js";
import { NOT_APPLICABLE, type Scale } from "../words/number.js";
import { factsOf } from "../row-facts.js";
import { previousPlanBlocks } from "./previous-plan.js";
import { midtermYear, type EvaluationMatter } from "./context.js";
import { countedList } from "./words/lists.js";
import { isLastYear } from "../../plan/period.js";
import { judgedOf } from "../../plan/lookup.js";
import { FLAG_NAMES } from "../../terms/flag.js";

/** Where a row that has reached its target had come from. */
type Origin = "kept" | "reached" | "direction" | "unknown";

/** A row met at its baseline has kept its target; it has not reached it. */
function originOf(scored: ScoredIndicator, baselineYear: number): Origin {
  if (traitsOf(scored.indicator.target).class === "directional") return "direction";
  const met = metAtBaseline(scored);
  if (met === null) return "unknown";
  if (!met) return "reached";
  return scored.baseline?.year === baselineYear ? "kept" : "unknown";
}

/** Whether the baseline met the target, beside its comparator's figure of the same year where it has one; null where nothing tells. */
function metAtBaseline({ baseline, goal, indicator, comparator }: ScoredIndicator): boolean | null {
  if (baseline === null) return null;
  const asked = traitsOf(indicator.target).comparator;
  if (asked === null) return goal === null ? null : meets(goal, baseline.value);
  const then = comparator?.atBaseline ?? null;
  return then === null ? null : shortfall(baseline.value, then, asked.side).lte(asked.tolerance);
}

/** The whole period compared, in the plan's last year; nothing before. */
export function decadeBlocks(matter: EvaluationMatter): UnnumberedBlock[] {
  const { scorecard } = matter;
  if (!isLastYear(scorecard)) return [];
  const texts = [achievedText(scorecard), lostText(scorecard)].filter((text) => text !== "");
  return [
    ...texts.map((text) => paragraph(text)),
    tableBlock(decadeTable(matter)),
    ...previousPlanBlocks(scorecard),
  ];
}

const MOST_NAMES = 8;

/** In running text. */
const MET_BEFORE = "基期即已达标";

const ORIGINS: readonly {
  origin: Origin;
  name: string;
  told: (year: number, span: string) => string;
}[] = [
  { origin: "reached", name: "期内实现", told: (_, span) => `${span}内由未达标到实现目标的` },
  { origin: "kept", name: FLAG_NAMES.metAtBaseline, told: (year) => `${year}年${MET_BEFORE}、期末保持的` },
  { origin: "direction", name: "符合方向", told: () => "符合提高、降低等方向要求的" },
  { origin: "unknown", name: "缺基期", told: (year) => `缺${year}年数据、无从比较的` },
];

function achievedText({ rows, plan }: EvaluationMatter["scorecard"]): Passage {
  const achieved = rows.filter(({ status }) => status === "achieved");
  if (achieved.length === 0) return citing(`${plan.period.end}年没有已实现目标的指标。`, [], TABLE);
  const { baseline } = plan.period;
  const origins = ORIGINS.map(({ origin, told: words }) => ({
    origin,
    words: words(baseline, plan.terms.span),
    held: achieved.filter((row) => originOf(row, baseline) === origin),
  })).filter(({ held }) => held.length > 0);
  const kept = origins.some(({ origin }) => origin === "kept")
    ? `${MET_BEFORE}的指标，不计作${plan.terms.span}内的新增成效。`
    : "";
  // The table names them, each by its outcome.
  const parts = origins.map(({ words, held }) => `${words}${held.length}项`);
  const told = citing(`已实现目标的${achieved.length}项指标中，${parts.join("；")}。`, [], TABLE);
  return passage`${told}${kept}`;
}

const TABLE = "table:decade";

/** Rows that met their target when the period began, or within it, and do not when it ends. */
function lostText({ rows }: EvaluationMatter["scorecard"]): string {
  const lost = rows.filter(({ flags }) => flags.includes("fellBack"));
  return lost.length === 0 ? "" : `曾经达标、期末回落的有${countedList(lost, MOST_NAMES)}。`;
}

function columnsOf({ scorecard }: EvaluationMatter): Column<ScoredIndicator>[] {
  const { plan, year } = scorecard;
  const indicatorOf = ({ indicator }: ScoredIndicator) => indicator;
  const scaleFor = (scored: ScoredIndicator) => factsOf(scored, plan).scale;
  const figure = 7.6;
  return [
    ...namingColumns({ id: 6.8, name: 20 }, indicatorOf),
    unitColumn(7, indicatorOf),
    { head: "目标", width: 9, align: "centre", cell: ({ indicator }) => indicator.target.text },
    {
      head: "基期",
      width: figure,
      align: "right",
      cell: (row) => baselineCell(scaleFor(row), row.baseline),
    },
    ...[midtermYear(plan), year].map((each): Column<ScoredIndicator> => ({
      head: `${each}年`,
      width: figure,
      align: "right",
      cell: (row) => citedIn(row, scaleFor(row), each),
    })),
    { head: "比基期", width: 9.5, align: "right", cell: (row) => sinceBaseline(row, scaleFor(row)) },
    { head: "状态", width: 14.5, align: "centre", cell: ({ status }) => statusCell(status, true) },
    { head: "实现情况", width: 11.4, align: "centre", cell: (row) => outcomeName(row, plan.period.baseline) },
  ];
}

function citedIn(row: ScoredIndicator, scale: Scale, year: number): TableCell {
  return citedCell(yearCell(scale, row, year), row.id, year);
}

function decadeTable(matter: EvaluationMatter): UnnumberedTable {
  const { rows, plan } = matter.scorecard;
  const groups = plan.domains.map(({ id, name }) => ({
    heading: name,
    rows: rows.filter(({ row }) => row.domain === id).flatMap(judgedOf),
  }));
  return groupedTableOf(
    {
      id: "decade",
      title: `${plan.shortTitle}主要指标${decadeHeading(plan)}`,
      notes: [
        passage`“比基期”为显示值之差；各指标的基期见${labelOf("annex:data")}，取法见${labelOf("annex:method")}。`,
        ...partsNote(rows),
      ],
      source: "各责任单位报送数据。",
    },
    columnsOf(matter),
    groups.filter((group) => group.rows.length > 0),
  );
}

/** What stands there by its parts is counted once: without being told nobody could count the rows. */
function partsNote(rows: EvaluationMatter["scorecard"]["rows"]): string[] {
  const compound = rows.filter(({ parts }) => parts.length > 0).map(({ id }) => id);
  return compound.length === 0
    ? []
    : [`${compound.join("、")}由两个以上部分组成，表中分部分列示，计数时各计1项，取状态最差的部分。`];
}

function sinceBaseline({ value, baseline }: ScoredIndicator, scale: Scale): TableCell {
  if (value === null || baseline === null) return textCell(NOT_APPLICABLE);
  return differenceCell(scale, baseline.value, value);
}

function outcomeName(scored: ScoredIndicator, baselineYear: number): string {
  if (scored.status !== "achieved")
    return scored.flags.includes("fellBack") ? FLAG_NAMES.fellBack : NOT_APPLICABLE;
  const origin = originOf(scored, baselineYear);
  return ORIGINS.find((each) => each.origin === origin)!.name;
}
