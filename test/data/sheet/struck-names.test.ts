import { describe, expect, test } from "vitest";
import { book, codesOf, made, read, sheet, type Written } from "../book.js";

function struck(text: string): Written {
  return made({ type: "text", text }, text, { struck: { text, whole: true } });
}

const HEAD = ["编号", "指标名称", "2024年", "2025年"];

describe("a name that is struck out", () => {
  test.each<[string, Written[]]>([
    ["its code", [struck("W04"), "孕产妇系统管理率", 94.1, 94.6]],
    ["its name", ["W04", struck("孕产妇系统管理率"), 94.1, 94.6]],
  ])("takes its row back: %s", (_, row) => {
    const found = read(book("a.xlsx", sheet("指标数据", [HEAD, row, ["W44", "女性法官占比", 45.1, 45.9]])));
    expect(found.issues.map(({ code }) => code)).toEqual(["data/struck-rows"]);
    expect(Object.keys(found.dataset.series)).toEqual(["W44"]);
  });

  test("in part leaves the name that holds", () => {
    const name = made({ type: "text", text: "女性律师占比" }, "女性律师占比", {
      struck: { text: "女性法官占比", whole: false },
    });
    const found = read(
      book(
        "a.xlsx",
        sheet("指标数据", [
          ["指标名称", "2025年"],
          [name, 42.6],
        ]),
      ),
    );
    expect([found.issues, Object.keys(found.dataset.series)]).toEqual([[], ["W45"]]);
  });

  test("beneath a heading takes the column back", () => {
    const rows = [
      ["编号", "指标名称", "2024年", struck("2025年")],
      ["W04", "孕产妇系统管理率", 94.1, 94.6],
    ];
    const found = read(book("a.xlsx", sheet("指标数据", rows)));
    expect(codesOf(found)).toEqual(["data/struck-column D1"]);
    expect(found.dataset.series["W04"]?.map(({ year }) => year)).toEqual([2024]);
  });

  test("is told once of towns, places and projects, too", () => {
    const towns = sheet("镇街", [
      ["编号", "镇街", "2025年"],
      ["C07", struck("朱沱镇"), 99],
      ["C07", struck("松溉镇"), 98],
    ]);
    const projects = sheet("重点项目进展", [
      ["项目编号", "年份", "进展状态"],
      ["WP02", 2025, struck("已完成")],
    ]);
    const places = sheet("对照", [
      ["编号", "年份", "地区", "数值", "口径", "来源"],
      ["W44", 2025, struck("全市"), 44, "一致", "年报"],
    ]);
    const found = read(book("a.xlsx", towns, projects, places));
    expect(codesOf(found).filter((code) => code.startsWith("data/struck"))).toEqual([
      "data/struck-rows C2",
      "data/struck-rows C2",
      "data/struck-rows B2",
    ]);
    const { groups, progress, references } = found.dataset;
    expect([groups, progress, references]).toEqual([[], [], []]);
  });
});
