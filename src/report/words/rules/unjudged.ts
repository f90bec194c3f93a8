import type { RuleFacts } from "../../row-facts.js";
import { figure, WITHHELD_WORDS } from "../number.js";
import { alone, shared, type RuleWords } from "./rule-words.js";

const MISSING_MEANS = "缺项不以0或往年数据代替";

/** Its sentence is that of a missing row, and has no clause of its own. */
export const noValue: RuleWords<"noValue"> = {
  clause: () => alone(""),
  reason: missingReason,
  conclusion: ({ scored }) => `没有${scored.year}年数据，不以0或往年数据代替`,
  pending: ({ scored }) => `补报${scored.year}年数据后即可评价；${MISSING_MEANS}`,
};

export const watched: RuleWords<"watched"> = {
  clause: () => shared(""),
  reason: ({ scored }) => `“${scored.indicator.target.text}”，只监测不判定`,
  conclusion: () => "目标只要求保持合理水平，只监测不判定",
  pending: () => "本指标只反映水平和变化，任何数值都不判定是否达标",
};

/** A public edition: the status stands, the figure is not told. */
export const withheld: RuleWords<"withheld"> = {
  clause: () => alone(""),
  reason: () => WITHHELD_WORDS,
  conclusion: () => WITHHELD_WORDS,
  pending: () => "",
};

function missingReason({ scored, scale }: RuleFacts<"noValue">): string {
  const { previous, year } = scored;
  const latest = previous === null ? "" : `，最近一次为${previous.year}年的${figure(scale, previous.value)}`;
  return `缺${year}年数据${latest}`;
}
