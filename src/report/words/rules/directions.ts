import { traitsOf } from "../../../plan/target-kinds.js";
import type { Decimal } from "../../../terms/decimal.js";
import type { RuleFacts } from "../../row-facts.js";
import { changeSince } from "../change.js";
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

/** Judged against their baseline. */
type Directed = "better" | "level" | "worse" | "notEveryYear" | "belowLastYear" | "belowMark";

export const directionUnknown: RuleWords<"directionUnknown"> = {
  clause: () => alone("因缺基期数据，暂不判定"),
  reason: () => "无基期数据，暂不判定",
  conclusion: () => "没有基期，方向无从比较",
  pending: (facts) => `${earlierData(facts)}判定方向`,
};

/** The change since the baseline comes before what is made of it. */
function direction<R extends Directed>(
  clause: (facts: RuleFacts<R>) => Verdict,
  conclusion: (facts: RuleFacts<R>) => string,
): RuleWords<R> {
  const reason = (facts: RuleFacts<R>) => joined(sinceBaseline(facts), verdictText(clause(facts)));
  return { clause, reason, conclusion, ...settled };
}

function sinceBaseline({ scored, scale }: RuleFacts<Directed>): string {
  return changeSince(scored, scale, scored.baseline).said;
}

/** “提高”: what a target without a figure asks for, in its own words. */
function demand({ scored }: RuleFacts<Directed>): string {
  return `“${scored.indicator.target.text}”`;
}

export const better = direction<"better">(betterClause, () => "优于基期，符合目标方向");

/** Level with the baseline: enough where a target only forbids a step back, not where it asks for one forward. */
export const level = direction<"level">(levelClause, ({ scored }) =>
  scored.flags.includes("atLimit") ? "与基期相等，而且已到上下限" : "与基期相等",
);

export const worse = direction<"worse">(
  (facts) => alone(`与${demand(facts)}的目标方向不一致`),
  () => "比基期变差，与目标方向相反",
);

export const notEveryYear = direction<"notEveryYear">(
  (facts) => alone(`但${unimprovedYears(facts)}未做到${demand(facts)}`),
  () => "优于基期，但有年份未比上一年变好",
);

export const belowLastYear = direction<"belowLastYear">(
  (facts) => alone(`但未能保持${facts.scored.previous.year}年水平，未做到${demand(facts)}`),
  () => "不差于基期，但比上年变差",
);

export const belowMark = direction<"belowMark">(
  (facts) => alone(`尚未达到${demand(facts)}规定的幅度`),
  () => "优于基期，但未到规定的幅度",
);

function betterClause(facts: RuleFacts<"better">): Verdict {
  const { direction: asked } = traitsOf(facts.scored.indicator.target);
  // 明显降低, without a size in the text.
  if (asked?.asksSize === true && asked.size === null) {
    return alone(`《规划》未规定${demand(facts)}的幅度，按优于基期判定为符合要求`);
  }
  return shared(`符合${demand(facts)}的目标要求`);
}

function levelClause(facts: RuleFacts<"level">): Verdict {
  const { status, flags, indicator } = facts.scored;
  if (flags.includes("atLimit")) {
    const down = traitsOf(indicator.target).better === "down";
    return alone(down ? "已达下限，无下降空间" : "已达上限，无提高空间");
  }
  const held = status === "onTrack" || status === "achieved";
  return held ? shared(`符合${demand(facts)}的目标要求`) : alone(`尚未体现${demand(facts)}的目标要求`);
}

/** 2023年未比上一年提高，: the years that were no better than the one before. */
function unimprovedYears({ scored: { series, baseline, indicator } }: RuleFacts<"notEveryYear">): string {
  const up = traitsOf(indicator.target).better === "up";
  const later = series.filter(({ year }) => year > baseline.year);
  const before = [baseline, ...later];
  const years = later
    .filter(({ value }, index) => isNoBetter(value, before[index]?.value ?? value, up))
    .map(({ year }) => `${year}年`);
  return years.length === 0 ? "" : `${years.join("、")}未比上一年${up ? "提高" : "降低"}，`;
}

function isNoBetter(value: Decimal, before: Decimal, up: boolean): boolean {
  return up ? value.lte(before) : value.gte(before);
}
