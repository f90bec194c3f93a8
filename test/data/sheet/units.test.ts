import { describe, expect, test } from "vitest";
import { figures, told } from "./layout.js";

const HEAD = ["编号", "指标名称", "单位"];
const W44 = ["W44", "女性法官占比"];
const C27 = ["C27", "0—6岁残疾儿童康复救助人数"];
const C15A = ["C15a", "小学生每天睡眠时间"];

describe("a unit of another size is never read as it stands", () => {
  test.each([
    [C15A, "分钟", 9.1],
    [C15A, "天", 9.1],
    [["W14", "女性平均受教育年限"], "月", 11],
    [["W03", "孕产妇死亡率"], "‱", 1.1],
    [["C01", "新生儿死亡率"], "1/10000", 2],
    [["W04", "孕产妇系统管理率"], "人", 94],
    [["W04", "孕产妇系统管理率"], "人次", 94],
    // Of others, or of more of them.
    [["W03", "孕产妇死亡率"], "每10万孕产妇", 12],
    [["W03", "孕产妇死亡率"], "1/10万人口", 12],
    [["W03", "孕产妇死亡率"], "每千活产", 0.1],
    [["C17", "儿童意外伤害死亡率"], "/10万人口", 0.1],
    [["C17", "儿童意外伤害死亡率"], "每千活产", 0.1],
  ])("%s in %s", (row, unit, value) => {
    const rows = [
      [...HEAD, "2025年"],
      [...row, unit, value],
    ];
    expect(figures(rows, [row[0] ?? ""])).toEqual([row[0]]);
    expect(told(rows)).toEqual(["error data/unit-scale C2"]);
  });

  test("wherever it is said: over the column, in the title, behind the name", () => {
    for (const rows of [
      [
        ["编号", "指标名称", "2025年（分钟）"],
        [...C15A, 9.1],
      ],
      [["单位：分钟"], ["编号", "指标名称", "2025年"], [...C15A, 9.1]],
      [
        ["编号", "指标名称", "2025年"],
        ["C15a", "小学生每天睡眠时间（分钟）", 9.1],
      ],
    ]) {
      expect(figures(rows, ["C15a"])).toEqual(["C15a"]);
      expect(told(rows)).toEqual([expect.stringMatching(/^error data\/(?:stated-)?unit-scale/u)]);
    }
  });

  test("one of the same size, or that nobody knows, is told and read", () => {
    const rows = [
      [...HEAD, "2025年"],
      ["W02", "妇女人均预期寿命", "年", 81],
      ["W46", "杀害、强奸、伤害、侮辱、拐卖妇女刑事案件发生数", "%", 45],
      ["W43", "女性检察官占比", "百分数", 45],
    ];
    expect(figures(rows, ["W02", "W46", "W43"])).toEqual(["W02 2025:81", "W46 2025:45", "W43 2025:45"]);
    expect(told(rows)).toEqual(
      ["C2", "C3", "C4"].map((cell) => expect.stringMatching(`data/unit-differs ${cell}`) as unknown),
    );
  });
});

describe("two columns of one year that differ in unit", () => {
  test("each is read in the rows of its unit", () => {
    const rows = [
      [...HEAD, "2024年（%）", "2024年（人）", "2025年（%）", "2025年（人）"],
      [...W44, "%", 45, 48, 45.9, 50],
      [...C27, "人", null, 440, null, 451],
    ];
    expect(figures(rows, ["W44", "C27"])).toEqual(["W44 2024:45 2025:45.9", "C27 2024:440 2025:451"]);
    expect(told(rows)).toEqual([]);
  });

  test("one without a unit is that of all other rows", () => {
    const rows = [
      [...HEAD, "2025年", "2025年（人）", "2024年"],
      [...W44, "%", 45.9, 50, 45],
      [...C27, "人", null, 451, 440],
    ];
    expect(figures(rows, ["W44", "C27"])).toEqual(["W44 2024:45 2025:45.9", "C27 2024:440 2025:451"]);
    expect(told(rows)).toEqual([]);
  });

  test("a figure in the other unit alone is not read, and told", () => {
    const rows = [
      [...HEAD, "2025年（%）", "2025年（人）"],
      [...W44, "%", null, 50],
      [...C27, "人", null, 451],
    ];
    expect(figures(rows, ["W44", "C27"])).toEqual(["W44", "C27 2025:451"]);
    expect(told(rows)).toEqual(["warning data/blank-beside D1"]);
  });

  test("a row of neither's unit has two figures that nobody can choose between", () => {
    const rows = [
      [...HEAD, "2025年（%）", "2025年（人）"],
      ["C01", "新生儿死亡率", "‰", 1, 2],
    ];
    expect(figures(rows, ["C01"])).toEqual(["C01"]);
    expect(told(rows)).toEqual(["error data/twin-columns E1"]);
  });

  test("of three columns of one year every row in which two differ is refused", () => {
    const rows = [
      [...HEAD, "2025年", "2025年实际", "2025年数据"],
      [...W44, "%", 45.9, 46.9, 45.9],
      ["W43", "女性检察官占比", "%", 51, 51, 52],
    ];
    expect(figures(rows, ["W44", "W43"])).toEqual(["W44", "W43"]);
  });
});
