import type { Plan } from "../../../plan/plan.js";
import type { MoreRules } from "../../annexes/method.js";
import { labelOf, passage, type Passage } from "../../numbering/passage.js";
import { tableOf, type Column } from "../../tables/table.js";
import { GROWTH_CUTS, RATIO_CUTS } from "../../../score/methods/growth.js";

/** The three methods side by side: formula, cuts, where each is used and where it comes from. */
export function comparedMethods({ terms }: Plan): MoreRules {
  return {
    rules: [{ heading: "敏感性分析所用方法", text: openingFor(terms.plan) }],
    tables: [tableOf({ id: "compared-methods", title: "三种测算方法", notes: NOTES }, COLUMNS, METHODS)],
  };
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
