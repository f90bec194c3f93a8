import { describe, expect, test } from "vitest";
import { figures, told } from "../layout.js";

const table = (...notes: string[]) => [
  ["2025年度填报表"],
  ["序号", "编号", "指标名称", "本年数"],
  [1, "W04", "孕产妇系统管理率", 94.88],
  [2, "W11", "女童九年义务教育巩固率", 99.92],
  [3, "C21", "九年义务教育巩固率", 99.94],
  ...notes.map((note) => [note]),
];
const read = (...notes: string[]) => figures(table(...notes), ["W04", "W11", "C21"]);
const ALL = ["W04 2025:94.88", "W11 2025:99.92", "C21 2025:99.94"];

describe("a note that says of one row what its figure is", () => {
  test.each([
    ["注：孕产妇系统管理率为全市数据。", ["W04", ALL[1], ALL[2]]],
    ["W04为预计数", ["W04", ALL[1], ALL[2]]],
    ["说明：1.序号3为2024年数据；2.其余为2025年数据。", [ALL[0], ALL[1], "C21"]],
    ["注：女童九年义务教育巩固率2025年数据为全市数据", [ALL[0], "W11", ALL[2]]],
    ["注：九年义务教育巩固率沿用上年数", [ALL[0], ALL[1], "C21"]],
    ["W04为全市数据", ["W04", ALL[1], ALL[2]]],
    ["注：W11—C21为全市数据", [ALL[0], "W11", "C21"]],
    ["注：W04—W11为全市数据", ["W04", "W11", ALL[2]]],
    ["注：序号1、3为全市数据", ["W04", ALL[1], "C21"]],
    ["注：序号2—3为全市数据", [ALL[0], "W11", "C21"]],
    ["注：除W04外，均为全市数据", [ALL[0], "W11", "C21"]],
    ["注：女童九年义务教育巩固率以外的指标为全市数据", ["W04", ALL[1], "C21"]],
    ["说明：W04、C21除外，均为全市数据", [ALL[0], "W11", ALL[2]]],
  ])("%s", (note, values) => {
    expect(read(note)).toEqual(values);
    expect(told(table(note))).toEqual(["warning data/only-others-rows A6"]);
  });

  test.each([
    "注：孕产妇系统管理率为户籍口径。",
    "注：孕产妇系统管理率由区卫生健康委提供，为年报数",
    "注：九年义务教育巩固率全市平均为99.5%",
    "注：W04为约束性指标",
  ])("%s does no harm", (note) => {
    expect(read(note)).toEqual(ALL);
    expect(told(table(note))).toEqual([]);
  });
});

describe("a line or remark that speaks of one row", () => {
  const head = ["编号", "指标名称", "本年数", "备注"];
  const rows = (remarks: string[] = []) => [
    ["W04", "孕产妇系统管理率", 94.88, remarks[0] ?? null],
    ["W11", "女童九年义务教育巩固率", 99.92, remarks[1] ?? null],
    ["C21", "九年义务教育巩固率", 99.94, remarks[2] ?? null],
  ];
  const ids = ["W04", "W11", "C21"];

  test("between the rows heads none of those below it", () => {
    const [first = [], ...rest] = rows();
    const lines = [["2025年度填报表"], head, first, ["W04为全市数据"], ...rest];
    expect(figures(lines, ids)).toEqual(["W04", ALL[1], ALL[2]]);
  });

  test("beside another row is heard, and says nothing of that one", () => {
    const lines = [["2025年度填报表"], head, ...rows(["", "W04为全市数据"])];
    expect(figures(lines, ids)).toEqual(["W04", ALL[1], ALL[2]]);
  });

  test("is meant again by 同上", () => {
    const lines = [["2025年度填报表"], head, ...rows(["全市数据", "同上"])];
    expect(figures(lines, ids)).toEqual(["W04", "W11", ALL[2]]);
    expect(told(lines)).toEqual(["warning data/only-others-rows D3"]);
  });
});
