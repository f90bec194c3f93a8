import { describe, expect, test } from "vitest";
import { figures, HEAD, over, reading, told, W04, type Rows } from "../layout.js";

const C02 = ["C02", "婴儿死亡率", "‰"];
const beside = (rows: Rows, around = {}) =>
  reading(rows, around).dataset.references.map(
    ({ indicator, region, year, value }) => `${indicator} ${region} ${year}:${value.toString()}`,
  );

describe("columns of other places beside the rows' own", () => {
  const rows: Rows = [
    [...HEAD, "2024年", null, "2025年", null],
    [null, null, null, "永川区", "全市", "永川区", "全市"],
    [...C02, 3.1, 3, 2.9, 2.8],
    [...W04, 94.5, 93, 94.88, 94],
  ];
  const merges = [over(1, 4, 5), over(1, 6, 7)];

  test("are reference figures of their year, and said to be", () => {
    expect(figures(rows, ["C02", "W04"], { merges })).toEqual([
      "C02 2024:3.1 2025:2.9",
      "W04 2024:94.5 2025:94.88",
    ]);
    expect(beside(rows, { merges })).toEqual([
      "C02 全市 2024:3",
      "C02 全市 2025:2.8",
      "W04 全市 2024:93",
      "W04 全市 2025:94",
    ]);
    expect(told(rows, { merges })).toEqual(["note data/reference-columns E2"]);
  });

  test("give no sentence anything to compare: nothing says how they are counted", () => {
    const { references } = reading(rows, { merges }).dataset;
    expect(references.map(({ vouched }) => vouched)).toEqual([false, false, false, false]);
  });

  test("every figure is accounted for once", () => {
    const [sheet] = reading(rows, { merges }).coverage();
    expect([sheet?.read, sheet?.refused]).toEqual([8, []]);
  });

  test.each([
    ["2025年全市", "全市"],
    ["2025年全市平均", "全市"],
    ["2025年全国平均水平", "全国"],
    ["全市", "全市"],
    ["重庆市平均水平", "全市"],
    ["2025年全国", "全国"],
    ["江津区", "江津区"],
  ])("%s is of %s", (heading, region) => {
    expect(
      beside([
        [...HEAD, "2025年", heading],
        [...C02, 2.9, 2.8],
      ]),
    ).toEqual([`C02 ${region} 2025:2.8`]);
  });

  test.each(["全市2030年目标", "全市位次", "全市2024年", "全市累计", "占全市比重", "全市同比"])(
    "%s is no figure of this year's",
    (heading) => {
      const found: Rows = [
        [...HEAD, "2025年", heading],
        [...C02, 2.9, 2.8],
      ];
      expect(beside(found)).toEqual([]);
      expect(figures(found, ["C02"])).toEqual(["C02 2025:2.9"]);
    },
  );

  test("alone they stand in the place of our own, and are told as before", () => {
    const found: Rows = [
      [...HEAD, "2025年全市"],
      [...C02, 2.8],
    ];
    expect(beside(found)).toEqual([]);
    expect(told(found)).toEqual(["warning data/other-column D1"]);
  });

  test("beneath the title of another place nothing is ours to set them beside", () => {
    expect(beside([["重庆市2025年监测表"], [...HEAD, "2025年", "全国"], [...C02, 2.9, 3.1]])).toEqual([]);
  });
});
