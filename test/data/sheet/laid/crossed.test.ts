import { describe, expect, test } from "vitest";
import { figures, over, reading, told, type Rows } from "../layout.js";

const CANCERS = ["W05a", "W05b"];
const EYES = ["C10b", "C10c", "C10d"];

describe("rows and columns that name an indicator together", () => {
  test.each<[string, Rows]>([
    ["under a title", [["永川区两癌筛查率（%）"], ["年份", "宫颈癌", "乳腺癌"]]],
    ["under a banner", [[], ["年份", "两癌筛查率（%）", null], [null, "宫颈癌", "乳腺癌"]]],
  ])("years down and cancers across, %s", (_where, head) => {
    const rows = [...head, [2024, 51.2, 50.3], [2025, 52.2, 51.3], ["注：2025年为初步数"]];
    expect(figures(rows, CANCERS)).toEqual(["W05a 2024:51.2 2025:52.2", "W05b 2024:50.3 2025:51.3"]);
    expect(told(rows)[0]).toMatch(/^note data\/rows-by-place B[34]$/u);
    const [sheet] = reading(rows).coverage();
    expect(sheet?.refused).toEqual([]);
  });

  test("stages of school down, and what is told of each across", () => {
    const rows = [
      ["2025年教育事业情况"],
      ["学段", "学校数（所）", "毛入学率（%）", "近视率（%）"],
      ["学前教育", 90, 93.1, null],
      ["小学", 60, 100, 31.5],
      ["初中", 30, 100.1, 51.5],
      ["高中阶段", 12, 98.5, 71.5],
    ];
    expect(figures(rows, ["C19", "C22", ...EYES])).toEqual([
      "C19 2025:93.1",
      "C22 2025:98.5",
      "C10b 2025:31.5",
      "C10c 2025:51.5",
      "C10d 2025:71.5",
    ]);
    const [sheet] = reading(rows).coverage();
    expect(sheet).toMatchObject({ figures: 12, read: 5, refused: [] });
  });

  test("who died, and the rate of each year", () => {
    const rows = [
      ["儿童死亡率（‰）"],
      ["类别", "2024年", "2025年", "同比"],
      ["新生儿", 1.4, 1.3, -0.1],
      ["婴儿", 2.4, 2.3, -0.1],
    ];
    expect(figures(rows, ["C01", "C02"])).toEqual(["C01 2024:1.4 2025:1.3", "C02 2024:2.4 2025:2.3"]);
  });

  test("sexes beside all of them are others", () => {
    const rows = [["2025年近视率（%）"], ["学段", "男", "女", "合计"], ["小学", 31, 32, 31.5]];
    expect(figures(rows, EYES)).toEqual(["C10b 2025:31.5", "C10c", "C10d"]);
  });

  test.each<[string, Rows]>([
    ["a form of the school", [["2025年近视率"], ["学段", "近视率"], ["小学六年级", 31], ["初中毕业班", 51]]],
    ["some of a school", [["2025年近视率"], ["学段", "近视率"], ["小学（抽测）", 31], ["高中（男）", 51]]],
    ["others' rates", [["2025年近视率"], ["学段", "近视率（初检）"], ["小学", 31], ["初中", 51]]],
    ["goals", [["2025年近视率"], ["学段", "近视率（目标）"], ["小学", 31], ["初中", 51]]],
    ["another place's", [["2025年近视率"], ["学段", "近视率（全市,%）"], ["小学", 31], ["初中", 51]]],
  ])("labels that name %s are not of all", (_what, rows) => {
    expect(figures(rows, EYES)).toEqual(EYES);
    expect(told(rows)).not.toEqual([]);
  });

  test("a unit in brackets takes nothing away", () => {
    const rows = [["2025年近视率"], ["学段", "近视率（%）"], ["小学（%）", 31], ["初中", 51]];
    expect(figures(rows, EYES)).toEqual(["C10b 2025:31", "C10c 2025:51", "C10d"]);
  });

  test.each<[string, Rows]>([
    ["of another place", [["2025年重庆市近视率"], ["学段", "近视率"], ["小学", 31], ["初中", 51]]],
    ["of half a year", [["2025年上半年近视率"], ["学段", "近视率"], ["小学", 31], ["初中", 51]]],
    ["of no year", [["近视率"], ["学段", "近视率"], ["小学", 31], ["初中", 51]]],
    [
      "that say beside whose they are",
      [["2025年近视率"], ["学段", "镇街", "近视率"], ["小学", "松溉镇", 31], ["初中", "松溉镇", 51]],
    ],
    ["of sites", [["2025年接种率"], ["镇街", "近视率"], ["松溉镇", 31], ["红炉镇", 51]]],
  ])("%s: not read, and told", (_what, rows) => {
    expect(figures(rows, EYES)).toEqual(EYES);
    expect(told(rows)).not.toEqual([]);
  });

  test("merged with each other, nobody knows what is beside what", () => {
    const rows = [["2025年近视率"], ["学段", "近视率"], ["小学", 31], ["初中", null]];
    const merges = [{ top: 3, bottom: 4, left: 2, right: 2 }, over(1, 1, 2)];
    expect(figures(rows, EYES, { merges })).toEqual(EYES);
  });

  test("责任单位 and 备注 may stand beside the figures; a remark is heard", () => {
    const rows: Rows = [
      ["2025年近视率情况"],
      ["学段", "近视率（%）", "责任单位", "备注"],
      ["小学", 35.6, "区教委", null],
      ["初中", 62.15, "区教委", "监测点学校"],
      ["高中", 77.02, "区教委", "为预计数"],
    ];
    expect(figures(rows, EYES)).toEqual(["C10b 2025:35.6", "C10c 2025:62.15", "C10d"]);
    expect(told(rows)).toContain("warning data/only-others-rows D5");
    // What makes a person ask is heard as beside any row.
    expect(told(rows)).toContain("warning data/partial-remarks D4");
  });
});

test("毛入学（园）率 over the stages of education is 毛入园率 of one and 毛入学率 of another", () => {
  const rows: Rows = [
    ["2025年各级教育普及情况"],
    ["学段", "毛入学（园）率（%）", "巩固率（%）"],
    ["学前教育", 98.01, null],
    ["九年义务教育", null, 99.94],
    ["高中阶段教育", 132.05, null],
  ];
  expect(figures(rows, ["C19", "C21", "C22"])).toEqual([
    "C19 2025:98.01",
    "C21 2025:99.94",
    "C22 2025:132.05",
  ]);
});
