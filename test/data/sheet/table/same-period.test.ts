import { describe, expect, test } from "vitest";
import { HEAD, W04, figures, told } from "../layout.js";

const NEARBY = ["W04 2025:94.88"];

describe("上年同期 is of what stands on its left", () => {
  test.each([
    ["上半年", "上年同期", "全年"],
    ["2025年上半年", "上年同期", "2025年"],
    ["1—9月", "去年同期", "2025年"],
  ])("%s: no figure of the year before", (part, same, year) => {
    const rows = [["2025年监测表"], [...HEAD, part, same, year], [...W04, 95.1, 93.2, 94.88]];
    expect(figures(rows, ["W04"])).toEqual(NEARBY);
  });

  test("the month's beside the month, the year's beside what has added up", () => {
    const head = [...HEAD, "12月", "上年同期", "1—12月累计", "上年同期"];
    const rows = [["2025年12月监测表"], head, [...W04, 95.1, 93.2, 94.88, 94.52]];
    expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
  });

  test("with nothing but parts of the year, told", () => {
    const rows = [["2025年监测表"], [...HEAD, "四季度", "上年同期"], [...W04, 95.1, 93.2]];
    expect(figures(rows, ["W04"])).toEqual(["W04"]);
    expect(told(rows)).toEqual(expect.arrayContaining([expect.stringMatching(/other-column/u)]));
  });

  test("beside the year's own it is the year before's, whatever stands between", () => {
    const rows = [["2025年监测表"], [...HEAD, "本年数", "增减", "上年同期"], [...W04, 94.88, 0.36, 94.52]];
    expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
  });
});
