import { expect, test } from "vitest";
import { figures, told, type Rows } from "../../layout.js";

const W46 = "侵害妇女刑事案件发生数";
const table = (...rows: readonly (readonly [string, number])[]): Rows => [
  ["指标名称", "时间", "2025年"],
  ...rows.map(([time, value]) => [W46, time, value]),
];
const months = Array.from({ length: 12 }, (_, at): [string, number] => [`${at + 1}月`, 6]);
const quarters: [string, number][] = ["一", "二", "三", "四"].map((each) => [`${each}季度`, 18]);

test("合计 beneath two months adds up those, and is not the year's", () => {
  const rows = table(["1月", 6], ["2月", 7], ["合计", 13]);
  expect(figures(rows, ["W46"])).toEqual(["W46"]);
  expect(told(rows)).toEqual(["warning data/only-others-rows B2", "warning data/only-others-rows B4"]);
});

test("beneath twelve months or four quarters it is, and 全年 always", () => {
  expect(figures(table(...months, ["合计", 72]), ["W46"])).toEqual(["W46 2025:72"]);
  expect(figures(table(...quarters, ["合计", 72]), ["W46"])).toEqual(["W46 2025:72"]);
  expect(figures(table(["1月", 6], ["全年", 72]), ["W46"])).toEqual(["W46 2025:72"]);
});
