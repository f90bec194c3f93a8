import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal } from "../../src/terms/decimal.js";
import type { Target } from "../../src/plan/plan.js";
import { wordingsOf } from "../../src/plan/target-kinds.js";
import { plainWording } from "../../src/plan/wording.js";
import { EXAMPLE_TARGETS } from "./example-targets.js";

function agrees(target: Target): boolean {
  return wordingsOf(target).some((wording) => {
    // A unit no table knows is known by its row.
    const match = wording.pattern.exec(plainWording(target.text, "平方米"));
    return match !== null && wording.agrees(target, match);
  });
}

const value = (figure: number) => ({ value: decimal(figure) });
const rise = { kind: "increase", size: null } as const;
const fall = { kind: "decrease", size: null } as const;
const near = { tolerance: decimal(2.5), above: "met" } as const;

describe("a target's wording and its machine form", () => {
  it.each<Target>([
    { text: "≥94", kind: "atLeast", ...value(94) },
    { text: "≥82.3", kind: "atLeast", ...value(82.3) },
    { text: "100", kind: "atLeast", ...value(100) },
    { text: "95%以上", kind: "atLeast", ...value(95) },
    { text: "不低于90％", kind: "atLeast", ...value(90) },
    { text: "达到95", kind: "atLeast", ...value(95) },
    { text: "＞100", kind: "above", ...value(100) },
    { text: "高于 60", kind: "above", ...value(60) },
    { text: "≤3", kind: "atMost", ...value(3) },
    { text: "控制在3‰以内", kind: "atMost", ...value(3) },
    { text: "＜8", kind: "below", ...value(8) },
    { text: "<1.5", kind: "below", ...value(1.5) },
    { text: "≥1", kind: "binary", ...value(1) },
    { text: "≥1所", kind: "binary", ...value(1) },
    { text: "45左右", kind: "around", ...value(45), ...near },
    { text: "45%左右", kind: "around", ...value(45), ...near },
    { text: "提高", mode: "plain", ...rise },
    { text: "提升", mode: "plain", ...rise },
    { text: "增加", mode: "plain", ...rise },
    { text: "逐年提高", mode: "everyYear", ...rise },
    { text: "逐步提高", mode: "noBackslide", ...rise },
    { text: "巩固\n提高", mode: "noBackslide", ...rise },
    { text: "下降", mode: "plain", ...fall },
    { text: "减少", mode: "plain", ...fall },
    { text: "明显降低", mode: "marked", ...fall },
    { text: "保持合理比例", kind: "observe" },
    { text: "不低于本地区党员总数中女性比例", kind: "relativeTo", row: "W20" },
    { text: "不低于上届", kind: "atLeast", ...value(28.4) },
    { text: "保持均衡", kind: "observe" },
    { text: "保持均衡", kind: "balance", low: decimal(45), high: decimal(55) },
    { text: "与女职工比例相适应", kind: "matches", series: "W30r", tolerance: decimal(2.5) },
    { text: "趋于平衡", kind: "balance", low: decimal(103), high: decimal(107) },
    { text: "103—107", kind: "balance", low: decimal(103), high: decimal(107) },
    { text: "不低于2：3", kind: "stalls", ...value(1.5) },
    { text: "得到控制", kind: "contain" },
    { text: "≥98", kind: "each", comparison: "atLeast", ...value(98), grouping: "镇街", expected: 23 },
    { text: "＜2", kind: "each", comparison: "below", ...value(2), grouping: "机构", expected: null },
    { text: "达到90%以上", kind: "atLeast", ...value(90) },
    { text: "达到并保持在90%以上", kind: "atLeast", ...value(90) },
    { text: "保持在90％以上", kind: "atLeast", ...value(90) },
    { text: "提高到96%以上", kind: "atLeast", ...value(96) },
    { text: "增至3.17张", kind: "atLeast", ...value(3.17) },
    { text: "达到1.12名", kind: "atLeast", ...value(1.12) },
    { text: "力争达到70%以上", kind: "atLeast", ...value(70) },
    {
      text: "每个乡镇均达到98%以上",
      kind: "each",
      comparison: "atLeast",
      ...value(98),
      grouping: "乡镇",
      expected: null,
    },
    {
      text: "各县（市）均达到90%以上",
      kind: "each",
      comparison: "atLeast",
      ...value(90),
      grouping: "县市",
      expected: 8,
    },
    { text: "达到1.8平方米", kind: "atLeast", ...value(1.8) },
    { text: "下降到12/10万以下", kind: "atMost", ...value(12) },
    { text: "降至3.0‰以下", kind: "atMost", ...value(3) },
    { text: "下降到2%以下", kind: "atMost", ...value(2) },
    { text: "控制在38%以内", kind: "atMost", ...value(38) },
    { text: "保持在5%以下", kind: "atMost", ...value(5) },
    { text: "保持在45%左右", kind: "around", ...value(45), ...near },
    { text: "达到40%左右", kind: "around", ...value(40), ...near },
    { text: "控制在107左右", kind: "around", ...value(107), ...near },
    { text: "延长", mode: "plain", ...rise },
    { text: "有所提高", mode: "plain", ...rise },
    { text: "不断提高", mode: "noBackslide", ...rise },
    { text: "缩小", mode: "plain", ...fall },
    { text: "趋于正常", kind: "balance", low: decimal(103), high: decimal(107) },
  ])("agree: $text is $kind", (target) => {
    expect(agrees(target)).toBe(true);
  });

  it.each<Target>([
    { text: "≥94", kind: "atLeast", ...value(49) },
    { text: "＜8", kind: "atMost", ...value(8) },
    { text: "＞100", kind: "atLeast", ...value(100) },
    { text: "100", kind: "above", ...value(100) },
    { text: "45左右", kind: "atLeast", ...value(45) },
    { text: "提高", mode: "everyYear", ...rise },
    { text: "逐年提高", mode: "plain", ...rise },
    { text: "提高", mode: "plain", ...fall },
    { text: "不低于2：3", kind: "stalls", ...value(0.6667) },
    { text: "不低于2：3", kind: "relativeTo", row: "W20" },
    { text: "不低于上届", kind: "relativeTo", row: "W20" },
    { text: "≥98", kind: "each", comparison: "above", ...value(98), grouping: "镇街", expected: 23 },
    { text: "保持合理比例", kind: "contain" },
    { text: "下降到12/10万以下", kind: "below", ...value(12) },
    { text: "下降到12/10万以下", kind: "atMost", ...value(10) },
    { text: "保持在90%以上", kind: "around", ...value(90), ...near },
    { text: "保持在45%左右", kind: "atLeast", ...value(45) },
    { text: "达到90%以上", kind: "atMost", ...value(90) },
    { text: "增至3.17张", kind: "atMost", ...value(3.17) },
    { text: "延长", mode: "plain", ...fall },
  ])("differ: $text is not $kind of that value", (target) => {
    expect(agrees(target)).toBe(false);
  });

  it.each(EXAMPLE_TARGETS)("agree in the examples: $text is $kind", (target) => {
    expect(agrees(target)).toBe(true);
  });

  const sign = { atLeast: "≥", above: "＞", atMost: "≤", below: "＜" } as const;
  const figures = fc
    .tuple(fc.nat(99_999), fc.nat(4))
    .map(([digits, places]) => decimal(digits).div(decimal(10).pow(places)));

  it("survive a round trip: a wording written from the form agrees with it and with no other value", () => {
    const kinds = fc.constantFrom("atLeast", "above", "atMost", "below");
    fc.assert(
      fc.property(kinds, figures, figures, (kind, figure, other) => {
        const text = `${sign[kind]}${figure.toString()}`;
        expect(agrees({ text, kind, value: figure })).toBe(true);
        expect(agrees({ text, kind, value: other })).toBe(figure.eq(other));
      }),
    );
  });

  it("compare a ratio of stalls exactly, without dividing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 }), (men, tenths) => {
        const women = decimal(tenths).div(10).times(men);
        fc.pre(women.isInteger());
        const text = `不低于${men}：${women.toString()}`;
        expect(agrees({ text, kind: "stalls", value: decimal(tenths).div(10) })).toBe(true);
      }),
    );
  });
});
