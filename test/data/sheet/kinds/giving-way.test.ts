import { expect, test } from "vitest";
import { figures, told, type Rows } from "../layout.js";

const table = (heading: string, ...rows: readonly (readonly [string, number])[]): Rows => [
  ["2025年妇幼健康指标"],
  ["指标名称", heading, "计量单位", "2025年"],
  ...rows.map(([word, value]) => ["孕产妇系统管理率", word, "%", value]),
];

test.each(["数据类型", "来源", "备注"])(
  "自查 under %s gives way to the row that is final, and is told",
  (heading) => {
    const rows = table(heading, ["自查", 95.2], ["年报", 94.88]);
    expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
    expect(told(rows)).toEqual([expect.stringMatching(/^note data\/others-rows/u)]);
  },
);

test("alone it is read, and two of a kind contradict each other", () => {
  const alone = table("数据类型", ["快报", 95.2]);
  expect(figures(alone, ["W04"])).toEqual(["W04 2025:95.2"]);
  expect(told(alone)).toEqual(["note data/preliminary-rows B3"]);
  const both = table("数据类型", ["快报", 95.2], ["初报", 94.88]);
  expect(figures(both, ["W04"])).toEqual(["W04"]);
  expect(told(both)).toContain("error data/conflict D3");
});
