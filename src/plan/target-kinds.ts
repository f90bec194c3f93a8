import type { z } from "zod";
import type { Decimal } from "../terms/decimal.js";
import type { FormFields } from "./fields.js";
import type { Target, TargetKind, Threshold } from "./plan.js";
import {
  AROUND_WORDINGS,
  BAND_WORDING,
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

/** What other stages ask of a target without knowing its kind. */
export interface Traits {
  /** explicit: 明确目标; directional: 只有方向的目标; observe: 监测不判定. */
  class: "explicit" | "directional" | "observe";
  /** Which way is better; neither where too much is as wrong as too little. */
  better: "up" | "down" | "neither";
  /** Progress toward it can be measured by the distance from the target. */
  numeric: boolean;
}

/** The values that meet a target which names figures; null bounds are open. */
export interface Span {
  low: Decimal | null;
  high: Decimal | null;
  lowStrict: boolean;
  highStrict: boolean;
}

/** All that is known of a target kind: adding a kind is adding one entry to TARGET_KINDS. */
export interface KindEntry<K extends TargetKind> {
  /** The kind in a reader's words, for messages and the JSON Schema. */
  label: string;
  /** The keys of its machine form in a plan file. Made when a file is read: a compiled plan needs no schema. */
  form(fields: FormFields): z.ZodObject;
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

function threshold<K extends Threshold>(kind: K, words: string) {
  const { better, span } = THRESHOLDS[kind];
  return {
    label: words,
    form: ({ z, text, figure }: FormFields) =>
      z.strictObject({ kind: z.literal(kind), text, value: figure("目标值") }),
    wordings: THRESHOLD_WORDINGS[kind],
    traits: fixed({ class: "explicit", better, numeric: true }),
    span: (target: { value: Decimal }) => span(target.value),
  };
}

function directional<K extends "increase" | "decrease">(kind: K, words: string) {
  return {
    label: words,
    form: ({ z, text, figure, orNull }: FormFields) =>
      z.strictObject({
        kind: z.literal(kind),
        text,
        mode: z
          .enum(["plain", "everyYear", "noBackslide", "marked"])
          .describe("everyYear 逐年；noBackslide 逐步、巩固；marked 明显；不写即 plain，只同基期比")
          .default("plain"),
        size: orNull(figure("“明显”的幅度；规划没有写明时不写")),
      }),
    wordings: kind === "increase" ? INCREASE_WORDINGS : DECREASE_WORDINGS,
    traits: fixed({ class: "directional", better: kind === "increase" ? "up" : "down", numeric: false }),
    span: noSpan,
  };
}

const around = {
  label: "左右",
  form: ({ z, text, figure, tolerance }: FormFields) =>
    z.strictObject({
      kind: z.literal("around"),
      text,
      value: figure("中心值"),
      tolerance,
      above: z.enum(["met", "unmet"]).describe("高于范围是否算达标；不写即 met").default("met"),
    }),
  wordings: AROUND_WORDINGS,
  traits: fixed({ class: "explicit", better: "neither", numeric: true }),
  span: ({ value, tolerance: width }: TargetOf<"around">) => ({
    ...open,
    low: value.minus(width),
    high: value.plus(width),
  }),
};

const each = {
  label: "每个单位都要达到",
  form: ({ z, text, figure, orNull }: FormFields) =>
    z.strictObject({
      kind: z.literal("each"),
      text,
      comparison: z.enum(["atLeast", "above", "atMost", "below"]).describe("每个单位同目标值的比法"),
      value: figure("目标值"),
      grouping: z.enum(["镇街", "机构", "性别", "年龄", "城乡"]).describe("按什么分单位"),
      expected: orNull(z.int().min(1).describe("应有的单位个数；不知道时不写")),
    }),
  wordings: (["atLeast", "above", "atMost", "below"] as const).flatMap((comparison) =>
    THRESHOLD_WORDINGS[comparison].map((wording) => ({
      pattern: wording.pattern,
      agrees: (target: TargetOf<"each">, match: RegExpExecArray) =>
        target.comparison === comparison && wording.agrees(target, match),
    })),
  ),
  traits: ({ comparison }: TargetOf<"each">): Traits => ({
    class: "explicit",
    better: THRESHOLDS[comparison].better,
    numeric: true,
  }),
  span: ({ comparison, value }: TargetOf<"each">) => THRESHOLDS[comparison].span(value),
};

/** The target kinds, one entry each. */
export const TARGET_KINDS = {
  atLeast: threshold("atLeast", "不低于目标值"),
  above: threshold("above", "大于目标值"),
  atMost: threshold("atMost", "不高于目标值"),
  below: threshold("below", "小于目标值"),
  binary: {
    label: "有或没有",
    form: ({ z, text, figure }: FormFields) =>
      z.strictObject({ kind: z.literal("binary"), text, value: figure("目标值") }),
    wordings: THRESHOLD_WORDINGS.atLeast,
    traits: fixed({ class: "explicit", better: "up", numeric: false }),
    span: ({ value }: TargetOf<"binary">) => ({ ...open, low: value }),
  },
  around,
  increase: directional("increase", "提高、增加"),
  decrease: directional("decrease", "降低、减少"),
  observe: {
    label: "只监测，不判定",
    form: ({ z, text }: FormFields) => z.strictObject({ kind: z.literal("observe"), text }),
    wordings: [phrase(/^保持合理(?:比例|水平|范围|区间)$/u)],
    traits: fixed({ class: "observe", better: "neither", numeric: false }),
    span: noSpan,
  },
  relativeTo: {
    label: "不低于另一指标同年数",
    form: ({ z, text, idText }: FormFields) =>
      z.strictObject({ kind: z.literal("relativeTo"), text, row: idText("作对照的指标编号") }),
    wordings: [phrase(/^不低于\D+$/u)],
    traits: fixed({ class: "explicit", better: "up", numeric: false }),
    span: noSpan,
  },
  matches: {
    label: "与辅助指标相适应",
    form: ({ z, text, idText, tolerance }: FormFields) =>
      z.strictObject({
        kind: z.literal("matches"),
        text,
        series: idText("作对照的辅助指标编号"),
        tolerance,
      }),
    wordings: [phrase(/^与.+(?:相适应|相当|一致)$/u)],
    traits: fixed({ class: "explicit", better: "up", numeric: false }),
    span: noSpan,
  },
  balance: {
    label: "在平衡范围之内",
    form: ({ z, text, figure }: FormFields) =>
      z.strictObject({ kind: z.literal("balance"), text, low: figure("下限"), high: figure("上限") }),
    wordings: [phrase(/^(?:趋于|趋向|保持)(?:平衡|正常)$/u), BAND_WORDING],
    traits: fixed({ class: "explicit", better: "neither", numeric: true }),
    span: ({ low, high }: TargetOf<"balance">) => ({ ...open, low, high }),
  },
  stalls: {
    label: "男女厕位比",
    form: ({ z, text, figure }: FormFields) =>
      z.strictObject({
        kind: z.literal("stalls"),
        text,
        value: figure("女/男的最小值：不低于2：3即1.5"),
      }),
    wordings: [RATIO_WORDING],
    traits: fixed({ class: "explicit", better: "up", numeric: true }),
    span: ({ value }: TargetOf<"stalls">) => ({ ...open, low: value }),
  },
  contain: {
    label: "得到控制",
    form: ({ z, text }: FormFields) => z.strictObject({ kind: z.literal("contain"), text }),
    wordings: [phrase(/^(?:得到)?(?:有效)?控制$/u)],
    traits: fixed({ class: "directional", better: "down", numeric: false }),
    span: noSpan,
  },
  each,
} satisfies { [K in TargetKind]: KindEntry<K> };

const entries: { [K in TargetKind]: KindEntry<K> } = TARGET_KINDS;

/** An entry of the target's own kind, so that it may be asked about that target. */
function entryOf(target: Target): KindEntry<TargetKind> {
  return entries[target.kind];
}

/** Class, better direction and measurability of a target. */
export function traitsOf(target: Target): Traits {
  return entryOf(target).traits(target);
}

/** The values that meet the target as far as the plan alone says, or null. */
export function spanOf(target: Target): Span | null {
  return entryOf(target).span(target);
}

/** The ways plans word targets of this kind. */
export function wordingsOf(target: Target): readonly Wording<Target>[] {
  return entryOf(target).wordings;
}
