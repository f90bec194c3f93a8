import { describe, expect, test } from "vitest";
import { figures, reading, told, type Rows } from "./layout.js";

const READ = ["C02 2024:3.1 2025:2.9", "W04 2024:94.5 2025:94.88"];
const sourcesOf = (rows: Rows) =>
  (reading(rows).dataset.series["W04"] ?? []).map(({ source }) => source.cell);

describe("a block for each indicator", () => {
  const cards: Rows = [
    ["永川区监测指标卡"],
    ["指标名称", "婴儿死亡率"],
    ["计量单位", "‰"],
    ["2024年数", 3.1],
    ["2025年数", 2.9],
    ["数据来源", "区卫生健康委"],
    ["指标名称", "孕产妇系统管理率"],
    ["计量单位", "%"],
    ["2024年数", 94.5],
    ["2025年数", 94.88],
  ];

  test("is read block by block, each figure with its own cell", () => {
    expect(figures(cards, ["C02", "W04"])).toEqual(READ);
    expect(told(cards)).toEqual(["note data/cards A2"]);
    expect(sourcesOf(cards)).toEqual(["B9", "B10"]);
  });

  test("every figure is accounted for", () => {
    const [sheet] = reading(cards).coverage();
    const counts = [...(sheet?.known ?? []), ...(sheet?.refused ?? [])].map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, sheet?.read ?? 0)).toBe(sheet?.figures);
    expect(sheet?.refused).toEqual([]);
  });

  test("with several headings in a row", () => {
    const rows: Rows = [
      ["编号", "C02", "指标名称", "婴儿死亡率"],
      ["计量单位", "‰", "责任单位", "区卫生健康委"],
      ["2024年", 3.1, "2025年", 2.9],
      ["编号", "W04", "指标名称", "孕产妇系统管理率"],
      ["计量单位", "%", "责任单位", "区卫生健康委"],
      ["2024年", 94.5, "2025年", 94.88],
    ];
    expect(figures(rows, ["C02", "W04"])).toEqual(READ);
  });

  test("with each heading and what it heads in one cell", () => {
    const rows: Rows = [["指标名称：婴儿死亡率"], ["2024年：3.1"], ["2025年：2.9"]];
    expect(figures(rows, ["C02"])).toEqual(READ.slice(0, 1));
  });

  test("上年数 and 本年数 are of the year that the sheet says", () => {
    const rows: Rows = [["2025年监测指标卡"], ["指标名称", "婴儿死亡率"], ["上年数", 3.1], ["本年数", 2.9]];
    expect(figures(rows, ["C02"])).toEqual(READ.slice(0, 1));
  });

  test("another place's, or a target, is none of ours", () => {
    const city: Rows = [["重庆市监测指标卡"], ...cards.slice(1)];
    expect(figures(city, ["C02"])).toEqual(["C02"]);
    const target: Rows = [
      ["指标名称", "婴儿死亡率"],
      ["2025年目标", 5],
      ["2025年实际", 2.9],
    ];
    expect(figures(target, ["C02"])).toEqual(["C02 2025:2.9"]);
  });
});
