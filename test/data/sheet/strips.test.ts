import { describe, expect, test } from "vitest";
import { figures, told, type Rows } from "./layout.js";

const LEFT = [
  ["指标", "2024年", "2025年"],
  ["女性法官占比", 42.45, 42.86],
  ["女性律师占比", 36.24, 37.02],
  ["女性平均受教育年限", 12.19, 12.25],
];
const RIGHT = [
  ["指标", "2025年", "2024年", "增减"],
  ["学前教育毛入园率", 98.02, 97.9, 0.12],
  ["高中阶段毛入学率", 132.1, 132.3, -0.2],
  ["残疾儿童康复服务覆盖率", 97.8, 97.66, 0.14],
];
const IDS = ["W44", "W45", "W14", "C19", "C22", "C26"];
const READ = [
  "W44 2024:42.45 2025:42.86",
  "W45 2024:36.24 2025:37.02",
  "W14 2024:12.19 2025:12.25",
  "C19 2024:97.9 2025:98.02",
  "C22 2024:132.3 2025:132.1",
  "C26 2024:97.66 2025:97.8",
];

/** Two tables with a blank column between them, the right one so many rows lower; what else stands there. */
function beside(lower: number, { title = "2025年两规划部分指标", gap = 2, above = "儿童" } = {}): Rows {
  const height = Math.max(LEFT.length, RIGHT.length + lower);
  const blank = <T>(count: number, of: T): T[] => Array.from({ length: count }, () => of);
  return [
    [title],
    ...Array.from({ length: height }, (_, at) => {
      const left = LEFT[at] ?? blank(3, null);
      const own = RIGHT[at - lower] ?? (at === lower - 1 ? [above] : []);
      return [...left, ...blank(gap, null), ...own];
    }),
  ];
}

describe("two tables side by side, one lower than the other", () => {
  test.each([0, 1, 2, 3])("by %d rows", (lower) => {
    expect(figures(beside(lower), IDS)).toEqual(READ);
    expect(told(beside(lower))).toEqual([]);
  });

  test("with more than a column between them", () => {
    expect(figures(beside(1, { gap: 3 }), IDS)).toEqual(READ);
  });

  test("have the sheet's title together, and each its own", () => {
    expect(figures(beside(1, { title: "重庆市2025年指标" }), IDS)).toEqual(IDS);
    const city = beside(1, { above: "全市" });
    expect(figures(city, IDS)).toEqual([...READ.slice(0, 3), ...IDS.slice(3)]);
    expect(told(city)).toEqual(["warning data/other-table F2"]);
    const unit = beside(1, { above: "单位：人" });
    expect(told(unit)).toEqual(["warning data/stated-unit-differs F2"]);
  });
});

test("words behind an empty column are still remarks on the rows", () => {
  const rows = LEFT.map((row, at) => [...row, null, at === 2 ? "暂用2024年数" : null]);
  expect(figures(rows, ["W45"])).toEqual(["W45"]);
  expect(told(rows)).toEqual(["warning data/only-others-rows E3"]);
});
