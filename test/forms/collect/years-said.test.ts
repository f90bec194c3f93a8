import { expect, test } from "vitest";
import { yearsContradict } from "../../../src/forms/collect/years-said.js";
import { returnedOf } from "../../../src/forms/collect/returned.js";
import { book, plans, sheet, type Written } from "../../data/book.js";

const TIME = "2026-03-01T08:00:00+08:00";

/** A form of 2025 by its figures' title, with projects of these years. */
function contradictionOf(...years: number[]): string {
  const figures: Written[][] = [
    ["永川区儿童发展规划2025年度监测填报表"],
    ["编号", "指标名称", "上年数", "本年数"],
    ["C21", "", 92, 93],
  ];
  const projects: Written[][] = [
    ["项目编号", "项目名称", "年份", "进展状态"],
    ...years.map((year): Written[] => ["CP01", "", year, "推进中"]),
  ];
  const content = book("区教委.xlsx", sheet("年度填报", figures), sheet("重点项目进展", projects));
  return yearsContradict(returnedOf(content, plans, TIME))?.message ?? "";
}

test("rows of projects that are all of another year contradict the title", () => {
  expect(contradictionOf(2024)).toContain("“年度填报”是2025年度，“重点项目进展”是2024年度");
});

test("rows of the form's year, and of years before it too, do not", () => {
  expect(contradictionOf(2025)).toBe("");
  expect(contradictionOf(2024, 2025)).toBe("");
});
