import { traitsOf } from "../../plan/target-kinds.js";
import type { Comparator } from "../../plan/traits.js";
import { shortfall } from "../../score/goal.js";
import { amountIn } from "./goal-text.js";
import { besideWords } from "./kind-words.js";
import { figure, shown } from "./number.js";
import { nameOf, type RowFacts } from "../row-facts.js";

/** How a figure on the wrong side of its comparator stands to it. */
const WRONG: Record<Comparator["side"], string> = { notBelow: "低于", notAbove: "高于" };

/** 全区中国共产党女党员比例; "" where the target is compared with nothing. */
export function comparatorName({ scored, plan }: Pick<RowFacts, "scored" | "plan">): string {
  const { comparator } = traitsOf(scored.indicator.target);
  return comparator === null ? "" : nameOf(plan, comparator.id);
}

/** 不低于同年全区中国共产党女党员比例（28.37%） */
export function comparatorMet(facts: RowFacts): string {
  return besideWords(facts.scored.indicator.target).beside(comparatorFigure(facts));
}

/** 低于同年全区中国共产党女党员比例（30.12%）1.20个百分点; "" where either figure is missing. */
export function comparatorGap(facts: RowFacts): string {
  const { scored, scale } = facts;
  const asked = traitsOf(scored.indicator.target).comparator;
  if (asked === null || scored.comparator === null || scored.value === null) return "";
  const gap = shortfall(shown(scale, scored.value), shown(scale, scored.comparator.value), asked.side);
  return `${WRONG[asked.side]}${comparatorFigure(facts)}${amountIn(scale, gap)}`;
}

function comparatorFigure(facts: RowFacts): string {
  return `同年${comparatorName(facts)}（${figure(facts.scale, facts.scored.comparator!.value)}）`;
}
