import type { Direction } from "../../plan/traits.js";
import { bandOf, traitsOf } from "../../plan/target-kinds.js";
import type { Decimal } from "../../terms/decimal.js";
import { meets } from "../../score/goal.js";
import type { Rule, ScoredIndicator, YearValue } from "../../score/scorecard.js";
import { comparatorGap, comparatorMet, comparatorName } from "./comparator.js";
import { gapPhrase, goalBounds, goalName } from "./goal-text.js";
import type { RowFacts } from "../row-facts.js";
import { STATUS } from "../../terms/status.js";

/**
 * How a row stands to its target, in a clause: `lead`（`bracket`）`tail`. Neighbours with the same lead and
 * tail can share a sentence (均…（分别为…和…）) unless `alone`.
 */
export interface Verdict {
  lead: string;
  bracket: string;
  tail: string;
  alone: boolean;
}

export function verdictOf(facts: RowFacts): Verdict {
  return VERDICTS[facts.scored.rule](facts);
}

export function verdictText({ lead, bracket, tail }: Verdict): string {
  return `${lead}${bracket === "" ? "" : `（${bracket}）`}${tail}`;
}

const shared = (lead: string, bracket = "", tail = ""): Verdict => ({ lead, bracket, tail, alone: false });
const alone = (lead: string): Verdict => ({ lead, bracket: "", tail: "", alone: true });

/** One entry per rule of judgement. */
const VERDICTS: Record<Rule, (facts: RowFacts) => Verdict> = {
  noValue: () => alone(""),
  watched: () => shared(""),
  noBaseline: (facts) =>
    alone(
      `${gapClause(facts)}因缺${missingBaseline(facts)}数据，${facts.scored.status === "observed" ? "暂不判定" : "无法评价进度"}`,
    ),
  noComparator: (facts) => alone(`因缺同年${comparatorName(facts)}数据，暂不判定`),
  met,
  pace: (facts) => alone(`${gapClause(facts)}${paceClause(facts)}`),
  lostTarget: (facts) => alone(`${gapClause(facts)}由达标回落为未达标`),
  targetIsBaseline: (facts) => alone(`${gapClause(facts)}尚未突破基期水平`),
  binaryUnmet: (facts) => alone(gapPhrase(facts)),
  better,
  level,
  worse: (facts) => alone(`与${demand(facts)}的目标方向不一致`),
  notEveryYear: (facts) => alone(`但${unimprovedYears(facts.scored)}未做到${demand(facts)}`),
  belowLastYear,
  belowMark: (facts) => alone(`尚未达到${demand(facts)}规定的幅度`),
  gapNarrowed: (facts) => alone(`${comparatorGap(facts)}，差距比${facts.scored.baseline!.year}年缩小`),
  gapNotNarrowed: (facts) => alone(`${comparatorGap(facts)}，差距未比${facts.scored.baseline!.year}年缩小`),
  // Compound rows are told part by part; the row itself has no clause.
  worstPart: () => alone(""),
};

/** “提高”: what a target without a figure asks for, in its own words. */
function demand({ scored }: RowFacts): string {
  return `“${scored.indicator.target.text}”`;
}

function gapClause(facts: RowFacts): string {
  const { comparator } = traitsOf(facts.scored.indicator.target);
  const gap = comparator === null ? gapPhrase(facts) : comparatorGap(facts);
  return gap === "" ? "" : `${gap}，`;
}

/** A row with a baseline of its own lacks its comparator's of that year. */
function missingBaseline(facts: RowFacts): string {
  const { baseline, comparator } = facts.scored;
  return baseline === null || comparator === null ? "基期" : `${baseline.year}年${comparatorName(facts)}`;
}

function met(facts: RowFacts): Verdict {
  const { scored, final } = facts;
  const { target } = scored.indicator;
  if (traitsOf(target).comparator !== null) return alone(comparatorMet(facts));
  const [name, bounds] = [goalName(facts), goalBounds(facts)];
  if (scored.flags.includes("aboveBand")) return shared(`高于${name}`, bounds, "，按达标计");
  if (bandOf(target) !== null) return shared(`处于${name}`, bounds, "内");
  if (metAtStart(facts))
    return shared(`在${scored.baseline!.year}年即已达标，继续符合${asked(name)}`, bounds);
  if (final) return shared(`实现${name}`, bounds);
  return shared(`${isEarly(facts) ? "提前达到" : "已达到"}${name}`, bounds);
}

/** 2030年目标值要求, and 2030年目标要求 as it is: what a kept target asks for, said once. */
function asked(name: string): string {
  return name.endsWith("要求") ? name : `${name}要求`;
}

/** A row that met its target in the baseline year has reached nothing since: it has kept it. */
function metAtStart({ scored, plan }: RowFacts): boolean {
  const { baseline, goal } = scored;
  return baseline?.year === plan.period.baseline && goal !== null && meets(goal, baseline.value);
}

/** 提前达到 is praise: it needs a clean baseline of the baseline year from which the row rose to its target. */
function isEarly({ scored, plan }: RowFacts): boolean {
  const { baseline } = scored;
  return baseline !== null && baseline.year === plan.period.baseline && baseline.doubtful === null;
}

function paceClause({ scored, plan, final }: RowFacts): string {
  const { status, pace, progress } = scored;
  if (final) return `${STATUS[status === "nearlyAchieved" ? status : "notAchieved"].name}目标`;
  if (progress !== null && progress.isNegative() && !progress.isZero())
    return `比${scored.baseline!.year}年更远离目标`;
  if (pace !== null && pace.gt(1)) return "进度快于序时进度";
  if (status === "onTrack") return "进度与序时进度基本同步";
  return pace !== null && pace.gte(plan.method.pace.slow) ? "进度慢于序时进度" : "进度明显慢于序时进度";
}

function better(facts: RowFacts): Verdict {
  if (facts.scored.flags.includes("atLimit")) return atLimit(facts);
  if (isUnsized(traitsOf(facts.scored.indicator.target).direction)) {
    return alone(`《规划》未规定${demand(facts)}的幅度，按优于基期判定为符合要求`);
  }
  return shared(`符合${demand(facts)}的目标要求`);
}

/** 明显降低, without a size in the text. */
function isUnsized(direction: Direction | null): boolean {
  return direction?.asksSize === true && direction.size === null;
}

function atLimit({ scored }: RowFacts): Verdict {
  return alone(
    traitsOf(scored.indicator.target).better === "down" ? "已达下限，无下降空间" : "已达上限，无提高空间",
  );
}

/** Level with the baseline: enough where a target only forbids a step back, not where it asks for one forward. */
function level(facts: RowFacts): Verdict {
  const { status, flags } = facts.scored;
  if (flags.includes("atLimit")) return atLimit(facts);
  const held = status === "onTrack" || status === "achieved";
  return held ? shared(`符合${demand(facts)}的目标要求`) : alone(`尚未体现${demand(facts)}的目标要求`);
}

function belowLastYear(facts: RowFacts): Verdict {
  const { previous } = facts.scored;
  return alone(`但未能保持${previous!.year}年水平，未做到${demand(facts)}`);
}

/** 2023年未比上一年提高，: the years that were no better than the one before. */
function unimprovedYears({ series, baseline, indicator }: ScoredIndicator): string {
  const up = traitsOf(indicator.target).better === "up";
  const chain = series.filter(({ year }) => baseline === null || year > baseline.year);
  const before = (index: number): YearValue | null => (index === 0 ? baseline : chain[index - 1]!);
  const years = chain
    .filter(({ value }, index) => isNoBetter(value, before(index)?.value ?? null, up))
    .map(({ year }) => `${year}年`);
  return years.length === 0 ? "" : `${years.join("、")}未比上一年${up ? "提高" : "降低"}，`;
}

function isNoBetter(value: Decimal, before: Decimal | null, up: boolean): boolean {
  if (before === null) return false;
  return up ? value.lte(before) : value.gte(before);
}
