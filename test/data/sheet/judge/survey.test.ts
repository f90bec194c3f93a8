import { expect, test } from "vitest";
import { figures, told } from "../layout.js";

const C14 = ["C14", "12岁儿童龋患率", "%", 30];
const C10b = ["C10b", "小学生近视率", "%", 35];
const W22 = ["W22.1", "区人大代表中女性比例", "%", 32];
const W04 = ["W04", "孕产妇系统管理率", "%", 95];
const table = (title: string, ...rows: (string | number)[][]) => [
  [title],
  ["编号", "指标名称", "计量单位", "2025年"],
  ...rows,
];

test.each([
  ["2025年9—10月12岁儿童口腔健康调查", C14],
  ["2025年9月至10月监测表", C14],
  ["2025年7—12月问卷调查", C14],
  ["2025年9—10月学生视力筛查", C10b],
  ["2025年11月换届后", W22],
])("%s: months in which people looked, of what is found at once", (title, row) => {
  expect(figures(table(title, row), [String(row[0])])).toEqual([`${row[0]} 2025:${row[3]}`]);
  expect(told(table(title, row)).filter((each) => !each.startsWith("note"))).toEqual([]);
});

test.each([
  ["2025年1—9月监测表", [C14]],
  ["2025年9—10月监测表", [W04]],
  ["2025年9—10月调查", [C14, W04]],
  ["2025年9—10月监测表", [C10b]],
  ["2025年三季度调查", [C14]],
  ["2025年截至9月调查", [C14]],
])("%s: what is counted all the year is not done yet", (title, rows) => {
  expect(figures(table(title, ...rows), ["C14", "W04", "C10b"])).toEqual(["C14", "W04", "C10b"]);
  expect(told(table(title, ...rows))).toEqual(["warning data/other-table A1"]);
});

test("in the heading of a column, the rows of others are told", () => {
  const heads = (head: string, ...rows: (string | number)[][]) => [
    ["编号", "指标名称", "计量单位", head],
    ...rows,
  ];
  for (const head of ["2025年9—10月调查", "2025年9—10月口腔健康调查", "2025年10月调查数"]) {
    expect(figures(heads(head, C14), ["C14"])).toEqual(["C14 2025:30"]);
    expect(told(heads(head, C14))).toEqual(["note data/column-read-as D1"]);
  }
  expect(figures(heads("2025年9—10月", C14, W04), ["C14", "W04"])).toEqual(["C14 2025:30", "W04"]);
  expect(told(heads("2025年9—10月", C14, W04))).toEqual(["warning data/other-column D1"]);
  for (const head of ["2025年1—9月调查", "2025年三季度调查", "2025年9—10月调查甲"])
    expect(figures(heads(head, C14), ["C14"])).toEqual(["C14"]);
});
