import { describe, expect, test } from "vitest";
import { figures, told, type Rows } from "./layout.js";

const HEAD = ["指标名称", "计量单位", "数值"];
const at = (value: number) => ["孕产妇系统管理率", "%", value];

describe("上年情况 and 本年情况 above tables", () => {
  const blocks = (first: string, second: string): Rows => [
    ["永川区2025年妇女指标"],
    [first],
    HEAD,
    at(94.52),
    [second],
    HEAD,
    at(94.88),
  ];

  test.each([
    ["上年情况", "本年情况"],
    ["一、上年情况", "二、本年情况"],
    ["去年数据", "今年数据"],
  ])("%s, %s: of the years that the sheet's title makes them", (first, second) => {
    expect(figures(blocks(first, second), ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
    expect(told(blocks(first, second))).toEqual([]);
  });

  test("without a year anywhere nobody knows which", () => {
    const [, ...rows] = blocks("上年情况", "本年情况");
    expect(figures(rows, ["W04"])).toEqual(["W04"]);
    expect(told(rows)).toContain("error data/no-year");
  });

  test("a second table that says nothing of the kind has no year of the first's title", () => {
    expect(figures(blocks("本年情况", "城市部分"), ["W04"])).toEqual(["W04 2025:94.52"]);
  });
});
