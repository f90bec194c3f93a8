import { describe, expect, test } from "vitest";
import { figures, HEAD, over, reading, told, W04 } from "../layout.js";

const C21 = ["C21", "九年义务教育巩固率", "%"];

describe("columns of a part of the people", () => {
  const rows = [
    [...HEAD, "2024年", null, null, "2025年", null, null],
    [null, null, null, "合计", "男", "女", "合计", "男", "女"],
    [...C21, 98, 97.8, 98.2, 98.1, 97.9, 98.3],
    [...W04, 94.5, null, null, 94.88, null, null],
    ["C02", "婴儿死亡率", "‰", 3.1, 3.2, 3, 2.9, 3, 2.8],
    ["W33", "女性基本医疗保险参保率", "%", 97, 96, 97.5, 97.2, 96.2, 97.7],
  ];
  const around = { merges: [over(1, 4, 6), over(1, 7, 9)] };

  test("are read where the plans have such a row; of a row about women those of women", () => {
    expect(figures(rows, ["C21", "W11", "W04", "C02", "W33"], around)).toEqual([
      "C21 2024:98 2025:98.1",
      "W11 2024:98.2 2025:98.3",
      "W04 2024:94.5 2025:94.88",
      "C02 2024:3.1 2025:2.9",
      "W33 2024:97.5 2025:97.7",
    ]);
    expect(told(rows, around)).toEqual(["note data/rows-by-place A3"]);
  });

  test("every figure is accounted for once", () => {
    const [sheet] = reading(rows, around).coverage();
    const counts = [...(sheet?.known ?? []), ...(sheet?.refused ?? [])].map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, sheet?.read ?? 0)).toBe(sheet?.figures);
    expect([sheet?.read, sheet?.refused]).toEqual([10, []]);
  });

  test.each([
    ["2025年男", "2025年女", "2025年合计"],
    ["男生", "其中：女生", "合计"],
    ["男", "女", "总计"],
  ])("%s | %s | %s, over names that are none of ours without them", (men, women, all) => {
    const named = [
      ["2025年"],
      ["指标名称", "单位", men, women, all],
      ["人均预期寿命", "岁", 77, 81, 79],
      ["失业保险参保人数", "万人", 10, 9, 19],
      ["平均受教育年限", "年", 11.2, 11.1, 11.1],
    ];
    expect(figures(named, ["W02", "W35", "W14"])).toEqual(["W02 2025:81", "W35 2025:9", "W14 2025:11.1"]);
    expect(told(named).filter((each) => !each.startsWith("note"))).toEqual([]);
  });

  test.each([
    ["小学", "初中", "高中", "近视率", "%", ["C10b 2025:9", "C10c 2025:8", "C10d 2025:7"]],
    ["小学生", "初中生", "高中生", "每天睡眠时间", "小时", ["C15a 2025:9", "C15b 2025:8", "C15c 2025:7"]],
  ])("%s | %s | %s are rows of %s", (one, two, three, name, unit, read) => {
    const named = [
      ["指标名称", "单位", `2025年${one}`, `2025年${two}`, `2025年${three}`],
      [name, unit, 9, 8, 7],
    ];
    expect(
      figures(
        named,
        read.map((each) => each.split(" ")[0] ?? ""),
      ),
    ).toEqual(read);
  });

  test("农村 beside 自来水普及率 is the plan's row, and 合计 is not", () => {
    const named = [
      ["指标名称", "单位", "2025年合计", "2025年城市", "2025年农村"],
      ["自来水普及率", "%", 96, 99, 92],
      ["婴儿死亡率", "‰", 2.9, 2, 3.5],
    ];
    expect(figures(named, ["C30", "C02"])).toEqual(["C30 2025:92", "C02 2025:2.9"]);
  });

  test.each([
    ["a share of women, whose 女 counts them", "女性法官占比", "W44", 45],
    ["a number of girls", "九年义务教育巩固率", "W11", 4100],
  ])("%s is not read", (_what, name, id, women) => {
    const named = [
      ["指标名称", "2025年合计", "2025年男", "2025年女"],
      [name, 100, 55, women],
    ];
    expect(figures(named, [id])).toEqual([id]);
  });
});
