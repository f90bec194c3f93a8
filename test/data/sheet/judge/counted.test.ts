import { describe, expect, test } from "vitest";
import { down, figures, HEAD, over, reading, told } from "../layout.js";

const W43 = ["W43", "女性检察官占比"];

describe("what counts beside a rate", () => {
  const parts = (texts: readonly string[], head = "项目") => [
    ["编号", "指标名称", head, "2024年", "2025年"],
    ...texts.map((text, at) => [
      ...W43,
      text,
      ...([
        [54, 55],
        [23, 24],
        [42.59, 43.64],
      ][at] ?? []),
    ]),
  ];

  test.each([
    [["检察官总数（人）", "其中：女性（人）", "占比（%）"]],
    [["总数", "女性", "比例"]],
    [["检察官总数", "女检察官数", "女检察官占比"]],
    [["分母", "分子", "女性占比"]],
    [["总人数", "女性人数", "比重"]],
  ])("of %s the share is read", (texts) => {
    for (const head of ["项目", "明细", "内容", "类别"]) {
      expect(figures(parts(texts, head), ["W43"])).toEqual(["W43 2024:42.59 2025:43.64"]);
    }
  });

  test("in units of their own, too, and under one merged name", () => {
    const rows = [
      ["序号", "指标名称", "项目", "计量单位", "2024年", "2025年"],
      [43, "女性检察官占比", "检察官总数", "人", 54, 55],
      [null, null, "女检察官数", "人", 23, 24],
      [null, null, "占比", "%", 42.59, 43.64],
    ];
    const merges = [down(1, 2, 4), down(2, 2, 4)];
    expect(figures(rows, ["W43"], { merges })).toEqual(["W43 2024:42.59 2025:43.64"]);
    expect(told(rows, { merges })).toEqual(["note data/others-rows C2"]);
  });

  test.each([
    "女性检察官人数",
    "总数",
    "分母",
    "分子",
    "数量",
    "绝对数",
    "在册数",
    "（人）",
    "单位为‰",
    "占比（‰）",
  ])("%s alone is told, and not read", (text) => {
    for (const head of ["明细", ""]) {
      const rows = parts([text], head);
      expect(figures(rows, ["W43"])).toEqual(["W43"]);
      expect(told(rows).filter((each) => !each.includes("no-rows"))).toEqual([
        "warning data/only-others-rows C2",
      ]);
    }
  });

  test.each(["分母", "例数", "分子", "人数"])("%s in a name", (word) => {
    const rows = [
      ["编号", "指标名称", "2024年", "2025年"],
      ["W43", `女性检察官占比（${word}）`, 23, 24],
    ];
    expect(told(rows)).toEqual(["warning data/only-others-rows B2"]);
  });

  test("counts are what they count, and 男性占比 is none of women", () => {
    const rows = (text: string, id: string, name: string) => [
      ["编号", "指标名称", "明细", "2024年", "2025年"],
      [id, name, text, 231, 260],
    ];
    expect(figures(rows("总数", "W39", "区级文明家庭"), ["W39"])).toEqual(["W39 2024:231 2025:260"]);
    expect(told(rows("占比（%）", "W39", "区级文明家庭"))).toEqual(["warning data/only-others-rows C2"]);
    expect(told(parts(["男性占比"], "明细"))).toEqual(["warning data/only-others-rows C2"]);
  });

  test.each(["总数", "绝对数", "总人数", "分母"])("%s under a year", (word) => {
    const rows = [
      ["编号", "指标名称", "2024年", "2025年"],
      [null, null, "数值", word],
      [...W43, 42.59, 55],
      ["W39", "区级文明家庭", 231, null],
    ];
    const merges = [down(1, 1, 2), down(2, 1, 2)];
    expect(figures(rows, ["W43"], { merges })).toEqual(["W43 2024:42.59"]);
    expect(told(rows, { merges })).toContain("warning data/other-column D2");
  });

  test("总数 beside men and women is of both, 绝对数 beside what changed is what did", () => {
    const groups = [
      ["编号", "指标名称", "2025年", null, null],
      [null, null, "总数", "男", "女"],
      ["C08", "3岁以下儿童系统管理率", 94.72, 94.6, 94.8],
    ];
    const merges = [down(1, 1, 2), down(2, 1, 2), over(1, 3, 5)];
    expect(figures(groups, ["C08"], { merges })).toEqual(["C08 2025:94.72"]);
    const bulletin = [
      ["指标名称", "计量单位", "2025年绝对数", "比上年增减"],
      ["孕产妇系统管理率", "%", 94.88, 0.36],
    ];
    expect(figures(bulletin, ["W04"])).toEqual(["W04 2025:94.88"]);
  });
});

describe("a unit in a heading or a name beside another in the unit's column", () => {
  test.each(["2025年（人）", "2025年（‰）", "2025年（万人）", "2025年 单位：‰"])("%s", (heading) => {
    const rows = [
      [...HEAD, "2024年", heading],
      [...W43, "%", 42.59, 24],
    ];
    expect(figures(rows, ["W43"])).toEqual(["W43 2024:42.59"]);
    expect(told(rows)).toEqual(["error data/stated-unit-scale E1"]);
  });

  test("the same unit, and one for things counted alike, are no other", () => {
    const rows = (heading: string, unit: string, id: string, name: string) => [
      [...HEAD, "2024年", heading],
      [id, name, unit, 36, 41],
    ];
    expect(told(rows("2025年（%）", "%", "W43", "女性检察官占比"))).toEqual([]);
    expect(told(rows("2025年（家）", "个", "C23", "普惠托育服务机构数量"))).toEqual([]);
  });

  test("a title's unit is that of rows without their own", () => {
    const rows = [["单位：人"], [...HEAD, "2024年", "2025年"], [...W43, "%", 42.59, 43.64]];
    expect(figures(rows, ["W43"])).toEqual(["W43 2024:42.59 2025:43.64"]);
  });

  test.each(["人", "‰", "万人"])("（%s） behind a name", (unit) => {
    const rows = [
      [...HEAD, "2024年", "2025年"],
      ["W43", `女性检察官占比（${unit}）`, "%", 23, 24],
    ];
    expect(figures(rows, ["W43"])).toEqual(["W43"]);
    expect(told(rows)).toEqual(["error data/unit-scale B2"]);
  });
});

describe("a unit of something else than the row's figure", () => {
  test.each([
    ["W04", "孕产妇系统管理率", "百分点"],
    ["W04", "孕产妇系统管理率", "个百分点"],
    ["C24", "每千人口拥有3岁以下婴幼儿托位数", "个/万人"],
    ["C24", "每千人口拥有3岁以下婴幼儿托位数", "个/百人"],
    ["W39", "区级文明家庭", "户/万人"],
  ])("%s %s in %s is not read", (id, name, unit) => {
    const rows = [
      [...HEAD, "2024年", "2025年"],
      [id, name, unit, 0.4, 0.36],
    ];
    expect(figures(rows, [id])).toEqual([id]);
    expect(told(rows)).toEqual(["error data/unit-scale C2"]);
  });

  test("个/千人 of what is counted by the thousand is the row's own", () => {
    const rows = [
      [...HEAD, "2024年", "2025年"],
      ["C24", "每千人口拥有3岁以下婴幼儿托位数", "个/千人", 3.62, 4.08],
    ];
    expect(told(rows)).toEqual([]);
  });

  test("among figures it says that the row is one column off", () => {
    const rows = [
      [...HEAD, "2024年", "2025年", "备注"],
      ["W07", "孕产妇艾滋病", "梅毒和乙肝检测率", "%", 99.58, "99.51"],
    ];
    expect(figures(rows, ["W07"])).toEqual(["W07"]);
    expect(told(rows, { file: "a.csv" })).toContain("error data/unit-among-figures D2");
    const csv = reading(rows, { file: "a.csv" }).issues.find(
      ({ code }) => code === "data/unit-among-figures",
    );
    expect(csv?.hint).toContain("名称中有逗号的");
  });

  test("behind the last figure it is only no figure", () => {
    const rows = [
      [...HEAD, "2024年", "2025年"],
      [...W43, "%", 42.59, "%"],
    ];
    expect(figures(rows, ["W43"])).toEqual(["W43 2024:42.59"]);
    expect(told(rows)).toEqual(["error data/not-a-number E2"]);
  });
});
