import type { Dataset } from "../../data/dataset.js";
import { round, type Decimal } from "../../terms/decimal.js";
import { distance, edges, meets, nearEdge } from "../../score/goal.js";
import type { Progress } from "../../score/scorecard.js";
import { bandOf, spanOf, traitsOf } from "../../plan/target-kinds.js";
import { figure, roundedClear, exact } from "../words/number.js";
import { isJudged, type JudgedFacts, type RowFacts } from "../row-facts.js";
import { comparatorSteps } from "./comparator-steps.js";
import { conclusionOf } from "../words/rules/rules.js";
import { directionSteps, watchedSteps } from "./direction-steps.js";
import type { Line } from "./explanation.js";
import { equals } from "./formula.js";
import { siteSteps } from "./site-steps.js";
import { statusName } from "../../terms/status.js";

/** A step of the rule; none where it is not taken for the row. */
type Step = (facts: JudgedFacts, dataset: Dataset) => Line[];

/** In the order in which the rule goes. */
const STEPS: readonly Step[] = [
  siteSteps,
  goalStep,
  distanceStep,
  progressStep,
  expectedStep,
  paceStep,
  directionSteps,
  watchedSteps,
  comparatorSteps,
];

/** 判定过程: each step of the rule with its figures, and what follows. */
export function stepLines(facts: RowFacts, dataset: Dataset): Line[] {
  const steps = isJudged(facts) ? STEPS.flatMap((step) => step(facts, dataset)) : [];
  const { status } = facts.scored;
  const text = `${conclusionOf(facts)}→“${statusName(status, facts.final)}”`;
  return [...steps, { label: "结论", text }];
}

/** Targets that name figures: is the value on their side? */
function goalStep({ scored, scale }: JudgedFacts): Line[] {
  const { goal, value, indicator } = scored;
  if (goal === null || spanOf(indicator.target) === null) return [];
  const x = exact(value);
  const compared = edges(goal).map((edge) => `${x}${relation(value.comparedTo(edge))}${exact(edge)}`);
  const strict = (goal.lowStrict || goal.highStrict) && distance(goal, value).isZero() && !meets(goal, value);
  const met = meets(goal, value) ? "符合目标" : `不符合目标${strict ? "（等于目标值不算）" : ""}`;
  const words = scale.ratio ? `（${figure(scale, value)}）` : "";
  return [{ label: "比目标", text: `x＝${x}${words}；${compared.join("，")}，${met}` }];
}

function relation(order: number): string {
  return order === 0 ? "＝" : order > 0 ? "＞" : "＜";
}

/** A band is approached from either side, so progress is counted in the distance to it. */
function distanceStep({ scored: { indicator, value, progress } }: JudgedFacts): Line[] {
  if (progress === null || bandOf(indicator.target) === null) return [];
  const { goal, baseline } = progress;
  const text =
    `基期d(B)＝${exact(distance(goal, baseline.value))}，本年d(x)＝${exact(distance(goal, value))}` +
    "（d为到目标区间的距离，在区间内为0）";
  return [{ label: "距离d", text }];
}

function progressStep(facts: JudgedFacts): Line[] {
  const { indicator, value, progress } = facts.scored;
  if (progress === null) return noProgress(facts);
  const banded = bandOf(indicator.target) !== null;
  return [
    { label: "进展P", text: banded ? bandProgress(value, progress) : thresholdProgress(value, progress) },
  ];
}

function bandProgress(value: Decimal, { goal, baseline, made }: Progress): string {
  const [start, now] = [distance(goal, baseline.value), distance(goal, value)];
  return `P＝（d(B)－d(x)）÷d(B)＝（${exact(start)}－${exact(now)}）÷${exact(start)}${equals(made)}`;
}

function thresholdProgress(value: Decimal, { goal, baseline, made }: Progress): string {
  const [x, b, t] = [value, baseline.value, nearEdge(goal, baseline.value)].map(exact);
  return `P＝（x－B）÷（T－B）＝（${x}－${b}）÷（${t}－${b}）${equals(made)}`;
}

/** Why a numeric row has no progress to count. */
function noProgress({ scored: { goal, baseline, indicator } }: JudgedFacts): Line[] {
  if (!traitsOf(indicator.target).numeric || goal === null) return [];
  if (baseline === null) return [{ label: "进展P", text: "没有基期，无从计算" }];
  const met = meets(goal, baseline.value);
  const why = met
    ? `基期${exact(baseline.value)}已符合目标，不再计算进展`
    : "目标值就是基期值，分母为0，无从计算";
  return [{ label: "进展P", text: why }];
}

function expectedStep({ scored: { progress, year }, plan }: JudgedFacts): Line[] {
  if (progress === null) return [];
  const b = progress.baseline.year;
  const text = `τ＝（${year}－${b}）÷（${plan.period.end}－${b}）${equals(progress.expected)}`;
  return [{ label: "应有τ", text }];
}

/** ρ with the digits that keep it on its side of the cuts. */
function paceStep({ scored, plan, scale }: JudgedFacts): Line[] {
  if (scored.progress === null) return [];
  const { made, expected, pace } = scored.progress;
  const { onTrack, slow } = plan.method.pace;
  const rho = roundedClear(pace, [onTrack, slow], 2, scale.rounding);
  const is = round(pace, 2).eq(pace) ? "＝" : "≈";
  const [p, t] = [equals(made).slice(1), equals(expected).slice(1)];
  const side = pace.gte(onTrack)
    ? `ρ≥${exact(onTrack)}`
    : pace.gte(slow)
      ? `${exact(slow)}≤ρ＜${exact(onTrack)}`
      : `ρ＜${exact(slow)}`;
  const met = scored.rule === "met" ? "（已达标，进度比只供参考）" : "";
  return [{ label: "进度比ρ", text: `ρ＝P÷τ＝${p}÷${t}${is}${rho}，${side}${met}` }];
}
