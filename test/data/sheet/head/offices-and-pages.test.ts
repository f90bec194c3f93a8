import { describe, expect, test } from "vitest";
import { figures, HEAD, told, W04, C08, type Rows } from "../layout.js";

const YEARS = [...HEAD, "2024年", "2025年"];
const one: Rows = [YEARS, [...W04, 94.52, 94.88]];
const READ = ["W04 2024:94.52 2025:94.88"];

describe("a sheet named for an office within a unit says who fills it in", () => {
  test.each([
    ...["养老科", "失业工伤科", "职称科", "基教科", "老龄健康科", "规财科", "人事科", "体卫艺科", "基层科"],
    ...["妇发部", "立案庭", "规划财务科", "刑事审判庭", "就业股", "2025年妇幼科", "社保股2025"],
  ])("%s", (name) => {
    expect(figures(one, ["W04"], { name })).toEqual(READ);
    expect(told(one, { name })).toEqual([]);
  });

  test.each(["上半年科", "巡回法庭"])("%s holds a word that makes it another's", (name) => {
    expect(told(one, { name })).toEqual(["warning data/other-table"]);
  });

  test("but a word that only ends like one is asked about", () => {
    expect(told(one, { name: "体检重点学科" })).toEqual(["warning data/title-asked"]);
  });
});

describe("lines between two pages of one table", () => {
  const pages = (line: string): Rows => [...one, [line], YEARS, [...C08, 94.36, 94.72]];

  test.each([
    ...["第1页　共2页", "（转下页）", "第 1 页", "共4项指标", "第1页/共3页", "（接上页）", "共12项"],
    ...["接下表", "续上页", "（下转第2页）", "— 第1页 —"],
  ])("%s", (line) => {
    expect(figures(pages(line), ["W04", "C08"])).toEqual([...READ, "C08 2024:94.36 2025:94.72"]);
    expect(told(pages(line))).toEqual([]);
    expect(told(pages(line), { file: "a.csv" })).toEqual([]);
  });

  test.each(["共4个镇街", "共4所学校"])("%s may say whose the figures are", (line) => {
    expect(told(pages(line))).toEqual(["warning data/title-asked A3"]);
  });
});
