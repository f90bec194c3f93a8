import { describe, expect, it } from "vitest";
import { decimal } from "../../src/terms/decimal.js";
import type { Target } from "../../src/plan/plan.js";
import { spanOf, traitsOf } from "../../src/plan/target-kinds.js";
import { EXAMPLE_TARGETS } from "./example-targets.js";
import type { Traits } from "../../src/plan/traits.js";

const ten = decimal(10);
const each = { text: "≥10", kind: "each", value: ten, grouping: "镇街", expected: null } as const;

/** What most targets have: a figure to reach, told in the row's unit, and nothing to be compared with. */
const usual: Traits = {
  class: "explicit",
  better: "up",
  numeric: true,
  stepwise: false,
  ratio: false,
  unitless: false,
  pairedCounts: false,
  moreIsMet: false,
  figure: ten,
  edges: null,
  tolerance: null,
  comparator: null,
  sites: null,
  direction: null,
};

const watched = { class: "watched", better: "neither", numeric: false, figure: null } as const;
const direction = { class: "directional", numeric: false, figure: null } as const;
const besides = { numeric: false, figure: null } as const;
const openMode = { against: "baseline", asksSize: false, size: null } as const;
const notBelow = { side: "notBelow" } as const;

describe("traitsOf", () => {
  it.each<[Target, Partial<Traits>]>([
    [{ text: "≥10", kind: "atLeast", value: ten }, {}],
    [{ text: "＞10", kind: "above", value: ten }, {}],
    [{ text: "≤10", kind: "atMost", value: ten }, { better: "down" }],
    [{ text: "＜10", kind: "below", value: ten }, { better: "down" }],
    [
      { text: "≥10", kind: "binary", value: ten },
      { numeric: false, stepwise: true },
    ],
    [
      { text: "10左右", kind: "around", value: ten, tolerance: ten, above: "met" },
      { better: "neither", tolerance: ten, moreIsMet: true },
    ],
    [
      { text: "10左右", kind: "around", value: ten, tolerance: ten, above: "unmet" },
      { better: "neither", tolerance: ten },
    ],
    [
      { text: "提高", kind: "increase", mode: "plain", size: null },
      { ...direction, direction: { mode: "plain", ...openMode } },
    ],
    [
      { text: "逐年降低", kind: "decrease", mode: "everyYear", size: null },
      { ...direction, better: "down", direction: { mode: "everyYear", ...openMode, against: "eachYear" } },
    ],
    [
      { text: "明显提高", kind: "increase", mode: "marked", size: ten },
      { ...direction, direction: { mode: "marked", against: "baseline", asksSize: true, size: ten } },
    ],
    [{ text: "保持合理比例", kind: "observe" }, watched],
    [
      { text: "不低于男性比例", kind: "relativeTo", row: "W20" },
      { ...besides, comparator: { id: "W20", of: "row", ...notBelow, tolerance: decimal(0) } },
    ],
    [
      { text: "与女职工比例相适应", kind: "matches", series: "W30r", tolerance: ten },
      { ...besides, tolerance: ten, comparator: { id: "W30r", of: "series", ...notBelow, tolerance: ten } },
    ],
    [
      { text: "趋于平衡", kind: "balance", low: ten, high: ten },
      { better: "neither", unitless: true, pairedCounts: true, figure: null, edges: { low: ten, high: ten } },
    ],
    [
      { text: "不低于1：10", kind: "stalls", value: ten },
      { ratio: true, unitless: true },
    ],
    [
      { text: "得到控制", kind: "contain" },
      {
        ...direction,
        better: "down",
        direction: { mode: "noBackslide", ...openMode, against: "lastYear" },
      },
    ],
    [{ ...each, comparison: "atLeast" }, { sites: { grouping: "镇街", expected: null } }],
    [
      { ...each, comparison: "below", expected: 23 },
      { better: "down", sites: { grouping: "镇街", expected: 23 } },
    ],
  ])("of %o", (target, traits) => {
    expect(traitsOf(target)).toEqual({ ...usual, ...traits });
  });
});

/** What a wording says of the way that is better, whatever the kind. */
const UPWARD = /^(?:≥|＞|不低于|不少于|高于|.*提高$|.*增加$)/u;
const DOWNWARD = /^(?:≤|＜|不高于|不超过|低于|.*降低$|.*减少$|.*控制$)/u;

describe("the wording and the traits of the examples", () => {
  it.each(EXAMPLE_TARGETS)("agree on which way is better: $text ($kind)", (target) => {
    const said = UPWARD.test(target.text) ? "up" : DOWNWARD.test(target.text) ? "down" : null;
    if (said !== null) expect(traitsOf(target).better).toBe(said);
    const { comparator } = traitsOf(target);
    if (said !== null && comparator !== null)
      expect(comparator.side).toBe(said === "up" ? "notBelow" : "notAbove");
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
