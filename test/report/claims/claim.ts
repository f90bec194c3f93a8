import { spanOf } from "../../../src/plan/target-kinds.js";
import type { Comparator, Traits } from "../../../src/plan/traits.js";
import type { ScoredIndicator } from "../../../src/score/scorecard.js";
import { decimal, round, type Decimal } from "../../../src/terms/decimal.js";

/** What is so, as far as a claim may speak of it: from figures and traits, not from the code that speaks. */
export interface Truth {
  scored: ScoredIndicator;
  traits: Traits;
  /** The figure the sentence is about: the year's, or a forecast where it tells one. */
  value: Decimal;
  /** The comparator's figure of the year, and of the baseline's. */
  other: { now: Decimal | null; then: Decimal | null };
}

/** A thing sentences say, and whether it is so. */
export interface Claim {
  name: string;
  pattern: RegExp;
  isSo(said: Said, truth: Truth): boolean;
}

/** What stands in a named group of the match. */
export type Said = (group: string) => string;

const NUMBER = String.raw`(?:1：)?－?\d+(?:\.\d+)?`;

/** `#name` stands for a figure with its unit, `~name` for a difference of two with its. */
export function pattern(source: string): RegExp {
  const figures = source.replace(/#(\w+)/gu, `(?<$1>${NUMBER})(?:%|‰|/10万|名|岁|所)?`);
  const amounts = figures.replace(
    /~(\w+)/gu,
    `(?<$1>${NUMBER})(?:个百分点|个千分点|%|/10万|名|岁|所|(?=[，。；（）]|$))`,
  );
  return new RegExp(amounts, "gu");
}

/** 94.12, －0.5, and the women's part of 1：1.6. */
export function number(text: string): Decimal {
  return decimal(text.replace("1：", "").replace("－", "-"));
}

function digitsOf(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}

/** Whether the text is the value rounded to the digits it has; a ratio leaves out idle zeros. */
export function prints(text: string, value: Decimal): boolean {
  const digits = text.startsWith("1：") ? Math.max(2, digitsOf(text)) : digitsOf(text);
  return number(text).eq(round(value, digits));
}

/** Whether the amount is the difference of two figures as they are shown with its digits. */
export function isDifference(amount: string, one: Decimal, other: Decimal): boolean {
  const digits = digitsOf(amount);
  return number(amount).eq(round(one, digits).minus(round(other, digits)));
}

/** Whether the value meets the target, by what the plan's table says; null where it says nothing without history. */
export function isMet({ scored: { indicator }, traits, value, other }: Truth): boolean | null {
  const { target } = indicator;
  const { comparator } = traits;
  const span = spanOf(target);
  if (span !== null) {
    const { low, high, lowStrict, highStrict } = span;
    const high2 = "above" in target && target.above === "met" ? null : high;
    const highEnough = low === null || (lowStrict ? value.gt(low) : value.gte(low));
    return highEnough && (high2 === null || (highStrict ? value.lt(high2) : value.lte(high2)));
  }
  if (comparator === null || other.now === null) return null;
  return shortOf(comparator, value, other.now).lte(comparator.tolerance);
}

/** How far the value is on the wrong side of the other figure. */
export function shortOf({ side }: Comparator, value: Decimal, other: Decimal): Decimal {
  return side === "notBelow" ? other.minus(value) : value.minus(other);
}

/** The figure of an earlier year; NaN, of which nothing is so, where there is none. */
export function figureOf({ scored: { baseline, previous, series } }: Truth, year: string): Decimal {
  const known = [baseline, previous, ...series].filter((each) => each !== null);
  return known.find((each) => each.year === Number(year))?.value ?? decimal(NaN);
}

/** Whether one figure is better than another, by the direction of the row; without one nothing is. */
export function isBetter({ better }: Traits, one: Decimal, other: Decimal): boolean {
  return better === "up" ? one.gt(other) : better === "down" && one.lt(other);
}

export function isDown(verb: string): boolean {
  return /低于|下降|降低|减少|降至/u.test(verb);
}

/** 比2024年提高0.32个百分点: shown figures re-added; a rate per 100,000 by per cent of the earlier figure. */
export function hasMoved(said: Said, truth: Truth): boolean {
  const [then, now, amount] = [figureOf(truth, said("year")), truth.value, said("amount")];
  if (isDown(said("verb")) ? now.gte(then) : now.lte(then)) return false;
  if (!truth.scored.indicator.unit.startsWith("1/")) {
    return isDown(said("verb")) ? isDifference(amount, then, now) : isDifference(amount, now, then);
  }
  const percent = now.minus(then).abs().times(100).div(then);
  return percent
    .minus(number(amount))
    .abs()
    .lte(decimal(10).pow(-digitsOf(amount)));
}

/** How far the value is from the nearest figure that meets the target. */
export function distanceOf({ scored, value }: Truth, amount: string): boolean {
  const { low = null, high = null } = spanOf(scored.indicator.target) ?? {};
  if (low !== null && value.lt(low)) return isDifference(amount, low, value);
  return high !== null && value.gt(high) && isDifference(amount, value, high);
}

const compared: Record<string, (one: Decimal, other: Decimal) => boolean> = {
  "≥": (one, other) => one.gte(other),
  "＞": (one, other) => one.gt(other),
  "≤": (one, other) => one.lte(other),
  "＜": (one, other) => one.lt(other),
  "＝": (one, other) => one.eq(other),
  不低于: (one, other) => one.gte(other),
  不少于: (one, other) => one.gte(other),
  高于: (one, other) => one.gt(other),
  不高于: (one, other) => one.lte(other),
  低于: (one, other) => one.lt(other),
};

export function stands(word: string, one: Decimal, other: Decimal): boolean {
  return compared[word]?.(one, other) ?? false;
}
