import { describe, expect, test } from "vitest";
import { figures, told } from "../layout.js";

const W35 = ["W35", "女性失业保险参保人数", "万人", 6.1, 6.2];
const C23 = ["C23", "普惠托育服务机构数量", "个", 15, 18];
const W04 = ["W04", "孕产妇系统管理率", "%", 94.5, 94.9];
const table = (first: string, second: string, ...rows: (string | number)[][]) => [
  ["编号", "指标名称", "计量单位", first, second],
  ...rows,
];

test("December's is the year's of what stands at its end, and no other's", () => {
  for (const [first, second] of [
    ["2024年12月", "2025年12月"],
    ["2024.12", "2025.12"],
    ["2024年12月份", "2025年12月份"],
  ] as const) {
    const rows = table(first, second, W35, C23);
    expect(figures(rows, ["W35", "C23"])).toEqual(["W35 2024:6.1 2025:6.2", "C23 2024:15 2025:18"]);
    expect(told(rows)).toEqual(["note data/column-read-as D1", "note data/column-read-as E1"]);
  }
  const mixed = table("2024年12月", "2025年12月", W35, W04);
  expect(figures(mixed, ["W35", "W04"])).toEqual(["W35 2024:6.1 2025:6.2", "W04"]);
  expect(told(mixed)).toEqual(["warning data/other-column D1", "warning data/other-column E1"]);
});

test("a mean of years over years is none of theirs", () => {
  for (const banner of ["2021—2025年平均", "2021—2023年"]) {
    const rows = [
      ["编号", "指标名称", "计量单位", banner, banner],
      [null, null, null, "2024年", "2025年"],
      W04,
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04"]);
  }
});

test("another month, or December beside the year, is not", () => {
  expect(figures(table("2024年11月", "2025年6月", W35), ["W35"])).toEqual(["W35"]);
  expect(figures(table("2025年12月", "2025年", W35), ["W35"])).toEqual(["W35 2025:6.2"]);
});

test("累计 of January to December is the year's", () => {
  const months = (title: string, head: string) => [
    [title],
    ["编号", "指标名称", head],
    ["W04", "孕产妇系统管理率", 94.9],
  ];
  for (const title of ["2025年累计完成情况统计表", "2025年监测指标累计数"])
    for (const head of ["1—12月", "1—12月累计", "全年"])
      expect(figures(months(title, head), ["W04"])).toEqual(["W04 2025:94.9"]);
  for (const [title, head] of [
    ["2025年累计完成情况统计表", "本年数"],
    ["2025年累计完成情况统计表", "1—9月"],
    ["2025年平均水平", "全年"],
  ] as const)
    expect(figures(months(title, head), ["W04"])).toEqual(["W04"]);
});

describe("当年 beside 累计, or behind a year", () => {
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
});

test.each(["2024—2025年", "2024/2025", "2021—2025年", "2024-2025年合计"])(
  "%s is told where no other column has its last year, and is no news where one has",
  (heading) => {
    const rows = [
      ["编号", "指标名称", "计量单位", "2023年", "2024年", heading],
      [...W04, 95.1],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04 2023:94.5 2024:94.9"]);
    expect(told(rows)).toEqual(["warning data/other-column F1"]);
    const beside = [
      ["编号", "指标名称", "计量单位", "2024年", "2025年", heading],
      [...W04, 95.1],
    ];
    expect(told(beside)).toEqual([]);
  },
);
