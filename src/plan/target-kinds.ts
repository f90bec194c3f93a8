import type * as z from "zod/mini";
import { decimal, type Decimal } from "../terms/decimal.js";
import type { FormFields } from "./fields.js";
import type { Target, TargetKind, Threshold } from "./plan.js";
import { beside, directional, explicit, numeric, watched, type Span, type Traits } from "./traits.js";
import {
  AROUND_WORDINGS,
  BAND_WORDING,
  BESIDE_WORDING,
  DECREASE_WORDINGS,
  INCREASE_WORDINGS,
  phrase,
  RATIO_WORDING,
  THRESHOLD_WORDINGS,
  type Wording,
} from "./wording.js";

/** The member of Target that has kind K. */
export type TargetOf<K extends TargetKind> = Target extends infer T
  ? T extends { kind: infer Kinds }
    ? K extends Kinds
      ? T
      : never
    : never
  : never;

/** A target as a plan file writes it: figures are numbers. */
type Written<T> = {
  [Key in keyof T]: Decimal extends T[Key] ? number | Exclude<T[Key], Decimal> : T[Key];
};

/** All that the plan knows of a target kind; what scoring and reports know stands in mapped records of theirs. */
export interface KindEntry<K extends TargetKind> {
  /** The kind in a reader's words, for messages and the JSON Schema. */
  label: string;
  /** The keys of its machine form in a plan file. Made when a file is read: a compiled plan needs no schema. */
  form(fields: FormFields): z.ZodMiniObject;
  /**
   * How a plan file writes it, for editors; every choice of the form at least once. Tests put each of them
   * through every rule and every sentence.
   */
  examples: readonly Written<TargetOf<K>>[];
  /** How plans word it. */
  wordings: readonly Wording<TargetOf<K>>[];
  traits(target: TargetOf<K>): Traits;
  /** Null where the plan alone does not say which values meet it. */
  span(target: TargetOf<K>): Span | null;
}

const open: Span = { low: null, high: null, lowStrict: false, highStrict: false };
const noSpan = () => null;
const fixed = (traits: Traits) => () => traits;

const THRESHOLDS: Record<Threshold, { better: "up" | "down"; span: (value: Decimal) => Span }> = {
  atLeast: { better: "up", span: (low) => ({ ...open, low }) },
  above: { better: "up", span: (low) => ({ ...open, low, lowStrict: true }) },
  atMost: { better: "down", span: (high) => ({ ...open, high }) },
  below: { better: "down", span: (high) => ({ ...open, high, highStrict: true }) },
};

function threshold<K extends Threshold>(kind: K, words: string, example: string) {
  const { better, span } = THRESHOLDS[kind];
  return {
    label: words,
    form: ({ strictObject, literal, text, figure }: FormFields) =>
      strictObject({ kind: literal(kind), text, value: figure("目标值") }),
    examples: [{ text: example, kind, value: 50 }],
    wordings: THRESHOLD_WORDINGS[kind],
    traits: (target: { value: Decimal }) => numeric(better, { figure: target.value }),
    span: (target: { value: Decimal }) => span(target.value),
  };
}

function direction<K extends "increase" | "decrease">(kind: K, words: string, verb: string) {
  const better = kind === "increase" ? "up" : "down";
  return {
    label: words,
    form: ({ strictObject, literal, usually, text, figure, orNull }: FormFields) =>
      strictObject({
        kind: literal(kind),
        text,
        mode: usually(
          ["plain", "everyYear", "noBackslide", "marked"],
          "everyYear 逐年；noBackslide 逐步、巩固；marked 明显；不写即 plain，只同基期比",
        ),
        size: orNull(figure("“明显”的幅度；规划没有写明时不写")),
      }),
    examples: [
      { text: verb, kind, mode: "plain", size: null },
      { text: `逐年${verb}`, kind, mode: "everyYear", size: null },
      { text: `逐步${verb}`, kind, mode: "noBackslide", size: null },
      { text: `明显${verb}`, kind, mode: "marked", size: null },
      { text: `明显${verb}`, kind, mode: "marked", size: 5 },
    ] as const,
    wordings: kind === "increase" ? INCREASE_WORDINGS : DECREASE_WORDINGS,
    traits: ({ mode, size }: TargetOf<"increase">) => directional(better, mode, size),
    span: noSpan,
  };
}

const around = {
  label: "左右",
  form: ({ strictObject, literal, usually, text, figure, tolerance }: FormFields) =>
    strictObject({
      kind: literal("around"),
      text,
      value: figure("中心值"),
      tolerance,
      above: usually(["met", "unmet"], "高于范围是否算达标；不写即 met"),
    }),
  examples: [
    { text: "45左右", kind: "around", value: 45, tolerance: 2.5, above: "met" },
    { text: "45左右", kind: "around", value: 45, tolerance: 2.5, above: "unmet" },
  ] as const,
  wordings: AROUND_WORDINGS,
  traits: ({ value, tolerance, above }: TargetOf<"around">) =>
    numeric("neither", { figure: value, tolerance, moreIsMet: above === "met" }),
  span: ({ value, tolerance: width }: TargetOf<"around">) => ({
    ...open,
    low: value.minus(width),
    high: value.plus(width),
  }),
};

const each = {
  label: "每个单位都要达到",
  form: ({ strictObject, literal, oneOf, label, whole, text, figure, orNull }: FormFields) =>
    strictObject({
      kind: literal("each"),
      text,
      comparison: oneOf(["atLeast", "above", "atMost", "below"], "每个单位同目标值的比法"),
      value: figure("目标值"),
      grouping: label("按什么分单位：镇街、机构或别的分组"),
      expected: orNull(whole("应有的单位个数；不知道时不写", 1)),
    }),
  examples: [
    { text: "≥98", kind: "each", comparison: "atLeast", value: 98, grouping: "镇街", expected: 3 },
    { text: "＞50", kind: "each", comparison: "above", value: 50, grouping: "机构", expected: null },
    { text: "≤50", kind: "each", comparison: "atMost", value: 50, grouping: "城乡", expected: 2 },
    { text: "＜50", kind: "each", comparison: "below", value: 50, grouping: "年龄", expected: null },
    { text: "≥50", kind: "each", comparison: "atLeast", value: 50, grouping: "性别", expected: 2 },
  ] as const,
  wordings: (["atLeast", "above", "atMost", "below"] as const).flatMap((comparison) =>
    THRESHOLD_WORDINGS[comparison].map((wording) => ({
      // 每个乡镇达到98%以上, 各县(市)均达到90%以上
      pattern: new RegExp(
        `^(?:(?:每[个所]|各|所有)[\\p{Script=Han}()]{1,10}?(?:均|都)?)?${wording.pattern.source.slice(1)}`,
        "u",
      ),
      agrees: (target: TargetOf<"each">, match: RegExpExecArray) =>
        target.comparison === comparison && wording.agrees(target, match),
    })),
  ),
  traits: ({ comparison, value, grouping, expected }: TargetOf<"each">) =>
    numeric(THRESHOLDS[comparison].better, { figure: value, sites: { grouping, expected } }),
  span: ({ comparison, value }: TargetOf<"each">) => THRESHOLDS[comparison].span(value),
};

/** The target kinds, one entry each. */
export const TARGET_KINDS = {
  atLeast: threshold("atLeast", "不低于目标值", "≥50"),
  above: threshold("above", "大于目标值", "＞50"),
  atMost: threshold("atMost", "不高于目标值", "≤50"),
  below: threshold("below", "小于目标值", "＜50"),
  binary: {
    label: "有或没有",
    form: ({ strictObject, literal, text, figure }: FormFields) =>
      strictObject({ kind: literal("binary"), text, value: figure("目标值") }),
    examples: [{ text: "≥1", kind: "binary", value: 1 }],
    wordings: THRESHOLD_WORDINGS.atLeast,
    traits: ({ value }) => explicit("up", { stepwise: true, figure: value }),
    span: ({ value }: TargetOf<"binary">) => ({ ...open, low: value }),
  },
  around,
  increase: direction("increase", "提高、增加", "提高"),
  decrease: direction("decrease", "降低、减少", "降低"),
  observe: {
    label: "只监测，不判定",
    form: ({ strictObject, literal, text }: FormFields) => strictObject({ kind: literal("observe"), text }),
    examples: [{ text: "保持合理比例", kind: "observe" }],
    wordings: [phrase(/^保持(?:合理(?:比例|水平|范围|区间)|均衡)$/u)],
    traits: fixed(watched),
    span: noSpan,
  },
  relativeTo: {
    label: "不低于另一指标同年数",
    form: ({ strictObject, literal, text, idText }: FormFields) =>
      strictObject({ kind: literal("relativeTo"), text, row: idText("作对照的指标编号") }),
    examples: [{ text: "不低于本地区党员总数中女性比例", kind: "relativeTo", row: "W20" }],
    wordings: [BESIDE_WORDING],
    traits: ({ row }) => beside({ id: row, of: "row", side: "notBelow", tolerance: decimal(0) }),
    span: noSpan,
  },
  matches: {
    label: "与辅助指标相适应",
    form: ({ strictObject, literal, text, idText, tolerance }: FormFields) =>
      strictObject({
        kind: literal("matches"),
        text,
        series: idText("作对照的辅助指标编号"),
        tolerance,
      }),
    examples: [{ text: "与女职工比例相适应", kind: "matches", series: "W30r", tolerance: 2.5 }],
    wordings: [phrase(/^与.+(?:相适应|相当|一致)$/u)],
    traits: ({ series, tolerance }) =>
      beside({ id: series, of: "series", side: "notBelow", tolerance }, { tolerance }),
    span: noSpan,
  },
  balance: {
    label: "在平衡范围之内",
    form: ({ strictObject, literal, text, figure }: FormFields) =>
      strictObject({ kind: literal("balance"), text, low: figure("下限"), high: figure("上限") }),
    examples: [{ text: "趋于平衡", kind: "balance", low: 40, high: 60 }],
    wordings: [phrase(/^(?:趋于|趋向|保持)(?:平衡|均衡|正常)$/u), BAND_WORDING],
    traits: ({ low, high }) =>
      numeric("neither", { unitless: true, pairedCounts: true, edges: { low, high } }),
    span: ({ low, high }: TargetOf<"balance">) => ({ ...open, low, high }),
  },
  stalls: {
    label: "男女厕位比",
    form: ({ strictObject, literal, text, figure }: FormFields) =>
      strictObject({
        kind: literal("stalls"),
        text,
        value: figure("女/男的最小值：不低于2：3即1.5"),
      }),
    examples: [{ text: "不低于2：3", kind: "stalls", value: 1.5 }],
    wordings: [RATIO_WORDING],
    traits: ({ value }) => numeric("up", { ratio: true, unitless: true, figure: value }),
    span: ({ value }: TargetOf<"stalls">) => ({ ...open, low: value }),
  },
  contain: {
    label: "得到控制",
    form: ({ strictObject, literal, text }: FormFields) => strictObject({ kind: literal("contain"), text }),
    examples: [{ text: "得到控制", kind: "contain" }],
    wordings: [phrase(/^(?:得到)?(?:有效)?控制$/u)],
    traits: fixed(directional("down", "noBackslide", null)),
    span: noSpan,
  },
  each,
} satisfies { [K in TargetKind]: KindEntry<K> };

const entries: { [K in TargetKind]: KindEntry<K> } = TARGET_KINDS;

/** An entry of the target's own kind, so that it may be asked about that target. */
function entryOf(target: Target): KindEntry<TargetKind> {
  return entries[target.kind];
}

/** What the table says of a target beside the figures that meet it. */
export function traitsOf(target: Target): Traits {
  const traits = KNOWN.get(target) ?? entryOf(target).traits(target);
  KNOWN.set(target, traits);
  return traits;
}

/** Targets do not change, and are asked at every turn. */
const KNOWN = new WeakMap<Target, Traits>();

/** The values that meet the target as far as the plan alone says, or null. */
export function spanOf(target: Target): Span | null {
  return entryOf(target).span(target);
}

/** The edges between which the target lies; null for one that is open to a side, or names no figures. */
export function bandOf(target: Target): { low: Decimal; high: Decimal } | null {
  const { low = null, high = null } = spanOf(target) ?? {};
  return low === null || high === null ? null : { low, high };
}

/** The ways plans word targets of this kind. */
export function wordingsOf(target: Target): readonly Wording<Target>[] {
  return entryOf(target).wordings;
}
