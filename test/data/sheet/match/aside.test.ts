import { describe, expect, test } from "vitest";
import { figures, reading, told, type Rows } from "../layout.js";

const rows = (name: string): Rows => [
  ["指标名称", "计量单位", "2024年", "2025年"],
  [name, "‰", 2.05, 1.98],
  ["孕产妇系统管理率", "%", 94.52, 94.88],
];

describe("words beside a name that say nothing of its figures", () => {
  test.each([
    ...["婴儿死亡率（全区）", "婴儿死亡率（永川区）", "婴儿死亡率（合计）", "婴儿死亡率（约束性指标）"],
    ...["婴儿死亡率（预期性）", "婴儿死亡率（逆指标）", "婴儿死亡率（年报）", "婴儿死亡率（区卫生健康委）"],
    ...["婴儿死亡率（牵头：区卫生健康委）", "全区婴儿死亡率", "我区婴儿死亡率", "永川区婴儿死亡率（逆指标）"],
  ])("%s", (name) => {
    expect(figures(rows(name), ["C02"])).toEqual(["C02 2024:2.05 2025:1.98"]);
    expect(told(rows(name))).toEqual([]);
    expect(told(rows(name), { file: "a.csv" })).toEqual([]);
  });

  test.each([
    ...["婴儿死亡率（全市）", "婴儿死亡率（流动人口）", "婴儿死亡率（2020年普查）"],
    ...["婴儿死亡率（男）", "婴儿死亡率（上半年）", "婴儿死亡率（目标）", "全市婴儿死亡率"],
  ])("%s is none of ours in silence", (name) => {
    expect(figures(rows(name), ["C02"])).toEqual(["C02"]);
    expect(told(rows(name))).not.toEqual([]);
  });

  test.each([
    ["婴儿死亡率（全市）", "其他地区的数"],
    ["全国婴儿死亡率", "其他地区的数"],
    ["婴儿死亡率（上半年）", "不足一年的数"],
    ["婴儿死亡率（2030年目标）", "目标数"],
    ["婴儿死亡率全市排位", "位次"],
    ["婴儿死亡率较上年增减", "增减变化"],
    ["上年婴儿死亡率", "另一年的数"],
  ])("%s is told as what it is: %s", (name, what) => {
    const messages = reading(rows(name)).issues.map(({ message }) => message);
    expect(messages.join()).toContain(`第2行是${what}，未读取`);
    const beside = [...rows(name), ["婴儿死亡率", "‰", 2.05, 1.98]];
    expect(figures(beside, ["C02"])).toEqual(["C02 2024:2.05 2025:1.98"]);
    expect(told(beside)).toEqual(["note data/others-rows A2"]);
  });

  test("婴儿死亡率（2024年） has a figure of that year alone", () => {
    expect(figures(rows("婴儿死亡率（2024年）"), ["C02"])).toEqual(["C02 2024:2.05"]);
    expect(told(rows("婴儿死亡率（2024年）"))).toEqual(["warning data/only-others-rows A2"]);
  });

  test("under a head without a year each row has the one that its name gives", () => {
    const undated: Rows = [
      ["指标名称", "计量单位", "数值"],
      ["婴儿死亡率（2024年）", "‰", 2.05],
      ["婴儿死亡率（2025年）", "‰", 1.98],
      ["2025年孕产妇系统管理率", "%", 94.88],
      ["注：妇幼数据为年报数"],
    ];
    expect(figures(undated, ["C02", "W04"])).toEqual(["C02 2024:2.05 2025:1.98", "W04 2025:94.88"]);
    expect(told(undated)).toEqual([]);
    const open = [...undated, ["婚前医学检查率", "%", 68]];
    expect(told(open)).toEqual(["error data/no-year"]);
  });

  test("of several rows of others there is one finding for each that they are", () => {
    const others = ["婴儿死亡率（全市）", "新生儿死亡率（全市）", "新生儿死亡率位次"].map((name) => [
      name,
      "‰",
      2.4,
      2.3,
    ]);
    expect(told([...rows("婴儿死亡率"), ...others])).toEqual([
      "warning data/only-others-rows A4",
      "note data/others-rows A4",
      "warning data/only-others-rows A6",
    ]);
  });
});
