import { traitsOf } from "../../../plan/target-kinds.js";
import type { Decimal } from "../../../terms/decimal.js";
import { STATUS } from "../../../terms/status.js";
import type { JudgedFacts, RuleFacts } from "../../row-facts.js";
import { judgedChange, verbOf } from "../change.js";
import { figure } from "../number.js";
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
  clause: () => shared("因缺基期数据暂不判定"),
  reason: () => "无基期数据，暂不判定",
  conclusion: () => "没有基期，方向无从比较",
  pending: (facts) => `${earlierData(facts)}判定方向`,
};

/** The change since the baseline comes before what is made of it. */
function direction<R extends Directed>(
  clause: (facts: RuleFacts<R>) => Verdict,
  conclusion: (facts: RuleFacts<R>) => string,
  but: (facts: RuleFacts<R>) => string = () => "",
): RuleWords<R> {
  const reason = (facts: RuleFacts<R>) =>
    joined(sinceBaseline(facts), but(facts), verdictText(clause(facts)));
  return { clause, reason, conclusion, ...settled };
}

function sinceBaseline({ scored, scale }: RuleFacts<Directed>): string {
  return judgedChange(scored, scale, scored.baseline).said;
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
  (facts) => shared(`不符合${demand(facts)}的目标要求`),
  () => "比基期变差，与目标方向相反",
);

export const notEveryYear = direction<"notEveryYear">(
  (facts) => alone(joined(`但${unimprovedYears(facts)}`, notAsDemanded(facts))),
  () => "优于基期，但有年份未比上一年变好",
);

export const belowLastYear = direction<"belowLastYear">(
  (facts) => alone(notAsDemanded(facts)),
  () => "不差于基期，但比上年变差",
  slidBack,
);

/** 但比2024年下降0.74个百分点: what a figure better than the baseline slid back. "" of others, and said of none whose change since that year is told. */
export function slidBack({ scored, scale }: JudgedFacts): string {
  return scored.rule === "belowLastYear" ? `但${judgedChange(scored, scale, scored.previous).said}` : "";
}

/** Better than the baseline, and not what the plan asks: its last year says so outright. */
function notAsDemanded(facts: RuleFacts<"notEveryYear" | "belowLastYear">): string {
  const missed = facts.final ? `${STATUS.notAchieved.name}目标` : "";
  return joined(`不符合${facts.plan.terms.named}${demand(facts)}的要求`, missed);
}

export const belowMark = direction<"belowMark">(
  (facts) => alone(`尚未达到${demand(facts)}规定的幅度`),
  () => "优于基期，但未到规定的幅度",
);

function betterClause(facts: RuleFacts<"better">): Verdict {
  const { direction: asked } = traitsOf(facts.scored.indicator.target);
  // 明显降低 without a size in the text: the method annex says how it is read.
  if (asked?.asksSize === true && asked.size === null) return shared(`与${demand(facts)}的方向一致`);
  return shared(`符合${demand(facts)}的目标要求`);
}

function levelClause(facts: RuleFacts<"level">): Verdict {
  const { status, flags } = facts.scored;
  if (flags.includes("atLimit")) return shared(limitKept(facts));
  const held = status === "onTrack" || status === "achieved";
  if (held) return shared(`符合${demand(facts)}的目标要求`);
  return shared(`${facts.final ? "" : "尚"}未实现${demand(facts)}的目标`);
}

/** 连续保持100%, 连续保持为0: every year since the baseline; 保持100% where one in between was worse. */
function limitKept({ scored, scale }: RuleFacts<"level">): string {
  const { value, baseline, series } = scored;
  const all = series.every((point) => point.year < baseline.year || point.value.eq(value));
  const limit = value.isZero() ? "为0" : figure({ ...scale, decimals: 0 }, value);
  return `${all ? "连续" : ""}保持${limit}`;
}

/** 2022年下降，2024年与上年持平: the years that were no better than the one before. */
function unimprovedYears({ scored: { series, baseline, indicator } }: RuleFacts<"notEveryYear">): string {
  const up = traitsOf(indicator.target).better === "up";
  const later = series.filter(({ year }) => year > baseline.year);
  const before = [baseline, ...later];
  const steps = later.map(({ year, value }, index) => ({ year, value, from: before[index]?.value ?? value }));
  const level = steps.filter(({ value, from }) => value.eq(from));
  const worse = steps.filter(({ value, from }) => !value.eq(from) && isNoBetter(value, from, up));
  const named = (years: typeof steps): string => years.map(({ year }) => `${year}年`).join("、");
  return joined(
    worse.length === 0 ? "" : `${named(worse)}${verbOf(indicator, up ? "down" : "up")}`,
    level.length === 0 ? "" : `${named(level)}与上年持平`,
  );
}

function isNoBetter(value: Decimal, before: Decimal, up: boolean): boolean {
  return up ? value.lte(before) : value.gte(before);
}
