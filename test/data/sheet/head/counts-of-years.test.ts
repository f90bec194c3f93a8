import { describe, expect, test } from "vitest";
import { figures, told, type Rows } from "../layout.js";

const table = (above: string, below: string, value = 94.88): Rows => [
  ["指标名称", "计量单位", above, below, "2024年", "2025年"],
  ["孕产妇系统管理率", "%", 5925, 6245, 94.52, value],
];

describe("numerators and denominators that name their year are those of its figure", () => {
  test.each([
    ["2025年分子数（人）", "2025年分母数（人）"],
    ["2025年分子", "2025年分母"],
    ["2025年分子数", "2025年分母数"],
    ["2025年度分子值", "2025年度分母值"],
    ["分子（2025年）", "分母（2025年）"],
    ["2025年末分子", "2025年末分母"],
    ["2025年管理人数（分子）", "2025年活产数（分母）"],
    ["管理人数（分子）", "产妇数（分母）"],
  ])("%s, %s", (above, below) => {
    expect(figures(table(above, below), ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
    expect(told(table(above, below))).toEqual([]);
    expect(told(table(above, below, 95.02))).toEqual(["warning data/rate-differs F2"]);
    expect(told(table(above, below, 95.02), { file: "a.csv" })).toEqual(["warning data/rate-differs F2"]);
  });

  test("of the year before they prove nothing of this one", () => {
    expect(told(table("2024年分子", "2024年分母"))).toEqual(["warning data/rate-differs E2"]);
  });

  test.each(["2025年上半年（分子）", "2025年目标数（分子）", "2025年男性（分子）"])(
    "%s is another figure",
    (above) => {
      const found = told(table(above, "2025年分母", 95.02));
      expect(found.some((each) => / C1$/u.test(each))).toBe(true);
      expect(found).not.toContain("warning data/rate-differs F2");
    },
  );
});
