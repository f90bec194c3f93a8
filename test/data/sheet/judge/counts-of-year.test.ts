import { describe, expect, test } from "vitest";
import { down, figures, over, reading, told, type Rows } from "../layout.js";

const FILE = "2025年计算表.xlsx";

/** 分子, 分母, and by the heads behind them the figure of 2025 or of 2024. */
function counted(heads: readonly string[]): Rows {
  const of = (head: string, [result, factor, before]: readonly [number, number, number]) => {
    if (/上年|2024/u.test(head)) return before;
    return /系数|倍数|^×$/u.test(head) ? factor : result;
  };
  const row = (
    name: readonly string[],
    counts: readonly number[],
    all: readonly [number, number, number],
  ) => [...name, ...counts, ...heads.slice(2).map((head) => of(head, all))];
  return [
    ["编号", "指标名称", ...heads],
    row(["W04", "孕产妇系统管理率"], [5917, 6236], [94.88, 100, 94.52]),
    row(["W03", "孕产妇死亡率"], [1, 6236], [16.04, 100_000, 0]),
  ];
}

function countsOf(heads: readonly string[], file = FILE): string[] {
  const { series } = reading(counted(heads), { file }).dataset;
  return Object.values(series).flatMap((all) =>
    all.map(({ year, numerator }) => `${year} ${numerator?.value.toString() ?? "–"}`),
  );
}

describe("what a rate is reckoned from", () => {
  test.each([
    [["分子", "分母", "计算值", "上年数"]],
    [["分子", "分母", "计算结果", "上年数"]],
    [["分子", "分母", "得数", "上年数"]],
    [["分子", "分母", "2025年（计算）", "上年数"]],
    [["分子（A）", "分母（B）", "系数（C）", "指标值（A÷B×C）", "上年值"]],
    [["分子A", "分母B", "倍数C", "本年数", "上年数"]],
    [["分子(a)", "分母(b)", "×", "计算结果", "上年"]],
    [["①分子", "②分母", "③系数", "④2025年（①/②×③）", "⑤2024年"]],
    [["分子", "分母", "指标值=A/B×C", "2024年"]],
    [["分子", "分母", "指标值(3)=(1)/(2)", "2024年"]],
  ])("stands beside what it gives: %j", (heads) => {
    for (const file of [FILE, "2025年计算表.csv"]) {
      expect(figures(counted(heads), ["W04", "W03"], { file })).toEqual([
        "W04 2024:94.52 2025:94.88",
        "W03 2024:0 2025:16.04",
      ]);
      expect(told(counted(heads), { file })).toEqual([]);
      expect(countsOf(heads, file).sort()).toEqual(["2024 –", "2024 –", "2025 1", "2025 5917"]);
    }
  });

  test.each([
    [["分子", "分母", "结算值", "上年数"], FILE],
    [["分子", "分母", "结算值", "2024年"], FILE],
    [["分子", "分母", "结算值", "2024年"], "a.xlsx"],
    [["分子", "分母", "2025年（暂缺）", "2024年"], "a.xlsx"],
    // Nobody knows whether (F) is female.
    [["分子", "分母", "2025年（F）", "上年数"], FILE],
    [["分子", "分母", "上年数"], FILE],
  ])("is never of the year before: %j in %s", (heads, file) => {
    expect(figures(counted(heads), ["W04", "W03"], { file })).toEqual(["W04 2024:94.52", "W03 2024:0"]);
    expect(countsOf(heads, file)).toEqual(["2024 –", "2024 –"]);
    expect(told(counted(heads), { file })).toContain("warning data/counts-alone C1");
  });

  test("under 百分比 is of percentages only", () => {
    const rows = counted(["分子", "分母", "百分比", "上年数"]);
    expect(figures(rows, ["W04", "W03"], { file: FILE })).toEqual([
      "W04 2024:94.52 2025:94.88",
      "W03 2024:0",
    ]);
    expect(told(rows, { file: FILE })).toEqual([
      "warning data/counts-alone C1",
      "note data/column-read-as E1",
    ]);
  });

  test("goes with the latest year where no title says another", () => {
    const rows = counted(["分子", "分母", "2025年", "2024年"]);
    expect(told(rows)).toEqual([]);
    expect(countsOf(["分子", "分母", "2025年", "2024年"], "a.xlsx")).toContain("2025 5917");
  });

  test("and is stale, is told as ever", () => {
    const rows: Rows = [
      ["编号", "指标名称", "分子（A）", "分母（B）", "系数（C）", "指标值（A÷B×C）"],
      ["W04", "孕产妇系统管理率", 5917, 6236, 100, 94.36],
    ];
    expect(told(rows, { file: FILE })).toEqual(["warning data/rate-differs F2"]);
  });
});

test("分子 and 分母 with their names and numbers, under one banner beside the rate", () => {
  const rows: Rows = [
    ["2025年妇幼健康年报"],
    ["指标名称", "计量单位", "计算依据", null, null, null, "率"],
    [null, null, "分子", null, "分母"],
    [null, null, "指标", "数值", "指标", "数值"],
    ["孕产妇系统管理率", "%", "系统管理人数", 5917, "活产数", 6236, 94.88],
    ["3岁以下儿童系统管理率", "%", "系统管理人数", 17000, "3岁以下儿童数", 17948, 94.72],
  ];
  const merges = [down(1, 2, 4), down(2, 2, 4), down(7, 2, 4), over(2, 3, 6), over(3, 3, 4), over(3, 5, 6)];
  expect(figures(rows, ["W04", "C08"], { merges })).toEqual(["W04 2025:94.88", "C08 2025:94.72"]);
  expect(reading(rows, { merges }).dataset.series["W04"]?.[0]?.denominator?.value.toString()).toBe("6236");
});
