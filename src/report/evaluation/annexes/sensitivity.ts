import { ANNEX_NAMES } from "../../../narrative/part-names.js";
import { decimal, type Decimal, type Rounding } from "../../../terms/decimal.js";
import type { Plan } from "../../../plan/plan.js";
import { meets } from "../../../score/goal.js";
import type { MethodClass } from "../../../score/method.js";
import type { Scorecard } from "../../../score/scorecard.js";
import { statusName } from "../../../terms/status.js";
import { RATIO_CUTS } from "../../../score/methods/growth.js";
import {
  sensitivityOf,
  type MethodView,
  type SensitivityReason,
  type SensitivityRow,
} from "../../../score/sensitivity.js";
import { paragraph, tableBlock } from "../../blocks.js";
import { labelOf, passage, type Passage } from "../../numbering/passage.js";
import type { UnnumberedAnnex } from "../../numbering/unnumbered.js";
import { baselineCell, yearCell, statusCell } from "../../tables/cells.js";
import { namingColumns, unitColumn } from "../../tables/columns.js";
import { tableOf, type Column } from "../../tables/table.js";
import { NOT_APPLICABLE, roundedClear } from "../../words/number.js";
import { factsOf } from "../../row-facts.js";
import type { EvaluationMatter } from "../context.js";
import { outcomeReason } from "../forecast.js";
import { isLastYear } from "../../../plan/period.js";

/** 敏感性分析: the rows another method, or one step of rounding, would class otherwise. */
export function sensitivityAnnex({ scorecard }: EvaluationMatter): UnnumberedAnnex {
  const rows = sensitivityOf(scorecard);
  const table = tableOf(
    {
      id: "sensitivity",
      title: "三种方法的结果对照",
      notes: notesOf(scorecard),
      source: "根据各责任单位报送数据测算。",
    },
    columnsOf(scorecard),
    rows,
  );
  return {
    id: "sensitivity",
    title: ANNEX_NAMES.sensitivity,
    blocks: [paragraph(explanation(rows)), ...(rows.length === 0 ? [] : [tableBlock(table)])],
  };
}

function explanation(rows: readonly SensitivityRow[]): Passage {
  const purpose =
    "本报告的状态一律按序时进度法判定。为检验判定是否依赖于所选方法和修约，对有数值目标的指标，" +
    "另以复合年均增长率法测算，其中应当下降的死亡率等事件发生率再以年均下降率法测算，按高、中、低三档并列比较，" +
    "并检查所列数值的末位增减1是否会改变档次或达标与否。";
  if (rows.length === 0) return `${purpose}结果显示，没有指标因方法或修约不同而改变档次。`;
  const having = (...wanted: SensitivityReason[]): number =>
    rows.filter(({ reasons }) => wanted.every((each) => reasons.includes(each))).length;
  const both = having("nearCut", "nearTarget");
  const parts = [
    { words: "其他方法所得档次与本报告不同的", n: having("otherMethod"), more: "" },
    {
      words: "末位增减1即改变档次的",
      n: having("nearCut"),
      more: both === 0 ? "" : `（其中${both}项同时改变达标与否）`,
    },
    { words: "末位增减1仅改变达标与否的", n: having("nearTarget") - both, more: "" },
  ]
    .filter(({ n }) => n > 0)
    .map(({ words, n, more }) => `${words}${n}项${more}`);
  const found = passage`结果显示，${parts.join("，")}，列于${labelOf("table:sensitivity")}，其余指标的档次不因方法和修约而变。`;
  const why = having("otherMethod") === 0 ? "" : DIFFERENCES;
  return passage`${purpose}${found}${why}使用表中指标的结论时，应结合其历年数据和口径说明审慎表述。上述结果不改变本报告所作的判定。`;
}

/** Why methods may differ: said where they do. */
const DIFFERENCES =
  "序时进度法假定每年变动量相同，复合年均增长率法假定每年变动的比率相同，年均下降率法以各年数据拟合、不单取首尾两年，" +
  "因而在基期离目标较远、年度间波动较大的指标上结果可能不同；";

function notesOf({ plan, year }: Scorecard): string[] {
  const { pace } = plan.method;
  const { upper, middle } = RATIO_CUTS;
  const same = pace.onTrack.eq(upper) && pace.slow.eq(middle);
  const own = same ? "" : `序时进度法的界限为${pace.onTrack.toFixed()}和${pace.slow.toFixed()}，`;
  return [
    `档次：高为不低于${upper.toFixed()}，中为不低于${middle.toFixed()}，低为其余；${own}${statusName("achieved", isLastYear({ plan, year }))}的列为高。`,
    "各比值为实际速度与所需速度之比，负数表示变动方向与目标相反；不能计算的注明原因。",
    "数值已到自然界限（如覆盖率100%）或为整数个数的，末位没有增减1的可能，不作此项检查。",
  ];
}

function columnsOf(scorecard: EvaluationMatter["scorecard"]): Column<SensitivityRow>[] {
  const { plan } = scorecard;
  const { pace, rounding } = plan.method;
  const ownCuts: Cuts = { at: [pace.onTrack, pace.slow], rounding };
  const otherCuts: Cuts = { at: [RATIO_CUTS.upper, RATIO_CUTS.middle], rounding };
  const indicatorOf = ({ scored, row }: SensitivityRow) =>
    row.parts.length > 0 ? scored.indicator : { ...scored.indicator, name: row.row.name };
  const scaleFor = ({ scored }: SensitivityRow) => factsOf(scored, plan).scale;
  const methodColumn = (head: string, method: "linear" | "cagr" | "aarr", cuts: Cuts) =>
    ({
      head,
      width: 13,
      align: "centre",
      cell: (row: SensitivityRow) => viewText(row, method, { plan, cuts }),
    }) as const;
  return [
    ...namingColumns({ id: 7, name: 30 }, indicatorOf),
    unitColumn(7, indicatorOf),
    {
      head: "基期",
      width: 8,
      align: "right",
      cell: (row) => baselineCell(scaleFor(row), row.scored.baseline),
    },
    {
      head: `${scorecard.year}年`,
      width: 8,
      align: "right",
      cell: (row) => yearCell(scaleFor(row), row.scored, row.scored.year),
    },
    { head: "目标", width: 9, align: "centre", cell: ({ scored }) => scored.indicator.target.text },
    {
      head: "本报告状态",
      width: 11,
      align: "centre",
      cell: ({ scored }) => statusCell(scored.status, isLastYear(scorecard)),
    },
    methodColumn("序时进度法", "linear", ownCuts),
    methodColumn("复合年均增长率法", "cagr", otherCuts),
    methodColumn("年均下降率法", "aarr", otherCuts),
    {
      head: "列入原因",
      width: 17,
      align: "left",
      cell: ({ reasons }) => reasons.map((reason) => REASON_TEXTS[reason]).join("；"),
    },
  ];
}

const REASON_TEXTS: Record<SensitivityReason, string> = {
  otherMethod: "其他方法档次不同",
  nearCut: "临近档次界限",
  nearTarget: "临近目标值",
};

const CLASS_NAMES: Record<MethodClass, string> = { upper: "高", middle: "中", lower: "低" };

/** 高（1.24）; the reason in place of a figure that does not exist; — where the method does not suit the row. */
function viewText(
  { scored, ...views }: SensitivityRow,
  method: "linear" | "cagr" | "aarr",
  { plan, cuts }: { plan: Plan; cuts: Cuts },
): string {
  const { class: own, ratio }: MethodView = views[method];
  const met = scored.value !== null && scored.goal !== null && meets(scored.goal, scored.value);
  const reason =
    ratio.reason === null || ratio.reason === "notApplicable"
      ? NOT_APPLICABLE
      : outcomeReason(ratio.reason, plan);
  if (own === null) return reason;
  // What has been reached is no matter of pace any more.
  if (met) return `${CLASS_NAMES[own]}（${statusName("achieved", isLastYear({ plan, year: scored.year }))}）`;
  return `${CLASS_NAMES[own]}（${ratio.value === null ? reason : ratioText(ratio.value, cuts)}）`;
}

interface Cuts {
  at: readonly Decimal[];
  rounding: Rounding;
}

/** The ratio with the digits that keep it on its side of the cuts. */
function ratioText(ratio: Decimal, { at, rounding }: Cuts): string {
  return roundedClear(ratio, [...at, decimal(0)], 2, rounding);
}
