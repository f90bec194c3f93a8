import type { Decimal } from "../../terms/decimal.js";
import type { Judged } from "../../plan/plan.js";
import { bandOf, spanOf, traitsOf } from "../../plan/target-kinds.js";
import { writtenFigure, type WrittenFigure } from "../../plan/wording.js";
import { apartText, unitOf } from "../../terms/unit.js";
import { figureWords } from "./kind-words.js";
import { plain, shown, type Scale } from "./number.js";
import type { RowFacts } from "../row-facts.js";

/** The target's own wording with the row's unit put behind its number: ≥94%, 45%左右, ＜8/10万, 提高; a unit it has stays. */
export function targetText(indicator: Judged): string {
  const written = writtenGoal(indicator);
  if (written === null) return indicator.target.text;
  const { before, digits, unit, after } = written;
  return `${before}${digits}${unit}${after}`;
}

/** The same in running text, which has no signs: 低于8/10万 for ＜8; a bare 100 and a wording in words stay as they are. */
export function targetSaid(indicator: Judged): string {
  const { target } = indicator;
  if (!SIGNED.test(target.text)) return targetText(indicator);
  return `${figureWords(target).stands?.(target) ?? ""}${goalNumber(indicator)}`;
}

const SIGNED = /^[≥≤＜＞<>]\d/u;

/** Where the wording has the goal's figure, the row's unit behind it; null where its figures are in no unit, or it has none. */
function writtenGoal({ target, unit }: Judged): WrittenFigure | null {
  const { figure, unitless } = traitsOf(target);
  if (figure === null || unitless) return null;
  const written = writtenFigure(target.text, figure, unit);
  return written === null ? null : { ...written, unit: written.unit || unitOf(unit).behind };
}

/** 94%, 45%左右, 12/10万 of 下降到12/10万以下, 2：3: the figure alone, in the plan's own digits. */
export function goalNumber(indicator: Judged): string {
  const { target, unit } = indicator;
  const { figure, unitless } = traitsOf(target);
  if (figure === null || unitless) return target.text.replace(/^\D+/u, "");
  const { behind } = unitOf(unit);
  const digits = writtenGoal(indicator)?.digits ?? figure.toFixed();
  return `${digits}${behind}${bandOf(target) === null ? "" : "左右"}`;
}

/** 2030年目标值（≥94%）, 2030年目标区间（42.5%—47.5%）, 平衡区间（103—107）: for the short reason of a status. */
export function goalPhrase(facts: RowFacts): string {
  return `${goalName(facts)}（${goalBounds(facts)}）`;
}

/** The goal without its figures. */
function goalName({ scored, plan }: RowFacts): string {
  const { goal, dated } = figureWords(scored.indicator.target);
  return dated ? `${plan.period.end}年${goal}` : goal;
}

/** The goal's figures: ≥94%, 42.5%—47.5%, 不低于2：3. */
export function goalBounds({ scored, scale }: RowFacts): string {
  const { indicator } = scored;
  const band = bandOf(indicator.target);
  return band === null
    ? targetText(indicator).replace(LEADS_TO, "")
    : `${bound(scale, band.low)}—${bound(scale, band.high)}`;
}

/** 下降到, 增至, 达到并保持在 say how a figure is come to; beside 目标值 it is named alone: 12/10万以下. */
const LEADS_TO = /^\p{Script=Han}+[到至在](?=\d)/u;

/** A bound is printed with the digits it has, not with the row's. */
function bound(scale: Scale, value: Decimal): string {
  return `${value.toFixed()}${unitOf(scale.unit).behind}`;
}

/** 94%, 45%左右, 2：3, 103—107: the goal's figure as a sentence says it, the plan's own digits. */
export function goalFigure(facts: RowFacts): string {
  const { indicator } = facts.scored;
  const traits = traitsOf(indicator.target);
  if (traits.pairedCounts) return goalBounds(facts);
  return traits.ratio ? `${goalNumber(indicator)}${ratioMeant(facts)}` : goalNumber(indicator);
}

/** （即1：1.5）: what a ratio of the plan is in the form the row's figures have; "" where it is written so itself. */
function ratioMeant({ scored: { indicator }, scale }: RowFacts): string {
  const low = spanOf(indicator.target)?.low ?? null;
  const meant = low === null ? "" : plain(scale, low);
  return meant === "" || meant === goalNumber(indicator) ? "" : `（即${meant}）`;
}

/** 94%的目标, 103—107的平衡区间; a figure that the plan does not write itself with its wording: 27.4%的目标（不低于上届）. */
export function goalTail({ scored }: RowFacts): string {
  const { target } = scored.indicator;
  const { pairedCounts, figure } = traitsOf(target);
  if (pairedCounts) return "的平衡区间";
  return figure !== null && /^\D+$/u.test(target.text) ? `的目标（${target.text}）` : "的目标";
}

/**
 * Whether the gap is told from the middle of a band, 40%左右: to its edge it is less, so that neither a pace nor a year that
 * lead to the edge can stand beside it.
 */
export function isToldFromMiddle(target: Judged["target"]): boolean {
  return bandOf(target) !== null && !traitsOf(target).pairedCounts;
}

/**
 * How a figure misses the target it names, as a sentence says it: 距94%的目标还差1.52个百分点, 比25%的目标高8.24个百分点,
 * 比40%左右的目标低3.90个百分点, 高于平衡区间（103—107）上限1.49, or how a strict target is missed by nothing. "" for a target that names no figure.
 */
export function gapPhrase(facts: RowFacts): string {
  const { scored, scale } = facts;
  const { target } = scored.indicator;
  if (scored.value === null || spanOf(target) === null) return "";
  const named = `${goalFigure(facts)}${goalTail(facts)}`;
  const value = shown(scale, scored.value);
  const band = bandOf(target);
  if (band !== null && isToldFromMiddle(target)) {
    const middle = band.low.plus(band.high).div(2);
    return `比${named}${value.lt(middle) ? "低" : "高"}${amountIn(scale, middle.minus(value).abs())}`;
  }
  const missed = missedBound(facts);
  if (missed === null) return "";
  const above = scored.goal?.high?.eq(missed) ?? false;
  if (traitsOf(target).ratio) return `低于${named}`;
  const gap = missed.minus(value).abs();
  if (gap.isZero()) return `恰好等于目标值，尚未${above ? "低于" : "高于"}${named}`;
  if (traitsOf(target).pairedCounts) {
    const [word, edge] = above ? ["高于", "上限"] : ["低于", "下限"];
    return `${word}${goalPhrase(facts)}${edge}${amountIn(scale, gap)}`;
  }
  return above ? `比${named}高${amountIn(scale, gap)}` : `距${named}还差${amountIn(scale, gap)}`;
}

/**
 * The same for the short reason of a status: 距2030年目标值（≥94%）还差1.52个百分点, 高于2030年目标值（＜25%）8.24个百分点.
 */
export function gapReason(facts: RowFacts): string {
  const { scored, scale } = facts;
  const missed = spanOf(scored.indicator.target) === null ? null : missedBound(facts);
  if (scored.value === null || missed === null) return "";
  const gap = missed.minus(shown(scale, scored.value)).abs();
  const above = scored.goal?.high?.eq(missed) ?? false;
  if (gap.isZero()) return `恰好等于目标值，尚未${above ? "低于" : "高于"}${goalPhrase(facts)}`;
  return above
    ? `高于${goalPhrase(facts)}${amountIn(scale, gap)}`
    : `距${goalPhrase(facts)}还差${amountIn(scale, gap)}`;
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
  return apartText(plain({ ...scale, ratio: false }, amount), unitOf(scale.unit));
}
