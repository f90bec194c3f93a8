import { expect, test } from "vitest";
import { figures, told } from "../layout.js";

const HEAD = ["编号", "指标名称", "计量单位"];
const W39 = ["W39", "区级文明家庭", "户"];
const C23 = ["C23", "普惠托育服务机构数量", "个"];
const W46 = ["W46", "侵害妇女人身权利五类刑事案件数量", "件"];
const W04 = ["W04", "孕产妇系统管理率", "%"];

test.each([
  ["2025年", "当年", "累计"],
  ["2025年", "当期", "累计完成"],
  ["2025年", "本年", "年末累计"],
  ["2025年", "当年完成", "累计数"],
])("%s over %s and %s: what the year added is not what stands at its end", (year, first, second) => {
  const rows = [
    [...HEAD, "2024年", year, null],
    [null, null, null, null, first, second],
    [...W39, 231, 29, 260],
    [...C23, 36, 5, 41],
    [...W46, 74, 72, 398],
    [...W04, 94.52, 94.88, 94.88],
  ];
  expect(figures(rows, ["W39", "C23", "W46", "W04"])).toEqual([
    "W39 2024:231",
    "C23 2024:36",
    "W46 2024:74 2025:72",
    "W04 2024:94.52 2025:94.88",
  ]);
  expect(told(rows)).toContain("warning data/added-only E2");
});

test.each(["2025年当年", "2025年（当年）", "2025年当期"])(
  "%s by itself is what the year added",
  (heading) => {
    const rows = [
      [...HEAD, "2024年", heading],
      [...W39, 231, 29],
      [...W46, 74, 72],
    ];
    expect(figures(rows, ["W39", "W46"])).toEqual(["W39 2024:231", "W46 2024:74 2025:72"]);
    expect(told(rows)).toEqual(["warning data/added-only E1"]);
  },
);

test("本年 beside 上年, or among years, is the year's own figure", () => {
  const form = [["2025年度填报表"], [...HEAD, "上年数", "本年数"], [...W39, 231, 260]];
  expect(figures(form, ["W39"])).toEqual(["W39 2024:231 2025:260"]);
  expect(told(form)).toEqual([]);
});
