import { describe, expect, it } from "vitest";
import { disclosedInCell } from "../../../src/claims/withheld/cells.js";
import type { Editions } from "../../../src/claims/withheld/editions.js";
import { disclosuresIn, statementsIn } from "../../../src/claims/withheld/sentences.js";
import { editionsOf } from "../../../src/run/edition.js";
import { women } from "../../plan/shipped.js";
import { dataset, observation, siteFigures } from "../../score/builder.js";

const rows = women.rows.map((row) => (row.id === "W02" ? { ...row, internal: true } : row));
const rates: readonly (readonly [number, string, string, string])[] = [
  [2020, "0", "0", "6236"],
  [2022, "93.50", "6", "6417"],
  [2023, "30.42", "2", "6574"],
  [2024, "0", "0", "6018"],
  [2025, "14.92", "1", "6703"],
];
const editions: Editions = editionsOf(
  { ...women, rows },
  dataset(
    {},
    {
      series: {
        W02: [observation("W02", 2024, "81.20"), observation("W02", 2025, "81.65")],
        W03: rates.map(([year, value, n, of]) => observation("W03", year, value, [n, of])),
        W04: [observation("W04", 2024, "94.50"), observation("W04", 2025, "94.88")],
      },
      groups: [...siteFigures("W03", 2025, { 松溉镇: "20.11", 板桥镇: "0" })],
    },
  ),
  2025,
);

function told(text: string): string[] {
  return disclosuresIn(text, editions).map(({ why, written }) => `${why} ${written}`);
}

describe("a public edition objects to", () => {
  it.each([
    ["the figure", "2025年，全区孕产妇死亡率为14.92/10万。"],
    ["the figure rounded", "全区孕产妇死亡率约为15/10万。"],
    ["the figure in another unit", "孕产妇死亡率为0.15‰。"],
    ["the figure without its unit", "孕产妇死亡率14.92。"],
    ["a wrong figure of it", "2025年孕产妇死亡率为18.33/10万。"],
    ["none, where there are some", "2025年孕产妇死亡率为0。"],
    ["the cases", "全年孕产妇死亡1例。"],
    ["the cases in words", "全年孕产妇死亡一例。"],
    ["the cases beside the rate's name", "孕产妇死亡率保持低位（1人）。"],
    ["digits with something unseen between them", "2025年孕产妇死亡率为14.\u200b92/10万。"],
    ["full-width digits", "２０２５年孕产妇死亡率为１４．９２／１０万。"],
    ["the figure of an earlier year", "2023年孕产妇死亡率为30.42/10万。"],
    ["the change from a year that is told", "孕产妇死亡率比2022年下降84.0%。"],
    ["the change in its own unit", "孕产妇死亡率比2022年下降78.58/10万。"],
    ["the gap to the target", "孕产妇死亡率高于目标6.92个十万分点。"],
    ["the gap in its own unit", "2025年孕产妇死亡率距8/10万的目标还差6.92/10万。"],
    ["how many times the target it is", "孕产妇死亡率是目标值的1.87倍。"],
    ["three years taken together", "2023—2025年孕产妇死亡率三年合并为15.55/10万。"],
    ["a range around it", "孕产妇死亡率在14—15/10万之间。"],
    ["a town's figure it is the sum of", "2025年松溉镇孕产妇死亡率为20.11/10万。"],
    ["a sentence that goes on without the name", "孕产妇死亡率得到控制。2025年为14.92/10万。"],
    ["what is said before the name", "14.92/10万的孕产妇死亡率。"],
    ["a row for the offices alone", "妇女人均预期寿命达到81.65岁。"],
    ["a change of such a row", "妇女人均预期寿命比2024年提高0.45岁。"],
    ["a wrong figure of such a row", "妇女人均预期寿命达到88岁。"],
  ])("%s", (_what, text) => {
    expect(told(text)).not.toEqual([]);
  });

  it.each([
    ["what it tells of the row", "2024年孕产妇死亡率为0，2022年为93.50/10万。"],
    ["the plan's target", "孕产妇死亡率的目标是8/10万以下。"],
    ["what is hoped for", "力争到2030年孕产妇死亡率控制在8/10万以内。"],
    ["why it is not told", "孕产妇死亡不足5例，不公布具体数值。"],
    ["another place's figure", "全市孕产妇死亡率为9.20/10万。"],
    ["other rows, beside its name", "孕产妇死亡率保持低位，孕产妇系统管理率达到94.88%。"],
    ["a wrong figure of another row", "孕产妇系统管理率达到95.88%。"],
    [
      "other things counted in its sentence",
      "为降低孕产妇死亡率，投入120万元，培训35人次，新建3所产科中心。",
    ],
    ["other things counted beside a row for the offices alone", "为提高妇女人均预期寿命，投入120万元。"],
    ["words alone", "孕产妇死亡率有所上升，需持续关注。"],
  ])("nothing in %s", (_what, text) => {
    expect(told(text)).toEqual([]);
  });

  it("says which row, and why", () => {
    const [small, derived, internal] = [
      "2025年孕产妇死亡率为14.92/10万。",
      "孕产妇死亡率比2022年下降84.0%，持续向好。",
      "妇女人均预期寿命81.65岁。",
    ].map((text) => disclosuresIn(text, editions)[0]);
    expect(small).toMatchObject({ name: "孕产妇死亡率", why: "small", at: 12 });
    expect(derived).toMatchObject({ name: "孕产妇死亡率" });
    expect(internal).toMatchObject({ name: "妇女人均预期寿命", why: "internal" });
  });

  it("nothing in its own sentences", () => {
    const own = "2025年孕产妇死亡率为14.92/10万。";
    const both = `${own}其中死亡1例为异地转诊。`;
    expect(disclosuresIn(own, editions, new Set(statementsIn(own)))).toEqual([]);
    expect(disclosuresIn(both, editions, new Set(statementsIn(own))).map(({ written }) => written)).toEqual([
      "1例",
    ]);
  });
});

describe("a cell of a table", () => {
  it.each([
    ["in the row's line", "14.92", ["附表", "2025年", "W03", "孕产妇死亡率（1/10万）"]],
    ["below the row's name", "14.92", ["孕产妇死亡率", "2025"]],
    ["by the row's number alone", "1例", ["2025年", "W03"]],
    ["of no year", "0.15‰", ["妇幼健康情况", "孕产妇死亡率"]],
    ["of a row for the offices alone", "81.65", ["2025年", "妇女人均预期寿命"]],
  ])("tells %s", (_what, cell, around) => {
    expect(disclosedInCell(cell, around, editions)).toHaveLength(1);
  });

  it.each([
    ["a year that is told", "93.50", ["2022年", "孕产妇死亡率"]],
    ["the target", "＜8", ["目标值", "孕产妇死亡率"]],
    ["another row", "94.88", ["2025年", "孕产妇系统管理率"]],
    ["no figure", "预期可达标", ["2025年", "孕产妇死亡率"]],
  ])("tells nothing of %s", (_what, cell, around) => {
    expect(disclosedInCell(cell, around, editions)).toEqual([]);
  });
});
