import { describe, expect, test } from "vitest";
import { figures, reading, told } from "../layout.js";

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
    ["注：九年义务教育巩固率按2024年底数填报", [ALL[0], ALL[1], "C21"]],
    ["注：孕产妇系统管理率按全市数填报", ["W04", ALL[1], ALL[2]]],
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
    "注：孕产妇系统管理率按规划口径统计",
    "注：孕产妇系统管理率按2025年妇幼年报填报",
    "注：孕产妇系统管理率按全市统一要求统计",
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

describe("a note on one row of a table of several years", () => {
  const rows = (note: string) => [
    ["编号", "指标名称", "2023年", "2024年", "2025年"],
    ["W33", "女性基本医疗保险参保率", 94, 95, 96],
    ["W34", "女性基本养老保险参保率", 93, 94, 95],
    [`注：${note}`],
  ];
  const W34 = "W34 2023:93 2024:94 2025:95";
  test.each([
    ["W33 2025年数据为全市数据", "W33 2023:94 2024:95", W34],
    ["女性基本医疗保险参保率2025年为全市数据", "W33 2023:94 2024:95", W34],
    ["W33 2024—2025年数据为全市数据", "W33 2023:94", W34],
    ["W33为2025年全市数据", "W33 2023:94 2024:95", W34],
    ["2025年W33、W34为预计数", "W33 2023:94 2024:95", "W34 2023:93 2024:94"],
    ["W33为2024年数据", "W33 2023:94 2024:95", W34],
    ["W33沿用上年数", "W33 2023:94 2024:95", W34],
    ["W33为全市数据", "W33", W34],
    ["W33 2025年数据由区医保局提供，为年报数", "W33 2023:94 2024:95 2025:96", W34],
  ])("takes the years it speaks of: %s", (note, ...values) => {
    expect(figures(rows(note), ["W33", "W34"])).toEqual(values);
  });

  test("that speaks of more rows than it names is told so", () => {
    const found = (note: string) => reading(rows(note)).issues.map(({ message }) => message);
    expect(found("W33等2项为全市数据").join()).toContain("另有1项没有点名");
    expect(found("W33、W34等两项为全市数据").join()).not.toContain("没有点名");
  });
});
