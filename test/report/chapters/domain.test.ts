import { describe, expect, it } from "vitest";
import { annualModel } from "../../../src/report/annual.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataset } from "../../score/builder.js";
import { CONTEXT } from "../context.js";
import { narrative } from "../evaluation/narrative.js";
import { children, women } from "../plans.js";

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
      "（一）孕产妇健康指标中，孕产妇系统管理率达标，2项指标缺2025年数据。",
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
      { heading: "妇女与健康方面。", text: "加强筛查。" },
    ]);
  });

  it("is left out without a trace where nobody wrote anything", () => {
    expect(chapters(null).flatMap(({ blocks }) => blocks.flatMap((block) => block.prose))).toEqual([]);
  });
});

describe("what closes a domain chapter", () => {
  it("names a few of many rows, and points to the list that has all of them", () => {
    const slow = ["C03", "C08", "C09", "C10a", "C11", "C12", "C13a", "C15a", "C15b"];
    const rows = children.rows.filter(({ id }) => slow.includes(id));
    const figures = dataset(Object.fromEntries(rows.map(({ id }) => [id, { 2024: "1", 2025: "1" }])));
    const model = annualModel(scorePlan({ ...children, rows }, figures, 2025), figures, CONTEXT);
    const texts = model.domains.flatMap(({ blocks }) => blocks.flatMap(({ paragraphs }) => paragraphs));
    expect(texts.map(({ text }) => text).find((text) => text.startsWith("本领域需要关注"))).toBe(
      "本领域需要关注的指标为6个月内婴儿纯母乳喂养率、3岁以下儿童系统管理率、7岁以下儿童健康管理率、“0—6岁儿童眼保健操和视力检查覆盖率”等9项指标，均达标困难（见表3）。",
    );
  });
});
