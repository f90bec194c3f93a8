import { EVALUATION_PART_NAMES } from "../../../narrative/part-names.js";
import { judgedOf } from "../../../plan/lookup.js";
import { isLastYear } from "../../../plan/period.js";
import type { Judged, Plan } from "../../../plan/plan.js";
import { traitsOf } from "../../../plan/target-kinds.js";
import type { Scorecard } from "../../../score/scorecard.js";
import { STATUS } from "../../../terms/status.js";
import { isPercent, unitOf } from "../../../terms/unit.js";
import { MOVE_NAMES } from "../words/moves-text.js";
import type { Rule } from "../../annexes/method.js";
import { labelOf, passage, type Passage } from "../../numbering/passage.js";
import { tableOf, type Column } from "../../tables/table.js";
import { GROWTH_CUTS, RATIO_CUTS } from "../../../score/methods/growth.js";

/** The rules that evaluations have besides; the three methods side by side: formula, cuts, where each is used and where it comes from. */
export function evaluationRules(scorecard: Scorecard): Rule[] {
  const { plan } = scorecard;
  return [
    { heading: "与基期比较", text: movesRule(plan) },
    {
      heading: EVALUATION_PART_NAMES["outlook/forecast"],
      text: isLastYear(scorecard) ? "" : forecastRule(plan),
    },
    {
      heading: "敏感性分析所用方法",
      text: openingFor(plan.terms.plan),
      tables: [tableOf({ id: "compared-methods", title: "三种测算方法", notes: NOTES }, COLUMNS, METHODS)],
    },
  ];
}

/** What 改善, 基本稳定 and 退步 mean where rows are counted by them: as `movesOf` counts. */
function movesRule({ rows }: Plan): string {
  const all = rows.flatMap(judgedOf<Judged>);
  const { better, level, worse } = MOVE_NAMES;
  const stable = [
    "没有变动或基本持平",
    all.some(({ target }) => traitsOf(target).better === "neither")
      ? "以区间为目标而到达标区间的距离未变"
      : "",
    all.some(({ unit, range }) => range.max === null && isPercent(unitOf(unit)))
      ? "可以超过100%的比率虽下降但仍高于100%"
      : "",
  ].filter((text) => text !== "");
  const parts = rows.some((row) => row.parts.length > 0)
    ? `由两个以上部分组成的指标，有部分${worse}的为${worse}，没有${worse}而有部分${better}的为${better}。`
    : "";
  return (
    `${better}、${level}、${worse}只看本年与基期显示值之间的变动，与是否达标无关：` +
    `朝目标所要求的方向变动的为${better}（达标后继续朝该方向变动的也是），反向变动的为${worse}；${stable.join("，或")}的为${level}。` +
    `${parts}缺基期或本年数据的、${STATUS.observed.name}的不作比较。`
  );
}

/** How figures are drawn on. */
function forecastRule({ period }: Plan): string {
  return (
    `对有数值目标的指标，按基期以来的速度推算到${period.end}年：一般指标按年均变动量直线外推；` +
    "死亡率等应当下降的千分率、万分率、十万分率按年均变化率外推，基期值或现值为0的改用直线外推；" +
    "推算结果超出指标自然上下限的，以上下限为预测值；事件数少的不作预测。"
  );
}

interface ComparedMethod {
  name: string;
  formula: string;
  /** The rows it suits. */
  use: string;
  origin: string;
}

const COLUMNS: readonly Column<ComparedMethod>[] = [
  { head: "方法", width: 13, align: "centre", cell: ({ name }) => name },
  { head: "公式", width: 33, align: "left", cell: ({ formula }) => formula },
  { head: "适用", width: 20, align: "left", cell: ({ use }) => use },
  { head: "出处", width: 34, align: "left", cell: ({ origin }) => origin },
];

const openingFor = (plan: string): Passage =>
  passage`除作为判定依据的序时进度法外，另用国际上通行的两种方法测算，只供对照，不改变判定（见${labelOf("table:compared-methods")}）。设本年值为x，基期值为B，目标值为T，基期到本年为n年，基期到${plan}末年为N年。`;

const percent = (share: typeof RATIO_CUTS.upper): string => `${share.times(100).toFixed()}%`;

const NOTES = [
  `复合年均增长率法和年均下降率法以实际速度与所需速度之比分档，界限为${RATIO_CUTS.upper.toFixed()}、${RATIO_CUTS.middle.toFixed()}；` +
    `没有数值目标的，复合年均增长率按方向以${percent(GROWTH_CUTS.upper)}、${percent(GROWTH_CUTS.middle)}为界，` +
    "接近自然界限L时，界限乘以1与（B÷L）的4.44次方之差。",
  "目标为区间的，以到区间的距离测算。基期值为0或负数、基期值等于目标值、正负变号、有数据的年份不足两年等情形不能计算，均注明原因，不以替代数值计算。",
];

const METHODS: readonly ComparedMethod[] = [
  {
    name: "序时进度法",
    formula: "ρ＝［（x－B）÷（T－B）］÷（n÷N）",
    use: "全部有数值目标的指标，为本报告判定依据",
    origin: "本附件“进度”部分",
  },
  {
    name: "复合年均增长率法（CAGR）",
    formula: "实际：（x÷B）的n次方根减1；所需：（T÷B）的N次方根减1；两者之比按目标方向取正负",
    use: "有数值目标的指标",
    origin:
      "加拿大统计局（Statistics Canada）可持续发展目标进展测算方法；Open SDG：Progress Measurement Methodology for the Sustainable Development Goals",
  },
  {
    name: "年均下降率法（AARR）",
    formula: "实际：1减e的b次方，b为各年ln x对年份的最小二乘斜率；所需：1减（T÷B）的N次方根",
    use: "应当下降的千分率、万分率、十万分率",
    origin:
      "联合国儿童基金会（UNICEF）：How to calculate Average Annual Rate of Reduction (AARR) of Underweight Prevalence，2007年",
  },
];
