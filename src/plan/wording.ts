import { decimal, type Decimal } from "../terms/decimal.js";
import { UNIT_SPELT, UNIT_WRITTEN, unitOf, type Unit } from "../terms/unit.js";
import type { DirectionMode, Threshold } from "./plan.js";

/** One way plans word a target: what it looks like, and whether a machine form says the same. */
export interface Wording<T> {
  pattern: RegExp;
  agrees(target: T, match: RegExpExecArray): boolean;
}

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const UNIT = `${UNIT_WRITTEN}?`;
const RISE = "(?:提高|提升|增加|上升|增长|扩大|延长)";
const FALL = "(?:降低|下降|减少|缩小|缩短)";
/** 达到, 提高到, 增至, 保持在, 达到并保持在: what leads to a figure from below, or holds it. */
const UP_TO = `(?:(?:达到?|(?:${RISE}|增)[到至]|(?:保持|维持|稳定)在)(?:并?(?:保持|维持|稳定)在)?)`;
/** 下降到, 降至, 控制在: from above. */
const DOWN_TO = `(?:(?:(?:${FALL}|降|减|控制)[到至]|(?:控制|保持|维持|稳定)在)(?:并?(?:控制|保持|维持|稳定)在)?)`;

/**
 * Half-width, without white space, without 力争 before it and without the row's unit behind a figure: "不低于 2：3" → "不低于2:3", "达到1.8平方米"
 * → "达到1.8". Patterns are written for this form.
 */
export function plainWording(text: string, unit = ""): string {
  const plain = text
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .replace(/^(?:力争|争取|确保|努力)/u, "");
  return plain.replace(/(\d+(?:\.\d+)?)(.*)$/u, (_, digits: string, rest: string) => {
    return `${digits}${rest.slice(ownUnit(rest, unitOf(unit)).length)}`;
  });
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

/** 不低于上届: of another time of the row itself, whose figure the plan leaves to be looked up. */
const FORMER_TERM = "上一?届(?:水平)?";

/** A wording that fixes the kind and leaves nothing else to compare. */
export function phrase(pattern: RegExp): Wording<unknown> {
  return { pattern, agrees: () => true };
}

/** 不低于本地区党员总数中女性比例: than another row, not than the row itself was. */
export const BESIDE_WORDING = phrase(new RegExp(String.raw`^不低于(?!${FORMER_TERM}$)\D+$`, "u"));

/** ≥94, bare 100, ＞100, ≤2, ＜8 and their spelt-out forms. 以上, 以下, 以内 include the number itself. */
export const THRESHOLD_WORDINGS: Record<Threshold, readonly Wording<HasValue>[]> = {
  atLeast: [
    valued(`(?:≥|>=|不低于|不少于|不小于|至少)?${NUMBER}${UNIT}`),
    valued(`${UP_TO}?${NUMBER}${UNIT}及?以上`),
    valued(`${UP_TO}(?:不低于)?${NUMBER}${UNIT}`),
    phrase(new RegExp(`^不低于${FORMER_TERM}$`, "u")),
  ],
  above: [valued(`(?:>|大于|高于|超过)${NUMBER}${UNIT}`)],
  atMost: [
    valued(`(?:≤|<=|不高于|不大于|不超过)${NUMBER}${UNIT}`),
    valued(`${DOWN_TO}?${NUMBER}${UNIT}及?以[下内]`),
    valued(`${DOWN_TO}(?:不超过)?${NUMBER}${UNIT}`),
  ],
  below: [valued(`(?:<|小于|低于)${NUMBER}${UNIT}`)],
};

/** 45左右, 保持在45%左右, 达到40%左右. */
export const AROUND_WORDINGS = [valued(`(?:${UP_TO}|${DOWN_TO})?${NUMBER}${UNIT}左右`)];

export interface Directional {
  mode: DirectionMode;
}

function directional(verb: string): readonly Wording<Directional>[] {
  const modes: Record<DirectionMode, string> = {
    plain: "(?:有所)?",
    everyYear: "逐年",
    noBackslide: "(?:逐步|巩固|稳步|持续|不断)",
    marked: "(?:明显|显著|大幅)",
  };
  return Object.entries(modes).map(([mode, adverb]) => ({
    pattern: new RegExp(`^${adverb}${verb}$`, "u"),
    agrees: (target) => target.mode === mode,
  }));
}

/** 提高, 延长, 逐年提高, 逐步提高, 巩固提高. */
export const INCREASE_WORDINGS = directional(RISE);
/** 降低, 下降, 减少, 明显降低. */
export const DECREASE_WORDINGS = directional(FALL);

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

const FIGURES = /\d+(?:\.\d+)?/gu;
const SPELT_BEHIND = new RegExp(`^${UNIT_SPELT}`, "u");

/** A wording parted at the figure of its target: 下降到 · 12 · /10万 · 以下. */
export interface WrittenFigure {
  before: string;
  /** In the plan's own digits: 3.0. */
  digits: string;
  /** The unit as the plan writes it; "" where it stands in the unit column alone. */
  unit: string;
  after: string;
}

/** Where the wording of a row in `unit` writes `value`; null where it writes no such figure. */
export function writtenFigure(text: string, value: Decimal, unit: string): WrittenFigure | null {
  const match = [...text.matchAll(FIGURES)].find(([digits]) => value.eq(decimal(digits)));
  if (match === undefined) return null;
  const [digits] = match;
  const rest = text.slice(match.index + digits.length);
  const written = unitWritten(rest, unitOf(unit));
  return { before: text.slice(0, match.index), digits, unit: written, after: rest.slice(written.length) };
}

/** The unit that stands behind a figure: the row's own by either of its names, or another that the tables know. */
function unitWritten(rest: string, unit: Unit): string {
  const plain = rest.normalize("NFKC");
  const written = ownUnit(plain, unit) || (SPELT_BEHIND.exec(plain)?.[0] ?? "");
  return rest.slice(0, written.length);
}

function ownUnit(rest: string, { name, behind }: Unit): string {
  return [name, behind].find((each) => each !== "" && rest.startsWith(each)) ?? "";
}
