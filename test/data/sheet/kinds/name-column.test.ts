import { describe, expect, test } from "vitest";
import { figures, told, type Rows } from "../layout.js";

const table = (heads: readonly string[], codes: readonly (string | number)[]): Rows => [
  [...heads, "计量单位", "2024年", "2025年"],
  [codes[0] ?? "", "学前教育普惠率", "%", 91.2, 92.45],
  [codes[1] ?? "", "孕产妇系统管理率", "%", 94.36, 94.72],
];
const IDS = ["C20", "W04"];
const READ = ["C20 2024:91.2 2025:92.45", "W04 2024:94.36 2025:94.72"];

describe("the column whose cells name our rows is the column of names, whatever heads it", () => {
  test.each([
    [
      ["编号", "项　　目"],
      ["（1）", "（2）"],
    ],
    [
      ["编号", "监测项目"],
      [1, 2],
    ],
    [
      ["编号", "项目名称"],
      ["1", "2"],
    ],
    [
      ["编号", "内容"],
      ["1.1", "1.2"],
    ],
    [
      ["代码", "项目"],
      ["①", "②"],
    ],
    [
      ["编码", "事项"],
      ["一", "二"],
    ],
    [
      ["指标编号", "内  容"],
      ["1", "2"],
    ],
    [
      ["编号", "监测内容"],
      ["A1", "A2"],
    ],
  ])("%j over %j", (heads, codes) => {
    expect(figures(table(heads, codes), IDS)).toEqual(READ);
    expect(told(table(heads, codes))).toEqual([]);
    expect(told(table(heads, codes), { file: "a.csv" })).toEqual([]);
  });

  test("beside codes it is held against them", () => {
    expect(told(table(["编号", "内容"], ["C20", "W04"]))).toEqual([]);
    expect(told(table(["编号", "内容"], ["C20", "W01"]))).toEqual(["error data/code-contradicts-name A3"]);
  });

  test("a column of other words is none, nor is one beside a column of names", () => {
    const other = [
      ["编号", "内容", "计量单位", "2025年"],
      ["1", "全区图书馆藏书", "册", 92.45],
    ];
    expect(figures(other, IDS)).toEqual(IDS);
    const both = [
      ["指标名称", "内容", "计量单位", "2025年"],
      ["孕产妇系统管理率", "学前教育普惠率", "%", 94.72],
    ];
    expect(figures(both, IDS)).toEqual(["C20", "W04 2025:94.72"]);
  });
});
