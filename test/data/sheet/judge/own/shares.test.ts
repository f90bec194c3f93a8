import { expect, test } from "vitest";
import { down, figures, over, told, type Rows } from "../../layout.js";

const HEAD = ["编号", "指标名称", "单位"];
const W44 = ["W44", "女性法官占比", "%"];

test.each([
  ["总数", "女性", "占比"],
  ["合计（人）", "其中：女（人）", "占比（%）"],
  ["总人数", "女性人数", "女性占比"],
])("%s, %s, %s: of a share of women the last is the figure, of each year its own", (all, women, share) => {
  const rows = [
    [...HEAD, "2024年", null, null, "2025年", null, null],
    [null, null, null, all, women, share, all, women, share],
    [...W44, 100, 45, 45, 98, 45, 45.92],
  ];
  expect(figures(rows, ["W44"])).toEqual(["W44 2024:45 2025:45.92"]);
  expect(told(rows)).toEqual(["note data/column-read-as F2"]);
  // What the share is made of is its numerator and denominator.
  const wrong = [...rows.slice(0, 2), [...W44, 100, 45, 45, 98, 45, 54.92]];
  expect(told(wrong)).toContain("warning data/rate-differs I3");
});

test("of a rate, or of a number beside them, nobody knows which of the three it is", () => {
  const heads = [
    [...HEAD, "2025年", null, null],
    [null, null, null, "总数", "女性", "占比"],
  ];
  const others = [
    ["W12", "高中阶段教育女性毛入学率", "%", 300, 96, 32],
    ["W35", "女性失业保险参保人数", "万人", 20, 9, 45],
  ];
  for (const row of others) {
    const rows = [...heads, [...W44, 100, 45, 45], row];
    expect(figures(rows, ["W44", String(row[0])])).toEqual(["W44 2025:45", row[0]]);
    expect(told(rows).sort()).toEqual(["error data/both-sexes D2", "note data/column-read-as F2"]);
  }
});

test("a column of the year without 总数 may be the figure itself", () => {
  const rows = [
    [...HEAD, "2025年", "其中：女", "女性占比"],
    [...W44, 45.9, 45, 45.9],
  ];
  expect(figures(rows, ["W44"])).toEqual(["W44"]);
  expect(told(rows)).toEqual(["error data/both-sexes D1"]);
});

test.each(["占比", "比重", "比例（%）", "百分比", "女性占比"])(
  "%s beside 人数 is the figure of a share",
  (share) => {
    const rows = [
      [...HEAD, "2025年", null],
      [null, null, null, "人数", share],
      [...W44, 42, 42.86],
    ];
    expect(figures(rows, ["W44"])).toEqual(["W44 2025:42.86"]);
    expect(told(rows)).toEqual(["note data/column-read-as E2"]);
  },
);

test("占比 is no figure of a rate, nor is that of a whole of which the row's own figure stands beside it", () => {
  const rate = [
    [...HEAD, "占比"],
    ["W04", "孕产妇系统管理率", "%", 94.88],
  ];
  expect(figures(rate, ["W04"], { file: "2025年.xlsx" })).toEqual(["W04"]);
  expect(told(rate, { file: "2025年.xlsx" })).toEqual(["warning data/other-column D1"]);
  const own = [
    [...HEAD, "2025年", "占比"],
    [...W44, 42.86, 100],
  ];
  expect(figures(own, ["W44"])).toEqual(["W44 2025:42.86"]);
});

test("比例 behind 男 and behind 女 is of those, a banner's or a neighbour's; a share of somebody's own counts no women", () => {
  const judges = ["女性法官占比", 64, 57.14, 48, 42.86];
  const flat: Rows = [["2025年"], ["指标名称", "男", "比例", "女", "比例"], judges];
  const stacked: Rows = [
    ["2025年"],
    ["指标名称", "男", null, "女", null],
    [null, "人数", "比例", "人数", "比例"],
    judges,
  ];
  const merges = [down(1, 2, 3), over(2, 2, 3), over(2, 4, 5)];
  expect(figures(flat, ["W44"])).toEqual(["W44 2025:42.86"]);
  expect(figures(stacked, ["W44"], { merges })).toEqual(["W44 2025:42.86"]);
  expect(told(stacked, { merges })).toEqual(["note data/column-read-as E3"]);
  const more: Rows = [
    ["2025年"],
    ["指标名称", "女性占比", "女性提出建议占比"],
    ["区人大代表中女性比例", 30.08, 21.5],
  ];
  expect(figures(more, ["W22.1"])).toEqual(["W22.1 2025:30.08"]);
  expect(told(more)).toEqual(["note data/column-read-as B2", "warning data/unread-column C2"]);
});

test("万人 beside a share of women are no numerator", () => {
  const rows: Rows = [
    ["指标", "2025年"],
    [null, "女性人数（万人）", "女性占比（%）"],
    ["就业人员中女性比例", 29.3, 45.8],
  ];
  const merges = [down(1, 1, 2), over(1, 2, 3)];
  expect(figures(rows, ["W15"], { merges })).toEqual(["W15 2025:45.8"]);
  expect(told(rows, { merges })).toEqual(["note data/column-read-as C2"]);
});
