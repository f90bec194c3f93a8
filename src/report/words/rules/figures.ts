import { bandOf, traitsOf } from "../../../plan/target-kinds.js";
import { distance } from "../../../score/goal.js";
import { decimal } from "../../../terms/decimal.js";
import type { RuleFacts } from "../../row-facts.js";
import {
  gapPhrase,
  gapReason,
  goalFigure,
  goalNumber,
  goalPhrase,
  goalTail,
  isToldFromMiddle,
} from "../goal-text.js";
import { turnedBack } from "../change.js";
import { metSince, metYears, yearsSaid } from "../met-years.js";
import { figureWords } from "../kind-words.js";
import { exact, roundedClear } from "../number.js";
import {
  alone,
  earlierData,
  joined,
  missedAtEnd,
  settled,
  shared,
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
  clause: (facts) => alone(gapPhrase(facts), missedAtEnd(facts)),
  reason: (facts) => joined(gapReason(facts), "无基期数据，无法评价进度"),
  conclusion: () => "未符合目标，又没有基期衡量进度",
  pending: (facts) => `${earlierData(facts)}评价进度`,
};

export const pace: RuleWords<"pace"> = {
  clause: (facts) => alone(isNearly(facts) ? nearPhrase(facts) : gapPhrase(facts), missedAtEnd(facts)),
  reason: paceReason,
  conclusion: paceConclusion,
  ...settled,
};

export const lostTarget: RuleWords<"lostTarget"> = {
  clause: (facts) =>
    alone(
      joined(gapPhrase(facts), `${yearsSaid(metYears(facts.scored))}曾达标，${nowLost(facts)}`),
      missedAtEnd(facts),
    ),
  reason: (facts) =>
    joined(`${yearsSaid(metYears(facts.scored))}已达标，${nowLost(facts)}`, gapReason(facts)),
  conclusion: () => "基期已符合目标，现在不符合",
  ...settled,
};

/** 基本实现 of a target told from the middle of its band, from which it is farther than from its edge. */
function isNearly({ scored, final }: RuleFacts<"pace">): boolean {
  return final && scored.status === "nearlyAchieved" && isToldFromMiddle(scored.indicator.target);
}

/** 接近40%左右的目标 */
function nearPhrase(facts: RuleFacts<"pace">): string {
  return `接近${goalFigure(facts)}${goalTail(facts)}`;
}

function nowLost({ scored }: RuleFacts<"lostTarget">): string {
  return `现已${turnedBack(scored.indicator)}`;
}

export const targetIsBaseline: RuleWords<"targetIsBaseline"> = {
  clause: (facts) => alone(joined(gapPhrase(facts), "也未优于基期水平"), missedAtEnd(facts)),
  reason: (facts) => joined(gapReason(facts), "目标值即基期水平，未优于基期"),
  conclusion: ({ scored: { goal, value } }) =>
    distance(goal, value).isZero() ? "与基期相等，严格的目标还差最后一步" : "比与目标相等的基期更差",
  ...settled,
};

export const notThere: RuleWords<"notThere"> = {
  clause: (facts) => alone(gapPhrase(facts), missedAtEnd(facts)),
  reason: gapReason,
  conclusion: ({ plan }) => `“有或没有”的目标没有中间进度，${plan.period.end}年以前未达到的`,
  ...settled,
};

/** 提前达到94%的目标, 低于4.5‰的目标, 符合45%左右的目标, 优于2：3的目标. */
function metClause(facts: RuleFacts<"met">): Verdict {
  const { scored } = facts;
  const traits = traitsOf(scored.indicator.target);
  const [figure, tail] = [goalFigure(facts), goalTail(facts)];
  if (scored.flags.includes("aboveBand")) return shared("高于", figure, tail);
  if (traits.pairedCounts) return shared("处于", figure, tail);
  if (bandOf(scored.indicator.target) !== null) return shared("符合", figure, tail);
  if (traits.ratio) return shared(isBeyond(facts) ? "优于" : "达到", figure, tail);
  return shared(...thresholdWords(facts));
}

/** A ratio that is more than was asked for. */
function isBeyond({ scored: { goal, value } }: RuleFacts<"met">): boolean {
  return goal.low !== null && value.gt(goal.low);
}

/** What is done with the threshold, the threshold as it is then written, and what follows: 低于 4.5‰ 的目标, 继续保持在 12/10万以下. */
function thresholdWords(facts: RuleFacts<"met">): [lead: string, figure: string, tail: string] {
  const { scored, final } = facts;
  const { target } = scored.indicator;
  const [figure, tail] = [goalFigure(facts), goalTail(facts)];
  const stands = figureWords(target).stands?.(target) ?? "";
  const named = `${stands}${figure}`;
  const since = metSince(scored);
  const kept = since !== null && (since.fromStart || !final);
  const still = since?.known === true ? `自${since.year}年起持续` : "继续";
  const strict = scored.goal.lowStrict || scored.goal.highStrict;
  const falls = traitsOf(target).better === "down";
  if (kept && strict) return [`${still}${stands}`, figure, tail];
  // 以下 and 以内 have the figure itself in them: they say what is asked only where the figure may be reached.
  const under = `${figure}${target.text.includes("以内") ? "以内" : "以下"}`;
  if (kept && falls)
    return [still === "继续" ? "继续保持在" : `${still.replace("持续", "")}保持在`, under, ""];
  if (kept) return [`${still}达到`, traitsOf(target).stepwise ? named : figure, tail];
  if (final) return ["实现", strict ? named : falls ? under : figure, tail];
  if (falls) return strict ? [stands, figure, tail] : ["达到", under, tail];
  const again = metYears(scored).length > 0 ? "重新达到" : "已达到";
  return [isEarly(facts) ? "提前达到" : again, strict ? named : figure, tail];
}

/**
 * 提前达到 is praise, and news: it needs a clean baseline of the baseline year from which the row rose to its target for
 * the first time.
 */
function isEarly({ scored, plan }: RuleFacts<"met">): boolean {
  const { baseline } = scored;
  const clean = baseline !== null && baseline.year === plan.period.baseline && baseline.doubtful === null;
  return clean && metYears(scored).length === 0;
}

/** 低于目标值4.5‰: the comparison that was made, in words. */
function metReason(facts: RuleFacts<"met">): string {
  const { indicator, groups } = facts.scored;
  const { stands } = figureWords(indicator.target);
  if (stands === null) return bandReason(facts);
  const { sites } = traitsOf(indicator.target);
  const number = goalNumber(indicator);
  const all = sites === null || groups === null ? "" : `各${sites.grouping}均`;
  return `${all}${stands(indicator.target)}目标值${number}`;
}

/** 处于2030年目标区间（42.5%—47.5%）内. */
function bandReason(facts: RuleFacts<"met">): string {
  const { scored } = facts;
  if (scored.flags.includes("aboveBand")) return `高于${goalPhrase(facts)}，按达标计`;
  return bandOf(scored.indicator.target) === null ? `达到${goalPhrase(facts)}` : `处于${goalPhrase(facts)}内`;
}

/** Farther from the target than it was. */
function isBackward({ scored }: RuleFacts<"pace">): boolean {
  return scored.progress.made.lt(0);
}

/** The pace is shown with the digits that keep it on its side of the cuts. */
function paceReason(facts: RuleFacts<"pace">): string {
  const { scored, plan, scale, final } = facts;
  if (isBackward(facts)) return joined(gapReason(facts), "比基期更远离目标");
  const cuts = [plan.method.pace.onTrack, plan.method.pace.slow, decimal(1)].map((cut) => cut.times(100));
  const percent = roundedClear(scored.progress.pace.times(100), cuts, 0, scale.rounding);
  // In the last year the pro-rata share is the whole way.
  return joined(gapReason(facts), final ? `完成目标进程的${percent}%` : `进度为序时进度的${percent}%`);
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
