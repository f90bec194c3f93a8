import { describe, expect, test } from "vitest";
import { figures, HEAD, told, W04 } from "./layout.js";

const TWO = [
  [...HEAD, "2024年", "2025年"],
  [...W04, 94.52, 94.88],
];
const FORM = [[...HEAD, "上年数", "本年数"], TWO[1] ?? []];
const ONE = [
  [...HEAD, "2025年"],
  [...W04, 94.88],
];
const READ = ["W04 2024:94.52 2025:94.88"];

describe("a comparison in the name of a sheet", () => {
  test.each([
    "对比",
    "比较",
    "年度比较",
    "变化情况",
    "增长情况",
    "监测进度",
    "增减变化",
    "2024—2025年对比表",
  ])("%s over columns of years: their figures are the years' own", (name) => {
    expect(figures(TWO, ["W04"], { name })).toEqual(READ);
    expect(told(TWO, { name })).toEqual([]);
    expect(figures([[`永川区${name}`], ...TWO], ["W04"])).toEqual(READ);
  });

  test.each(["同比", "增速", "增减"])("%s may be what each column holds: read, and asked about", (name) => {
    expect(figures(TWO, ["W04"], { name })).toEqual(READ);
    expect(told(TWO, { name })).toEqual(["warning data/title-asked"]);
  });

  test("上年数 beside 本年数 is a comparison as well", () => {
    const around = { name: "对比", file: "2025年.xlsx" };
    expect(figures(FORM, ["W04"], around)).toEqual(READ);
  });

  test.each([
    ["变化情况", "W04 2025:94.88", "data/title-asked"],
    ["同比", "W04", "data/other-table"],
    ["增长率", "W04", "data/other-table"],
  ])("%s over a single column may head the change itself", (name, read, code) => {
    expect(figures(ONE, ["W04"], { name })).toEqual([read]);
    expect(told(ONE, { name })).toEqual([`warning ${code}`]);
  });

  test.each(["完成率", "位次", "得分"])("%s is another figure, however many years", (name) => {
    expect(figures(TWO, ["W04"], { name })).toEqual(["W04"]);
    expect(told(TWO, { name })).toEqual(["warning data/other-table"]);
  });
});

test.each(["并排", "导出", "导出数据", "打印版", "透视表", "转置", "底稿", "备用", "原表"])(
  "the sheet %s is named for how it was made: nobody is asked",
  (name) => {
    expect(figures(TWO, ["W04"], { name })).toEqual(READ);
    expect(told(TWO, { name })).toEqual([]);
  },
);
