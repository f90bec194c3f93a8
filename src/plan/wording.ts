import { decimal, type Decimal } from "../terms/decimal.js";
import { UNIT_WRITTEN } from "../terms/unit.js";
import type { DirectionMode, Threshold } from "./plan.js";

/** One way plans word a target: what it looks like, and whether a machine form says the same. */
export interface Wording<T> {
  pattern: RegExp;
  agrees(target: T, match: RegExpExecArray): boolean;
}

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const UNIT = `${UNIT_WRITTEN}?`;
const RISE = "(?:提高|提升|增加|上升|增长)";
const FALL = "(?:降低|下降|减少)";

/** Half-width, without white space: "不低于 2：3" → "不低于2:3". Patterns are written for this form. */
export function plainWording(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s/g, "");
}

export interface HasValue {
  value: Decimal;
}

function valued(pattern: string): Wording<HasValue> {
  return {
    pattern: new RegExp(`^${pattern}$`, "u"),
    agrees: (target, match) => target.value.eq(captured(match, 1)),
  };
}

function captured(match: RegExpExecArray, group: number): Decimal {
  return decimal(match[group] ?? "NaN");
}

/** ≥94, bare 100, ＞100, ≤2, ＜8 and their spelt-out forms. */
export const THRESHOLD_WORDINGS: Record<Threshold, readonly Wording<HasValue>[]> = {
  atLeast: [
    valued(`(?:≥|>=|不低于|不少于|达到?)?${NUMBER}${UNIT}`),
    valued(`${NUMBER}${UNIT}及?以上`),
    valued(`(?:提高|提升|增加)到${NUMBER}${UNIT}(?:以上)?`),
  ],
  above: [valued(`(?:>|大于|高于|超过)${NUMBER}${UNIT}`)],
  atMost: [
    valued(`(?:≤|<=|不高于|不超过)${NUMBER}${UNIT}`),
    valued(`(?:控制在)?${NUMBER}${UNIT}及?以[下内]`),
    valued(`(?:降低|下降|减少)到${NUMBER}${UNIT}(?:以下)?`),
  ],
  below: [valued(`(?:<|小于|低于)${NUMBER}${UNIT}`)],
};

export const AROUND_WORDINGS = [valued(`${NUMBER}${UNIT}左右`)];

export interface Directional {
  mode: DirectionMode;
}

function directional(verb: string): readonly Wording<Directional>[] {
  const modes: Record<DirectionMode, string> = {
    plain: "",
    everyYear: "逐年",
    noBackslide: "(?:逐步|巩固|稳步|持续)",
    marked: "(?:明显|显著|大幅)",
  };
  return Object.entries(modes).map(([mode, adverb]) => ({
    pattern: new RegExp(`^${adverb}${verb}$`, "u"),
    agrees: (target) => target.mode === mode,
  }));
}

/** 提高, 逐年提高, 逐步提高, 巩固提高. */
export const INCREASE_WORDINGS = directional(RISE);
/** 降低, 下降, 减少, 明显降低. */
export const DECREASE_WORDINGS = directional(FALL);

/** A wording that fixes the kind and leaves nothing else to compare. */
export function phrase(pattern: RegExp): Wording<unknown> {
  return { pattern, agrees: () => true };
}

/** 103—107. */
export const BAND_WORDING: Wording<{ low: Decimal; high: Decimal }> = {
  pattern: new RegExp(`^${NUMBER}[-—–~至]+${NUMBER}$`, "u"),
  agrees: ({ low, high }, match) => low.eq(captured(match, 1)) && high.eq(captured(match, 2)),
};

/** 不低于2：3, men first: women over men is at least 3/2. Compared by cross-multiplication. */
export const RATIO_WORDING: Wording<HasValue> = {
  pattern: /^(?:≥|不低于|不小于)(\d+):(\d+)$/u,
  agrees: ({ value }, match) => value.times(captured(match, 1)).eq(captured(match, 2)),
};
