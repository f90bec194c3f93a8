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
  it("stands in its own domain, before the figures that came of it", () => {
    const [health, ...others] = chapters(narrative({ "health:measures": "开展义诊。" }));
    const texts = health!.blocks.map(({ prose, paragraphs }) =>
      [...prose.map(() => "人写的"), ...paragraphs.map(({ heading }) => heading)].join(""),
    );
    expect(texts.filter((text) => text !== "").slice(0, 2)).toEqual([
      "人写的",
      "（一）孕产妇健康有数据的指标达标，2项指标缺2025年数据。",
    ]);
    expect(others.flatMap(({ blocks }) => blocks.flatMap((block) => block.prose))).toEqual([]);
  });

  it("recommends in the chapter of recommendations, under the domain's name", () => {
    const written = narrative({ "health:recommendations": "加强筛查。" });
    const { recommendations } = annualModel(scorePlan(women, data, 2025), data, {
      ...CONTEXT,
      narrative: written,
    });
    expect(recommendations.blocks[0]?.paragraphs).toMatchObject([
      { heading: "妇女与健康。", text: "加强筛查。" },
    ]);
  });

  it("is left out without a trace where nobody wrote anything", () => {
    expect(chapters(null).flatMap(({ blocks }) => blocks.flatMap((block) => block.prose))).toEqual([]);
  });
});
