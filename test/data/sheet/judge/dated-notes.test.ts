import { describe, expect, test } from "vitest";
import { figures, HEAD, reading, told, W01, W04 } from "../layout.js";

const table = (note: string) => [
  [...HEAD, "2024年", "2025年"],
  [...W04, 94.52, 95],
  [...W01, 66.15, 70],
  [note],
];

describe("a note that says what the figures of a year are", () => {
  test.each(["注：2025年为快报数", "2025年数据为初步统计数", "注：2024年为修订数，2025年为初步统计数。"])(
    "%s: read, and noted",
    (note) => {
      const rows = [
        ["编号", "指标名称", "2024年", "2025年"],
        ["W04", "孕产妇系统管理率", 94.52, 94.88],
        [note],
      ];
      expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
      expect(told(rows)).toEqual(["note data/preliminary-rows A3"]);
    },
  );

  test.each([
    "注：2025年数据为预计数。",
    "说明：2024年为年报数，2025年系估算数。",
    "备注：2025年数据截至9月底。",
    "注：1.资料来源：区统计局。2.2025年各项指标均为全市数据。",
    "2025年数为2025年上半年数",
    "注：2025年数据为农村数",
  ])("%s: its column is not read, and told once", (note) => {
    expect(figures(table(note), ["W04", "W01"])).toEqual(["W04 2024:94.52", "W01 2024:66.15"]);
    expect(told(table(note))).toEqual(["warning data/noted-column E1"]);
  });

  test("of several years, of all between two, of 本年数", () => {
    expect(told(table("注：2024年、2025年均为全市数。"))).toEqual([
      "warning data/noted-column D1",
      "warning data/noted-column E1",
    ]);
    expect(told(table("注：2023—2024年为预计数。"))).toEqual(["warning data/noted-column D1"]);
    const form = [
      ["2025年度填报表"],
      [...HEAD, "上年数", "本年数"],
      [...W04, 94.52, 95],
      ["注：本年数为预计数。"],
    ];
    expect(figures(form, ["W04"])).toEqual(["W04 2024:94.52"]);
    expect(reading(form).issues[0]?.message).toBe(
      "说明中写着“本年数为预计数”，E列“本年数”是预计数，第3行未读取",
    );
  });

  test.each([
    "注：2025年数据为年报数。",
    "注：2025年数据为户籍人口口径。",
    "注：2025年为换届年，2030年为规划目标年。",
    "注：2025年数据由市妇幼保健院提供，为全区数。",
    "注：2023年数据为预计数。",
    "2025年全市平均为96%",
  ])("%s does no harm", (note) => {
    expect(figures(table(note), ["W04"])).toEqual(["W04 2024:94.52 2025:95"]);
    expect(told(table(note))).toEqual([]);
  });
});

test.each([
  ["2025年数据及2026年计划", ["W04 2025:94.88"], ["warning data/noted-column D2"]],
  ["2026年计划完成情况（附2025年数据）", ["W04 2025:94.88 2026:95"], []],
])("a title that plans one of its years: %s", (title, values, findings) => {
  const rows = [[title], ["编号", "指标名称", "2025年", "2026年"], ["W04", "孕产妇系统管理率", 94.88, 95]];
  expect(figures(rows, ["W04"])).toEqual(values);
  expect(told(rows)).toEqual(findings);
});
