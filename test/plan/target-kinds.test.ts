import { describe, expect, it } from "vitest";
import { decimal } from "../../src/terms/decimal.js";
import type { Target } from "../../src/plan/plan.js";
import { spanOf, traitsOf } from "../../src/plan/target-kinds.js";

const ten = decimal(10);
const each = { text: "≥10", kind: "each", value: ten, grouping: "镇街", expected: null } as const;

describe("traitsOf", () => {
  it.each<[Target, ReturnType<typeof traitsOf>]>([
    [
      { text: "≥10", kind: "atLeast", value: ten },
      { class: "explicit", better: "up", numeric: true },
    ],
    [
      { text: "＞10", kind: "above", value: ten },
      { class: "explicit", better: "up", numeric: true },
    ],
    [
      { text: "≤10", kind: "atMost", value: ten },
      { class: "explicit", better: "down", numeric: true },
    ],
    [
      { text: "＜10", kind: "below", value: ten },
      { class: "explicit", better: "down", numeric: true },
    ],
    [
      { text: "≥10", kind: "binary", value: ten },
      { class: "explicit", better: "up", numeric: false },
    ],
    [
      { text: "10左右", kind: "around", value: ten, tolerance: ten, above: "met" },
      { class: "explicit", better: "neither", numeric: true },
    ],
    [
      { text: "提高", kind: "increase", mode: "plain", size: null },
      { class: "directional", better: "up", numeric: false },
    ],
    [
      { text: "降低", kind: "decrease", mode: "plain", size: null },
      { class: "directional", better: "down", numeric: false },
    ],
    [
      { text: "保持合理比例", kind: "observe" },
      { class: "observe", better: "neither", numeric: false },
    ],
    [
      { text: "不低于男性比例", kind: "relativeTo", row: "W20" },
      { class: "explicit", better: "up", numeric: false },
    ],
    [
      { text: "与女职工比例相适应", kind: "matches", series: "W30r", tolerance: ten },
      { class: "explicit", better: "up", numeric: false },
    ],
    [
      { text: "趋于平衡", kind: "balance", low: ten, high: ten },
      { class: "explicit", better: "neither", numeric: true },
    ],
    [
      { text: "不低于1：10", kind: "stalls", value: ten },
      { class: "explicit", better: "up", numeric: true },
    ],
    [
      { text: "得到控制", kind: "contain" },
      { class: "directional", better: "down", numeric: false },
    ],
    [
      { ...each, comparison: "atLeast" },
      { class: "explicit", better: "up", numeric: true },
    ],
    [
      { ...each, comparison: "below" },
      { class: "explicit", better: "down", numeric: true },
    ],
  ])("of %o", (target, traits) => {
    expect(traitsOf(target)).toEqual(traits);
  });
});

describe("spanOf", () => {
  it("keeps ＜ and ＞ strict", () => {
    expect(spanOf({ text: "＜10", kind: "below", value: ten })).toMatchObject({
      low: null,
      highStrict: true,
    });
    expect(spanOf({ text: "≤10", kind: "atMost", value: ten })).toMatchObject({
      low: null,
      highStrict: false,
    });
    expect(spanOf({ text: "＞10", kind: "above", value: ten })).toMatchObject({
      high: null,
      lowStrict: true,
    });
  });

  it("widens 左右 by the tolerance to both sides", () => {
    const span = spanOf({
      text: "45左右",
      kind: "around",
      value: decimal(45),
      tolerance: decimal(2.5),
      above: "met",
    });
    expect([span?.low?.toString(), span?.high?.toString()]).toEqual(["42.5", "47.5"]);
  });

  it("is null where the plan names no figure", () => {
    expect(spanOf({ text: "提高", kind: "increase", mode: "plain", size: null })).toBeNull();
  });
});
