import { describe, expect, test } from "vitest";
import { C08, W01, W04, down, figures, reading, told, type Rows } from "../layout.js";

const YEARS = ["2024年", "2025年"];

describe("a row that says beneath an indicator where it ranks", () => {
  const head = ["指标名称", "计量单位", ...YEARS];
  const w04 = "孕产妇系统管理率";
  const w01 = "婚前医学检查率";

  test.each(["位", "全市排位"])("by %s in the place of its unit, under the same name", (unit) => {
    const rows: Rows = [
      head,
      [w04, "%", 94.52, null],
      [null, unit, 12, 13],
      [w01, "%", 66, 68],
      [null, unit, 3, 4],
    ];
    const around = { merges: [down(1, 2, 3), down(1, 4, 5)] };
    expect(figures(rows, ["W04", "W01"], around)).toEqual(["W04 2024:94.52", "W01 2024:66 2025:68"]);
    expect(told(rows, around)).toEqual(["note data/others-rows B3"]);
  });

  test.each(["全市排位", "位次", "较上年增减", "完成率"])("by %s: known for that, and no news", (words) => {
    const rows = [
      head,
      [w04, "%", 94.52, 94.88],
      [words, null, 12, 13],
      [w01, "%", 66, 68],
      [words, null, 3, 4],
    ];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", "W01 2024:66 2025:68"]);
    expect(told(rows)).toEqual([]);
    const [sheet] = reading(rows).coverage();
    expect(sheet).toMatchObject({ figures: 10, read: 4, refused: [] });
    expect(sheet?.known.map(({ reason }) => reason)).not.toContain("not-in-plan");
  });

  test("of people 位 counts them", () => {
    const rows = [
      ["编号", "指标名称", "计量单位", "2025年"],
      ["C13a", null, "位", 0.9],
    ];
    expect(told(rows)).not.toContain("warning data/only-others-rows C2");
  });

  test.each(["全市排位", "较上年增减", "全市平均", "目标值", "完成率", "同比"])(
    "%s left blank heads none of the rows below it",
    (words) => {
      const rows = [head, [w04, "%", 94.52, 94.88], [words], [w01, "%", 66, 68], [words]];
      expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", "W01 2024:66 2025:68"]);
      expect(told(rows)).toEqual([]);
    },
  );

  test("the same words over rows that have been read before head them", () => {
    const both = [
      [w04, "%", 94.52, 94.88],
      [w01, "%", 66, 68],
    ];
    const rows = [head, ...both, ["全市平均"], ...both, ["目标值"], ...both];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", "W01 2024:66 2025:68"]);
    expect(told(rows)).toEqual(["note data/others-rows A4", "note data/others-rows A7"]);
  });
});

describe("a name written on the first of its rows only", () => {
  test("stands for those of other years", () => {
    const rows = [
      ["编号", "指标名称", "年份", "数值"],
      [...W04.slice(0, 2), 2023, 93.1],
      [null, null, 2024, 94.52],
      [null, null, "全市排位", 13],
      [...W01.slice(0, 2), 2023, 64],
      [null, null, 2024, 66],
    ];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2023:93.1 2024:94.52", "W01 2023:64 2024:66"]);
    expect(told(rows)).toEqual(["note data/others-rows C4"]);
  });

  test("stands for those of other sorts", () => {
    const rows = [
      ["2025年监测表"],
      ["指标名称", "类型", "数值"],
      ["孕产妇系统管理率", "目标值", 94],
      [null, "实际值", 94.88],
      ["婚前医学检查率", "目标值", 70],
      [null, "实际值", 68],
    ];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2025:94.88", "W01 2025:68"]);
  });

  test("stands for the district's own beneath the city's", () => {
    const rows = [
      ["2025年监测表"],
      ["编号", "指标名称", "地区", "数值"],
      [...W04.slice(0, 2), "全市", 95.9],
      [null, null, "永川区", 94.88],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
    expect(told(rows)).toEqual(["note data/others-rows C3"]);
  });

  test("stands for those of other towns", () => {
    const rows = [
      ["编号", "年份", "镇街", "数值"],
      ["C07", 2025, "松溉镇", 97.33],
      [null, null, "红炉镇", 98.1],
      [null, 2025, "永荣镇", 98.2],
    ];
    expect(told(rows).filter((each) => each.includes("nameless"))).toEqual([]);
  });

  test.each([
    ["of a year that it has already", 2024],
    ["that says nothing", null],
  ])("a row %s has lost its own", (_what, second) => {
    const rows = [
      ["编号", "指标名称", "年份", "数值"],
      [...C08.slice(0, 2), 2024, 93.1],
      [null, null, second, 66],
    ];
    expect(figures(rows, ["C08"])).toEqual(["C08 2024:93.1"]);
    expect(told(rows)).toEqual(["warning data/nameless-rows D3"]);
  });

  test("a number of its own is that of another", () => {
    const rows = [
      ["序号", "指标名称", "年份", "数值"],
      [4, "孕产妇系统管理率", 2024, 94.52],
      [5, null, 2025, 66],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52"]);
    expect(told(rows)).toEqual(["warning data/nameless-rows D3"]);
  });
});

test("a single blank 全市排位 beneath a row heads no rates; over whole numbers it may", () => {
  const table = (...values: number[]): Rows => [
    ["2025年"],
    ["指标名称", "单位", "2025年"],
    ["孕产妇系统管理率", "%", 94.88],
    ["全市排位"],
    ["3岁以下儿童系统管理率", "%", values[0]!],
    ["7岁以下儿童健康管理率", "%", values[1]!],
  ];
  expect(figures(table(94.72, 93.41), ["W04", "C08", "C09"])).toEqual([
    "W04 2025:94.88",
    "C08 2025:94.72",
    "C09 2025:93.41",
  ]);
  expect(told(table(94.72, 93.41))).toEqual([]);
  expect(figures(table(7, 5), ["W04", "C08", "C09"])).toEqual(["W04 2025:94.88", "C08", "C09"]);
  expect(told(table(7, 5))).toEqual(["warning data/only-others-rows A4"]);
});
