import { describe, expect, test } from "vitest";
import { HEAD, W01, W04, figures, over, told, type Rows } from "../layout.js";

describe("a monthly report of December", () => {
  test.each([
    ["12月当月", "1—12月累计"],
    ["12月", "1—12月"],
    ["12月份", "本年累计"],
    ["本月", "累计"],
    ["当月数", "1-12月累计数"],
  ])("%s is the month's, %s the year's", (month, year) => {
    const rows = [["2025年12月监测表"], [...HEAD, month, year], [...W04, 95.1, 94.88], [...W01, 70, 68]];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2025:94.88", "W01 2025:68"]);
    expect(told(rows)).toEqual([]);
  });

  test("whose month the file alone names", () => {
    const rows = [
      [...HEAD, "本月", "本年累计", "上年同期累计", "同比"],
      [...W04, 95.1, 94.88, 94.52, 0.36],
    ];
    for (const file of ["月报202512.xlsx", "监测月报2025年12月.xlsx", "2025-12/月报2025-12.xlsx"])
      expect(figures(rows, ["W04"], { file })).toEqual(["W04 2024:94.52 2025:94.88"]);
  });

  test("that calls itself one, with last year's beside what has added up", () => {
    const head = [...HEAD, "本月", "累计", "上年同期"];
    const rows = [["2025年12月监测指标月报"], head, [...W04, 95.1, 94.88, 94.52]];
    expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
    expect(told(rows)).toEqual([]);
    const others = [["全市2025年12月监测指标月报"], ...rows.slice(1)];
    expect(figures(others, ["W04"])).toEqual(["W04"]);
    expect(told(others)).not.toEqual([]);
  });

  test("beneath its year", () => {
    const rows = [
      ["2025年12月监测表"],
      [...HEAD, "2025年", null],
      [null, null, null, "12月", "1-12月"],
      [...W04, 95.1, 94.88],
    ];
    expect(figures(rows, ["W04"], { merges: [over(2, 4, 5)] })).toEqual(["W04 2025:94.88"]);
  });

  test.each([
    ["of November", "2025年11月监测表", "本月", "本年累计"],
    ["of no month", "2025年监测表", "本月", "本年累计"],
    ["made on a day of December", "2025年12月20日", "本月", "本年累计"],
    ["of an average", "2025年12月监测表", "本月", "累计平均"],
  ])("%s: what adds up is not the year's, and told", (_what, title, month, sum) => {
    const rows = [[title], [...HEAD, month, sum], [...W04, 95.1, 94.88]];
    expect(figures(rows, ["W04"])).toEqual(["W04"]);
    expect(told(rows)).not.toEqual([]);
  });

  test("累计 beside the year's own figure adds up more", () => {
    const rows = [["2025年12月监测表"], [...HEAD, "2025年", "累计"], [...W04, 94.88, 280]];
    expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
  });
});

test("本月末 of a December is the year's end, 上年同月 the last one's; of another month neither is", () => {
  const table = (month: number): Rows => [
    [`2025年${month}月社会保险参保情况`],
    ["指标名称", "计量单位", "本月末", "上年同月"],
    ["女性失业保险参保人数", "万人", 6.08, 5.92],
  ];
  expect(figures(table(12), ["W35"])).toEqual(["W35 2024:5.92 2025:6.08"]);
  expect(figures(table(6), ["W35"])).toEqual(["W35"]);
  expect(told(table(6))).not.toEqual([]);
});
