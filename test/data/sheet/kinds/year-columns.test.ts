import { describe, expect, test } from "vitest";
import { C08, W01, W04, figures, told } from "../layout.js";

const THIS_YEAR = { file: "监测2025.xlsx" };
const two = (heading: string, one: string | number, other: string | number) => [
  ["编号", "指标名称", heading, "数值"],
  ["W04", "孕产妇系统管理率", one, 94.52],
  ["W01", "婚前医学检查率", other, 60.2],
];

describe("the year of a row", () => {
  test.each([
    ["年", 2024, 2023],
    ["统计时间", "2024年", "2023年"],
    ["数据时点", "2024年末", "2023年末"],
    ["报告期", 2024, 2023],
    ["年份标识", "2024年度", "2023年度"],
  ])("stands in a column of years, even one headed %s, and not in the file's name", (heading, one, other) => {
    const rows = two(heading, one, other);
    expect(figures(rows, ["W04", "W01"], THIS_YEAR)).toEqual(["W04 2024:94.52", "W01 2023:60.2"]);
    expect(told(rows, THIS_YEAR)).toEqual([]);
  });

  test("is none where the column tells of months", () => {
    const rows = two("报告期", 202406, "2025年1—9月");
    expect(figures(rows, ["W04", "W01"], THIS_YEAR)).toEqual(["W04", "W01"]);
    expect(told(rows, THIS_YEAR)).toEqual(["warning data/only-others-rows C2"]);
  });

  test("is nobody's guess where a blank follows another year than the file's", () => {
    const rows = [
      ["年份", "编号", "指标名称", "数值"],
      ["2024年", "W04", "孕产妇系统管理率", 94.52],
      [null, "W01", "婚前医学检查率", 66.15],
      ["2025年", "W04", "孕产妇系统管理率", 94.88],
      [null, "C08", "3岁以下儿童系统管理率", 94.72],
    ];
    expect(figures(rows, ["W04", "W01", "C08"], THIS_YEAR)).toEqual([
      "W04 2024:94.52 2025:94.88",
      "W01",
      "C08 2025:94.72",
    ]);
    expect(told(rows, THIS_YEAR)).toEqual(["error data/no-row-year D3"]);
  });

  test("is the file's where the first row is blank and one row only is of another year", () => {
    const rows = [
      ["年份", "编号", "指标名称", "数值"],
      [null, "W04", "孕产妇系统管理率", 94.88],
      ["2023年", "C14", "12岁儿童龋患率", 30.1],
    ];
    expect(figures(rows, ["W04", "C14"], THIS_YEAR)).toEqual(["W04 2025:94.88", "C14 2023:30.1"]);
  });
});

test("a line that is numbered, or says that what follows is data, is its year's all the same", () => {
  const rows = (first: string, second: string) => [
    ["指标名称", "数值"],
    [first],
    ["孕产妇系统管理率", 94.52],
    [second],
    ["孕产妇系统管理率", 94.88],
  ];
  expect(figures(rows("一、2024年情况", "二、2025年情况"), ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
  expect(figures(rows("（1）2024年数据", "（2）2025年数据"), ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
  expect(figures(rows("2024年", "2025年（1—11月）"), ["W04"])).toEqual(["W04 2024:94.52"]);
});

describe("what says that a figure is another year's", () => {
  test("a remark, a sort of figure, the words behind a name", () => {
    const remarks = [
      ["2025年度填报表"],
      ["编号", "指标名称", "上年数", "本年数", "备注"],
      ["W04", "孕产妇系统管理率", 94.1, 94.52, "2024年数据"],
      ["W01", "婚前医学检查率", 66.15, 68.28, "2025年数"],
      ["C08", "3岁以下儿童系统管理率", 94.3, 94.36, "沿用上年数"],
      ["C09", "7岁以下儿童健康管理率", 95.3, 95.6, "核实2024年数"],
    ];
    expect(figures(remarks, ["W04", "W01", "C08", "C09"])).toEqual([
      "W04",
      "W01 2024:66.15 2025:68.28",
      "C08",
      "C09 2024:95.3 2025:95.6",
    ]);
    const sorts = [
      ["编号", "指标名称", "类别", "数值"],
      ["W04", "孕产妇系统管理率", "2025年实际", 94.88],
      ["W04", "孕产妇系统管理率", "2026年计划", 95],
      ["W01", "婚前医学检查率", "2024年实际", 66.15],
    ];
    expect(figures(sorts, ["W04", "W01"], THIS_YEAR)).toEqual(["W04 2025:94.88", "W01"]);
    expect(told(sorts, THIS_YEAR)).toContain("warning data/only-others-rows C4");
    const named = [
      ["编号", "指标名称", "数值"],
      ["W04", "孕产妇系统管理率（2024年）", 94.52],
    ];
    expect(told(named, THIS_YEAR)).toEqual(["warning data/only-others-rows B2"]);
  });

  test("lines between the rows that are nothing but a year", () => {
    const rows = [
      ["指标名称", "计量单位", "数值", "备注"],
      ["2024年"],
      ["孕产妇系统管理率", "%", 94.52, null],
      ["婚前医学检查率", "%", 66.15, "全市数"],
      ["2025年"],
      ["孕产妇系统管理率", "%", 94.88, null],
      ["婚前医学检查率", "%", 68.28, null],
    ];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", "W01 2025:68.28"]);
    expect(told(rows)).toEqual(["warning data/only-others-rows D4"]);
    const headless = [rows[0]!, ["孕产妇系统管理率", "%", 94.1, null], ...rows.slice(4)];
    expect(figures(headless, ["W04"])).toEqual(["W04"]);
    expect(told(headless)).toContain("error data/no-year");
  });

  test("the whole years among the times of a column", () => {
    const rows = [
      ["指标名称", "时间", "数值"],
      ["孕产妇系统管理率", "2025年一季度", 23.1],
      ["孕产妇系统管理率", "2025年上半年", 47.2],
      ["孕产妇系统管理率", "2025年全年", 94.88],
      ["婚前医学检查率", "2024年度", 66.15],
      ["婚前医学检查率", "2025年上半年", 68],
    ];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2025:94.88", "W01 2024:66.15"]);
    expect(told(rows)).toEqual(["warning data/only-others-rows B2", "note data/others-rows B2"]);
  });

  test("数据年份 in a column of its own, beside a column of another year", () => {
    const rows = [
      ["编号", "指标名称", "2025年", "数据年份"],
      ["W09", "妇女体质测定标准合格比例", 90.3, 2023],
      ["W04", "孕产妇系统管理率", 94.88, 2025],
      ["W01", "婚前医学检查率", 68.28, null],
    ];
    expect(figures(rows, ["W09", "W04", "W01"])).toEqual(["W09", "W04 2025:94.88", "W01 2025:68.28"]);
    expect(told(rows)).toEqual(["warning data/only-others-rows D2"]);
  });

  test("a remark that names one of several years is asked about, unless it is the last, or says more", () => {
    const rows = (remark: string) => [
      ["编号", "指标名称", "2024年", "2025年", "备注"],
      ["W04", "孕产妇系统管理率", 94.52, 94.88, remark],
    ];
    for (const remark of ["2024年数", "2024年", "妇幼年报，2024年数据"]) {
      expect(figures(rows(remark), ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
      expect(told(rows(remark))).toEqual(["warning data/doubting-remarks E2"]);
    }
    for (const remark of ["2025年数", "2024年数已修订", "比2024年提高0.36个百分点"])
      expect(told(rows(remark))).toEqual([]);
  });

  test("a note beneath, or the sheet's name against its title: nothing is read, and both are named", () => {
    const table = [
      ["编号", "指标名称", "计量单位", "本年数"],
      [...W04, 94.52],
      [...W01, 66.15],
      [...C08, 94.3],
    ];
    const noted = [["2025年度填报表"], ...table, ["注：以上数据均为2024年数据，2025年的尚未出来。"]];
    expect(figures(noted, ["W04"])).toEqual(["W04"]);
    expect(told(noted)).toEqual(["error data/year-conflict"]);
    expect(told([["2024年度填报表"], ...table], { name: "2025年" })).toEqual(["error data/year-conflict"]);
  });

  test("a place that was written once is that of the blank rows beneath it", () => {
    const rows = [
      ["地区", "编号", "指标名称", "2025年"],
      ["全市", "W04", "孕产妇系统管理率", 96.5],
      [null, "W01", "婚前医学检查率", 77],
      ["永川区", "W04", "孕产妇系统管理率", 94.88],
      [null, "C08", "3岁以下儿童系统管理率", 94.72],
    ];
    expect(figures(rows, ["W04", "W01", "C08"])).toEqual(["W04 2025:94.88", "W01", "C08 2025:94.72"]);
    expect(told(rows)).toContain("warning data/only-others-rows A2");
    const marked = [
      rows[0]!,
      [null, "W04", "孕产妇系统管理率", 94.88],
      rows[1]!,
      [null, "W01", "婚前医学检查率", 68.28],
    ];
    expect(figures(marked, ["W04", "W01"])).toEqual(["W04 2025:94.88", "W01 2025:68.28"]);
  });
});

describe("a table that only shows how to fill one in, or what was reckoned", () => {
  test.each(["填写样例", "范例", "2025年指标测算表"])("%s: not read, and told", (name) => {
    const rows = [
      ["编号", "指标名称", "2025年"],
      ["W04", "孕产妇系统管理率", 97],
    ];
    expect(figures(rows, ["W04"], { name })).toEqual(["W04"]);
    expect(told(rows, { name })).toEqual(["warning data/other-table"]);
  });
});
