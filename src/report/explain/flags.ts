import type { Dataset } from "../../data/dataset.js";
import { shownStep } from "../../terms/decimal.js";
import {
  type Baseline,
  type CompoundIndicator,
  type ScoredIndicator,
  type ScoredRow,
} from "../../score/scorecard.js";
import { meets } from "../../score/goal.js";
import { amountIn } from "../words/goal-text.js";
import { FLAG_NAMES, FLAGS, type Flag } from "../../terms/flag.js";
import { figure } from "../words/number.js";
import { groupingOf } from "../words/row-notes.js";
import { isJudged, isRow, type JudgedFacts, type RowFacts } from "../row-facts.js";
import type { Line } from "./explanation.js";

type Why = (facts: RowFacts, dataset: Dataset) => string;

/** Of a flag that only a judged figure can have. */
function judged(say: (facts: JudgedFacts) => string): Why {
  return (facts) => (isJudged(facts) ? say(facts) : "");
}

/** Of a flag that only a row with a baseline can have. */
function based(say: (baseline: Baseline, facts: JudgedFacts) => string): Why {
  return judged((facts) => (facts.scored.baseline === null ? "" : say(facts.scored.baseline, facts)));
}

/** Why a flag stands, with its figures. A new flag is a new entry. */
const WHYS: Record<Flag, Why> = {
  metAtBaseline: based(({ year, value }, { scored, scale }) => {
    const now = scored.rule === "met" ? "现在符合是保持，不算提前实现" : "现在不再符合";
    return `${year}年${figure(scale, value)}已符合目标，${now}`;
  }),
  fellBack: judged(fellBack),
  baselineFallback: based(({ year }, { plan }) => `没有${plan.period.baseline}年数据，基期顺延为${year}年`),
  doubtfulBaseline: based(({ doubtful }, { scored }) =>
    [doubtful ?? "", ...(scored.progress === null ? [] : ["据此算出的进度仅供参考"])].join("；"),
  ),
  aboveBand: judged(
    ({ scored, scale }) =>
      `${figure(scale, scored.value)}高于“${scored.indicator.target.text}”的范围，按达标计`,
  ),
  atLimit: judged(
    ({ scored, scale }) =>
      `${figure(scale, scored.value)}已到上下限，没有再变好的余地，与基期相等也算符合方向`,
  ),
  partial,
  noComparator: ({ scored }) => `缺${scored.year}年对照数据`,
  fragile: ({ scored, scale }) => {
    const { decimals } = scored.indicator;
    return `与目标界限相差不超过末位一个单位（${amountIn({ ...scale, decimals }, shownStep(decimals))}），数据稍有修订就可能改变状态`;
  },
  smallNumbers: judged(fewEvents),
  revised: ({ scored, plan }, dataset) =>
    `${revisedYears(scored.id, scored.year, plan.period.baseline, dataset)}的数经后来的报表修订`,
  singlePoint: ({ scored }) =>
    `只有${scored.series.map(({ year }) => `${year}年`).join("、")}一年数据，看不出变化`,
};

/** 标记: each flag of the row and why it has it. */
export function flagLines(facts: RowFacts, dataset: Dataset): Line[] {
  return FLAGS.filter((flag) => isOwn(flag, facts.scored)).map((flag) => ({
    label: FLAG_NAMES[flag],
    text: WHYS[flag](facts, dataset),
  }));
}

/** A compound row bears the flags of its parts, which are told there. */
function isOwn(flag: Flag, scored: ScoredIndicator | ScoredRow): boolean {
  const parts = isRow(scored) ? scored.parts : [];
  return scored.flags.includes(flag) && !parts.some((part) => part.flags.includes(flag));
}

function fellBack({ scored, scale }: JudgedFacts): string {
  const { goal, series, baseline } = scored;
  const held = [...(baseline === null ? [] : [baseline]), ...series].filter(
    ({ value }) => goal !== null && meets(goal, value),
  );
  const years = [...new Map(held.map((each) => [each.year, each])).values()];
  const said = years.map(({ year, value }) => `${year}年（${figure(scale, value)}）`).join("、");
  return `${said}曾符合目标，${scored.year}年不再符合`;
}

function fewEvents({ scored: { observation }, plan }: JudgedFacts): string {
  const events = observation?.numerator?.value.toFixed() ?? "";
  return `分子${events}，少于${plan.method.smallNumbers}，年度间变动主要出于偶然，变化以水平和例数表述`;
}

function partial({ scored }: RowFacts): string {
  if (scored.rule === "worstPart") return missingParts(scored);
  const { groups, indicator } = scored;
  if (groups !== null) {
    return `有数据的${groupingOf(indicator)}只有${groups.reported}/${groups.expected}个`;
  }
  const years = scored.series.map(({ year }) => year);
  const first = scored.baseline?.year ?? years[0] ?? scored.year;
  const all = Array.from({ length: scored.year - first }, (_, index) => first + index + 1);
  const missing = all.filter((year) => !years.includes(year));
  return `${missing.map((year) => `${year}年`).join("、")}缺数据，逐年比较不完整`;
}

function missingParts({ parts, year }: CompoundIndicator): string {
  const missing = parts.filter(({ status }) => status === "noData");
  const names = missing.map(({ id, indicator }) => `${id}${indicator.name}`).join("、");
  return `缺${names}${year}年数据，只按有数据的部分判定`;
}

function revisedYears(id: string, year: number, baseline: number, { revisions }: Dataset): string {
  const own = revisions.filter((each) => each.indicator === id && each.year >= baseline && each.year <= year);
  return [...new Set(own.map((each) => `${each.year}年`))].join("、");
}
