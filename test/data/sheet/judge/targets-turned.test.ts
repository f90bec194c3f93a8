import { expect, test } from "vitest";
import { figures, told, type Rows } from "../layout.js";

const table = (...rows: (readonly [string, number, number])[]): Rows => [
  ["2025年监测指标"],
  ["指标名称", "目标", "实际"],
  ...rows,
];

test("the plan's targets under 实际 and other figures under 目标 are asked about", () => {
  const rows = table(
    ["孕产妇系统管理率", 94.91, 94],
    ["女性律师占比", 37.11, 36],
    ["学前教育普惠率", 92.6, 90],
  );
  expect(figures(rows, ["W04"])).toEqual(["W04 2025:94"]);
  expect(told(rows)).toEqual(["warning data/targets-typed C2"]);
});

test.each<[string, Rows]>([
  [
    "the targets stand where they should",
    table(["孕产妇系统管理率", 94, 94.91], ["学前教育普惠率", 90, 92.6]),
  ],
  ["one row came to it", table(["孕产妇系统管理率", 93.5, 94], ["学前教育普惠率", 90, 92.6])],
  ["both columns hold it", table(["孕产妇系统管理率", 94, 94], ["学前教育普惠率", 90, 90])],
])("nothing is told where %s", (_, rows) => {
  expect(told(rows)).toEqual([]);
});
