import { describe, expect, it } from "vitest";
import { annualModel } from "../../../src/report/annual.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataset } from "../../score/builder.js";
import { CONTEXT } from "../context.js";
import { narrative } from "../evaluation/narrative.js";
import { women } from "../plans.js";

const data = dataset({ W04: { 2020: "92.99", 2025: "95" } });

function chapters(written: ReturnType<typeof narrative> | null) {
  return annualModel(scorePlan(women, data, 2025), data, { ...CONTEXT, narrative: written }).domains;
}

describe("what people add to a domain chapter", () => {
  it("stands after the conclusions, each part under its heading, in its own domain", () => {
    const written = narrative({ "health:recommendations": "加强筛查。", "health:measures": "开展义诊。" });
    const [health, ...others] = chapters(written);
    const prose = health!.blocks.flatMap((block) => block.prose);
    expect(prose.map(({ items }) => items.map(({ runs }) => runs[0]!.text))).toEqual([
      ["工作措施", "开展义诊。"],
      ["建议", "加强筛查。"],
    ]);
    expect(prose.every(({ gap }) => !gap)).toBe(true);
    expect(health!.blocks.slice(-2).every((block) => block.prose.length === 1)).toBe(true);
    expect(others.flatMap(({ blocks }) => blocks.flatMap((block) => block.prose))).toEqual([]);
  });

  it("is left out without a trace where nobody wrote anything", () => {
    expect(chapters(null).flatMap(({ blocks }) => blocks.flatMap((block) => block.prose))).toEqual([]);
  });
});
