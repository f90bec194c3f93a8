import type { Decimal } from "../../terms/decimal.js";
import type { Judged } from "../../plan/plan.js";
import { bandOf, spanOf, traitsOf } from "../../plan/target-kinds.js";
import { unitOf } from "../../terms/unit.js";
import { figureWords } from "./kind-words.js";
import { plain, shown, type Scale } from "./number.js";
import type { RowFacts } from "../row-facts.js";

/** The target's own wording with the row's unit put behind its number: ≥94%, 45%左右, ＜8/10万, 提高. */
export function targetText({ target, unit }: Judged): string {
  if (spanOf(target) === null || traitsOf(target).unitless) return target.text;
  return target.text.replace(/\d+(?:\.\d+)?/u, (number) => `${number}${unitOf(unit).behind}`);
}

/** 2030年目标值（≥94%）, 2030年目标区间（42.5%—47.5%）, 平衡区间（103—107）, 2030年目标（不低于2：3）. */
export function goalPhrase(facts: RowFacts): string {
  return `${goalName(facts)}（${goalBounds(facts)}）`;
}

/** The goal without its figures, so that neighbours can share it. */
export function goalName({ scored, plan }: RowFacts): string {
  const { goal, dated } = figureWords(scored.indicator.target);
  return dated ? `${plan.period.end}年${goal}` : goal;
}

/** The goal's figures: ≥94%, 42.5%—47.5%, 不低于2：3. */
export function goalBounds({ scored, scale }: RowFacts): string {
  const { indicator } = scored;
  const band = bandOf(indicator.target);
  return band === null ? targetText(indicator) : `${bound(scale, band.low)}—${bound(scale, band.high)}`;
}

/** A bound is printed with the digits it has, not with the row's. */
function bound(scale: Scale, value: Decimal): string {
  return `${value.toFixed()}${unitOf(scale.unit).behind}`;
}

/**
 * 距2030年目标值（≥94%）还差1.52个百分点, or how a strict target is missed by nothing. "" for a target that
 * names no figure.
 */
export function gapPhrase(facts: RowFacts): string {
  const { scored, scale } = facts;
  const missed = spanOf(scored.indicator.target) === null ? null : missedBound(facts);
  if (scored.value === null || missed === null) return "";
  const gap = missed.minus(shown(scale, scored.value)).abs();
  if (!gap.isZero()) return `距${goalPhrase(facts)}还差${amountIn(scale, gap)}`;
  const side = scored.goal?.high?.eq(missed) ? "低于" : "高于";
  return `恰在目标界限上，尚未${side}${goalPhrase(facts)}`;
}

/** The bound of the goal the value lies outside of; null where there is none. */
function missedBound({ scored }: RowFacts): Decimal | null {
  const { goal, value } = scored;
  if (goal === null || value === null) return null;
  if (goal.high !== null && value.gte(goal.high)) return goal.high;
  return goal.low ?? goal.high;
}

/** A distance in the row's unit: 1.52个百分点, 0.10个千分点, 5.3/10万, 3所. */
export function amountIn(scale: Scale, amount: Decimal): string {
  const number = plain({ ...scale, ratio: false }, amount);
  const { points, behind } = unitOf(scale.unit);
  return points === null ? `${number}${behind}` : `${number}个${points}`;
}
