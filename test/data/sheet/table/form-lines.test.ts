import { describe, expect, test } from "vitest";
import { down, figures, over, told, type Rows } from "../layout.js";

/** A head of two rows below a line that says who fills the form in. */
function below(line: Rows[number], banner = "历年"): Rows {
  return [
    ["永川区妇幼健康核心指标完成情况表"],
    line,
    ["序号", "指标名称", "单位", banner, null, "2025年", null],
    [null, null, null, "2023年", "2024年", "目标", "实际"],
    [1, "孕产妇系统管理率", "%", 94.1, 94.52, 94, 94.88],
    [2, "婴儿死亡率", "‰", 2.26, 2.23, 2.5, 2.1],
  ];
}

const HEAD = [over(3, 4, 5), over(3, 6, 7), down(1, 3, 4), down(2, 3, 4), down(3, 3, 4)];
const READ = ["W04 2023:94.1 2024:94.52 2025:94.88", "C02 2023:2.26 2024:2.23 2025:2.1"];

describe("a line of labels with what they say, between the title and a head of two rows", () => {
  test.each<{ line: Rows[number]; across: readonly (readonly [number, number])[] }>([
    {
      line: ["填报单位：永川区卫生健康委员会（盖章）", null, null, null, "填报日期：2026年2月18日"],
      across: [
        [1, 4],
        [5, 7],
      ],
    },
    {
      line: ["填报人：张三", null, null, "审核人", null, "联系电话：49813345"],
      across: [
        [1, 3],
        [4, 5],
        [6, 7],
      ],
    },
    {
      line: ["填报单位", null, null, "永川区卫生健康委", null, "2026年2月18日"],
      across: [
        [1, 3],
        [4, 5],
        [6, 7],
      ],
    },
    {
      line: [null, null, null, "填报日期", null, "2026年2月18日"],
      across: [
        [4, 5],
        [6, 7],
      ],
    },
    {
      line: [null, null, null, "审核人", null, "李四"],
      across: [
        [4, 5],
        [6, 7],
      ],
    },
    {
      line: [null, null, null, "联系人", null, "张三"],
      across: [
        [4, 5],
        [6, 7],
      ],
    },
    {
      line: ["制表日期：2026-02-18", null, null, null, null, "表号：永妇儿1表"],
      across: [
        [1, 5],
        [6, 7],
      ],
    },
    {
      line: ["单位负责人：李四", null, null, "统计负责人：王五", null, "填表人：赵六"],
      across: [
        [1, 3],
        [4, 5],
        [6, 7],
      ],
    },
  ])("is no part of it: $line", ({ line, across }) => {
    const merges = [over(1, 1, 7), ...across.map(([from, to]) => over(2, from, to)), ...HEAD];
    for (const around of [{ merges }, { file: "a.csv" }]) {
      expect(figures(below(line), ["W04", "C02"], around)).toEqual(READ);
      expect(told(below(line), around)).toEqual([]);
    }
  });
});

describe("words over years", () => {
  test.each(["历年", "往年", "近三年", "各年度", "历年数据", "“十四五”时期", "十四五以来"])(
    "%s say nothing of them",
    (banner) => {
      expect(figures(below([], banner), ["W04", "C02"], { merges: HEAD })).toEqual(READ);
      expect(told(below([], banner), { merges: HEAD })).toEqual([]);
    },
  );

  test.each(["历年平均", "历年目标"])("%s do", (banner) => {
    expect(figures(below([], banner), ["W04"], { merges: HEAD })).toEqual(["W04 2025:94.88"]);
  });

  test("are not understood where no year stands below", () => {
    const rows: Rows = [
      ["指标名称", "单位", "历年合计"],
      ["孕产妇系统管理率", "%", 94.1],
    ];
    expect(figures(rows, ["W04"], { file: "2025年.xlsx" })).toEqual(["W04"]);
    expect(told(rows, { file: "2025年.xlsx" })).toEqual(["warning data/unread-column C1"]);
  });

  test.each(["“十三五”末", "“十三五”末年", "“十三五”时期"])("%s is the plan of 2020 below", (banner) => {
    const rows: Rows = [
      ["指标名称", "单位", banner, "“十四五”时期", null],
      [null, null, "2020年", "2024年", "2025年"],
      ["孕产妇系统管理率", "%", 92.99, 94.52, 94.88],
    ];
    const merges = [down(1, 1, 2), down(2, 1, 2), over(1, 4, 5)];
    expect(figures(rows, ["W04"], { merges })).toEqual(["W04 2020:92.99 2024:94.52 2025:94.88"]);
  });
});
