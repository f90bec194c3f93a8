import { namedSection } from "./sections.js";
import { decadeHeading, EVALUATION_PART_NAMES } from "../../narrative/part-names.js";
import type { Rate, RateName, Rates, Scorecard, Tally } from "../../score/scorecard.js";
import { hasNatures, withoutNature } from "../../plan/lookup.js";
import { illustrated, paragraph, placedAnywhere, tableBlock } from "../blocks.js";
import { statusChart } from "../charts/charts.js";
import { citing } from "../charts/cited.js";
import { bindingText } from "../chapters/binding.js";
import { ratesText, shareText, verdictText } from "../chapters/lead.js";
import type { TableCell } from "../model.js";
import { labelOf, passage, type Passage } from "../numbering/passage.js";
import type { Part, UnnumberedBlock, UnnumberedTable } from "../numbering/unnumbered.js";
import { countCell, textCell } from "../tables/cells.js";
import { groupedTableOf, type Column } from "../tables/table.js";
import { NOT_APPLICABLE } from "../words/number.js";
import type { EvaluationMatter } from "./context.js";
import { decadeBlocks } from "./decade.js";
import { movesSaid } from "./words/moves-text.js";
import { movesOf } from "../since-baseline.js";
import { statusChangeBlocks } from "./words/status-change-text.js";
import { STATUSES, statusName } from "../../terms/status.js";
import { isLastYear } from "../../plan/period.js";
import { RATES } from "../../score/rates.js";

/** 总体进展: rates, 约束性 apart from 预期性, what changed; in the plan's last year the whole period compared. */
export function progressPart(matter: EvaluationMatter): Part {
  return {
    id: "progress",
    part: "progress",
    counted: true,
    heading: EVALUATION_PART_NAMES.progress,
    blocks: [],
    sections: [
      namedSection("progress/overall", overallBlocks(matter)),
      namedSection("progress/changes", statusChangeBlocks(matter)),
      {
        part: "progress/decade",
        heading: decadeHeading(matter.scorecard.plan),
        blocks: decadeBlocks(matter),
      },
    ],
  };
}

function overallBlocks(matter: EvaluationMatter): UnnumberedBlock[] {
  const { scorecard } = matter;
  const chart = statusChart(matter);
  const texts = [
    citing(verdictText(scorecard), [chart], "table:overall", "table:indicators"),
    `${ratesText(scorecard)}${bindingText(scorecard)}`,
    movesText(matter),
  ];
  const paragraphs = texts.filter((text) => text !== "").map((text) => paragraph(text));
  return [...illustrated(paragraphs, [placedAnywhere(chart)]), tableBlock(overallTable(matter.scorecard))];
}

const MOST_NAMES = 5;

function movesText({ scorecard }: EvaluationMatter): Passage {
  const moves = movesOf(scorecard);
  const comparable = moves.better.length + moves.worse.length + moves.level.length;
  if (comparable === 0) return "各指标均缺基期数据，无法与基期比较。";
  const parts = movesSaid(moves, MOST_NAMES);
  return passage`与基期相比（比较方法见${labelOf("annex:method")}），可比且可判定的${comparable}项指标中，${parts.join("，")}。`;
}

/** A row of the table: its name, and what stands in it for all rows, the binding and the anticipated ones. */
interface OverallRow {
  name: string;
  cell: (counted: Counted) => TableCell;
}

interface Counted {
  tally: Tally;
  rates: Rates;
}

function columnsOf({ plan, tally, rates, byNature, ratesByNature }: Scorecard): Column<OverallRow>[] {
  const column = (head: string, counted: Counted): Column<OverallRow> => ({
    head,
    width: 18,
    align: "right",
    cell: ({ cell }) => cell(counted),
  });
  return [
    { head: "项目", width: 52, align: "left", cell: ({ name }) => name },
    column("全部指标", { tally, rates }),
    ...(hasNatures(plan)
      ? [
          column("约束性指标", { tally: byNature.binding, rates: ratesByNature.binding }),
          column("预期性指标", { tally: byNature.anticipated, rates: ratesByNature.anticipated }),
        ]
      : []),
  ];
}

function overallTable(scorecard: Scorecard): UnnumberedTable {
  const { plan, year } = scorecard;
  const without = withoutNature(plan);
  const notes =
    without === 0 ? [] : [`${plan.terms.named}未划分约束性、预期性的${without}项指标只计入“全部指标”。`];
  return groupedTableOf(
    {
      id: "overall",
      title: `${plan.shortTitle}${year}年总体进展`,
      notes,
      source: "根据各责任单位报送数据评价。",
    },
    columnsOf(scorecard),
    [
      { heading: "指标状态（项）", rows: statusRows(scorecard) },
      { heading: "比率", rows: rateRows(scorecard) },
    ],
  );
}

function statusRows(scorecard: Scorecard): OverallRow[] {
  const row = (name: string, key: keyof Tally): OverallRow => ({
    name,
    cell: ({ tally }) => countCell(tally[key]),
  });
  const statuses = STATUSES.filter((status) => scorecard.tally[status] > 0);
  return [
    row("合计", "total"),
    ...statuses.map((status) => row(statusName(status, isLastYear(scorecard)), status)),
  ];
}

/** The other rates stand in the method annex. */
const TOLD = ["onCourse", "achievement"] as const satisfies readonly RateName[];

function rateRows(scorecard: Scorecard): OverallRow[] {
  const { binding, anticipated } = scorecard.ratesByNature;
  const all = [scorecard.rates, binding, anticipated].flatMap((rates) => TOLD.map((name) => rates[name]));
  return TOLD.map((name) => ({
    name: `${RATES[name].name(isLastYear(scorecard))}（以${RATES[name].whole}为分母）`,
    cell: ({ rates }) => textCell(rateText(rates[name], all)),
  }));
}

function rateText(rate: Rate, beside: readonly Rate[]): string {
  return rate.of === 0 ? NOT_APPLICABLE : shareText(rate, beside);
}
