import { bandOf, traitsOf } from "../../../plan/target-kinds.js";
import { distance, meets } from "../../../score/goal.js";
import { STATUS } from "../../../terms/status.js";
import { decimal } from "../../../terms/decimal.js";
import type { RuleFacts } from "../../row-facts.js";
import { gapPhrase, goalBounds, goalName, targetText } from "../goal-text.js";
import { figureWords } from "../kind-words.js";
import { exact, roundedClear } from "../number.js";
import {
  alone,
  earlierData,
  joined,
  settled,
  shared,
  verdictText,
  type RuleWords,
  type Verdict,
} from "./rule-words.js";

/** Targets that name figures. */
export const met: RuleWords<"met"> = {
  clause: metClause,
  reason: metReason,
  conclusion: () => "本年数符合目标",
  ...settled,
};

export const noBaseline: RuleWords<"noBaseline"> = {
  clause: (facts) => alone(joined(gapPhrase(facts), "因缺基期数据，无法评价进度")),
  reason: (facts) => joined(gapPhrase(facts), "无基期数据，无法评价进度"),
  conclusion: () => "未符合目标，又没有基期衡量进度",
  pending: (facts) => `${earlierData(facts)}评价进度`,
};

export const pace: RuleWords<"pace"> = {
  clause: (facts) => alone(joined(gapPhrase(facts), paceClause(facts))),
  reason: paceReason,
  conclusion: paceConclusion,
  ...settled,
};

export const lostTarget: RuleWords<"lostTarget"> = {
  clause: (facts) => alone(joined(gapPhrase(facts), "由达标回落为未达标")),
  reason: (facts) => joined(`${facts.scored.baseline.year}年已达标，现已回落`, gapPhrase(facts)),
  conclusion: () => "基期已符合目标，现在不符合",
  ...settled,
};

export const targetIsBaseline: RuleWords<"targetIsBaseline"> = {
  clause: (facts) => alone(joined(gapPhrase(facts), "尚未突破基期水平")),
  reason: (facts) => joined(gapPhrase(facts), "目标值即基期水平，未优于基期"),
  conclusion: ({ scored: { goal, value } }) =>
    distance(goal, value).isZero() ? "与基期相等，严格的目标还差最后一步" : "比与目标相等的基期更差",
  ...settled,
};

export const notThere: RuleWords<"notThere"> = {
  clause: (facts) => alone(gapPhrase(facts)),
  reason: gapPhrase,
  conclusion: ({ plan }) => `“有或没有”的目标没有中间进度，${plan.period.end}年以前未达到的`,
  ...settled,
};

function metClause(facts: RuleFacts<"met">): Verdict {
  const { scored, final } = facts;
  const [name, bounds] = [goalName(facts), goalBounds(facts)];
  if (scored.flags.includes("aboveBand")) return shared(`高于${name}`, bounds, "，按达标计");
  if (bandOf(scored.indicator.target) !== null) return shared(`处于${name}`, bounds, "内");
  const kept = keptSince(facts);
  if (kept !== null) return shared(`在${kept}年即已达标，继续符合${asked(name)}`, bounds);
  if (final) return shared(`实现${name}`, bounds);
  return shared(`${isEarly(facts) ? "提前达到" : "已达到"}${name}`, bounds);
}

/** 2030年目标值要求, and 2030年目标要求 as it is: what a kept target asks for, said once. */
function asked(name: string): string {
  return name.endsWith("要求") ? name : `${name}要求`;
}

/** A row that met its target in the baseline year has reached nothing since: it has kept it. */
function keptSince({ scored: { baseline, goal }, plan }: RuleFacts<"met">): number | null {
  if (baseline === null || baseline.year !== plan.period.baseline) return null;
  return meets(goal, baseline.value) ? baseline.year : null;
}

/** 提前达到 is praise: it needs a clean baseline of the baseline year from which the row rose to its target. */
function isEarly({ scored: { baseline }, plan }: RuleFacts<"met">): boolean {
  return baseline !== null && baseline.year === plan.period.baseline && baseline.doubtful === null;
}

/** 低于目标值4.5‰: the comparison that was made, in words. */
function metReason(facts: RuleFacts<"met">): string {
  const { indicator, groups } = facts.scored;
  const { stands } = figureWords(indicator.target);
  if (stands === null) return verdictText(metClause(facts));
  const { sites } = traitsOf(indicator.target);
  const number = targetText(indicator).replace(/^[^\d]*/u, "");
  const all = sites === null || groups === null ? "" : `各${sites.grouping}均`;
  return `${all}${stands(indicator.target)}目标值${number}`;
}

/** Farther from the target than it was. */
function isBackward({ scored }: RuleFacts<"pace">): boolean {
  return scored.progress.made.lt(0);
}

function paceClause(facts: RuleFacts<"pace">): string {
  const { scored, final } = facts;
  const { status, progress, baseline } = scored;
  if (final) return `${STATUS[status === "nearlyAchieved" ? status : "notAchieved"].name}目标`;
  if (isBackward(facts)) return `比${baseline.year}年更远离目标`;
  if (progress.pace.gt(1)) return "进度快于序时进度";
  if (status === "onTrack") return "进度与序时进度基本同步";
  return status === "slow" ? "进度慢于序时进度" : "进度明显慢于序时进度";
}

/** The pace is shown with the digits that keep it on its side of the cuts. */
function paceReason(facts: RuleFacts<"pace">): string {
  const { scored, plan, scale, final } = facts;
  if (isBackward(facts)) return joined(gapPhrase(facts), "比基期更远离目标");
  const cuts = [plan.method.pace.onTrack, plan.method.pace.slow, decimal(1)].map((cut) => cut.times(100));
  const percent = roundedClear(scored.progress.pace.times(100), cuts, 0, scale.rounding);
  // In the last year the pro-rata share is the whole way.
  return joined(gapPhrase(facts), final ? `完成目标进程的${percent}%` : `进度为序时进度的${percent}%`);
}

/** In the plan's last year a target that is not met is 基本实现 from the upper cut on, and 未实现 below it. */
function paceConclusion({ scored, plan, final }: RuleFacts<"pace">): string {
  const { onTrack, slow } = plan.method.pace;
  if (final) {
    const side = scored.status === "nearlyAchieved" ? "不低于" : "低于";
    return `期末未达到目标，ρ${side}${exact(onTrack)}`;
  }
  if (scored.status === "onTrack") return `未达到目标，但ρ不低于${exact(onTrack)}`;
  if (scored.status === "slow") return `ρ不低于${exact(slow)}而低于${exact(onTrack)}`;
  return `ρ低于${exact(slow)}`;
}
