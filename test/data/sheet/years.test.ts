import { describe, expect, test } from "vitest";
import { formYear, yearsNamed } from "../../../src/data/sheet/years.js";

describe("yearsNamed", () => {
  test.each([
    ["永川区妇女发展规划（2021—2030年）2025年度监测数据填报表", [2025]],
    ["儿童规划监测数据2020-2025", []],
    ["填报日期：2026年3月20日 2025年", [2025]],
    ["区教委20260320", []],
    ["区卫生健康委2025年34项指标", [2025]],
    ["二〇二五年监测表", [2025]],
    ["2024年和2025年", [2024, 2025]],
    ["截至2025年12月底监测数据", [2025]],
    ["截至2025年末", [2025]],
    ["截至2026年3月", []],
    ["有效期至2027年12月31日", []],
    ["表2  2024年儿童指标", [2024]],
    ["附表12-1　2025年监测数据", [2025]],
    ["妇幼年报（2023年10月1日至2024年9月30日）", [2024]],
    ["2023年10月至2025年9月", []],
  ])("%s names %j", (text, years) => {
    expect(yearsNamed(text)).toEqual(years);
  });
});

const yearOf = (title = "", sheet = "", file = "", ...notes: string[]) =>
  formYear({ title, sheet, file, notes });

describe("formYear", () => {
  test.each<string[]>([
    ["2025年度填报表", "Sheet1", "a.xlsx"],
    ["填报表", "2025", "a.xlsx"],
    ["填报表", "Sheet1", "区教委2025.xlsx"],
    ["填报表", "Sheet1", "2025/区教委.xlsx"],
    ["填报表", "Sheet1", "a.xlsx", "以上数据均为2025年数据"],
  ])("is said by the title, the sheet, the file's name, its folder or a note: %s %s %s", (...said) => {
    expect(yearOf(...said)).toEqual({ type: "year", year: 2025 });
  });

  test("nobody names one", () => {
    expect(yearOf("填报表", "Sheet1", "区教委.xlsx")).toEqual({ type: "none" });
  });

  test.each<string[]>([
    ["last year's title in this year's file", "2024年度填报表", "Sheet1", "区教委2025.xlsx"],
    ["on a sheet of this year", "2024年度填报表", "2025年", "a.xlsx"],
    ["a note that the figures are last year's", "2025年度填报表", "Sheet1", "a.xlsx", "以上均为2024年数据"],
    ["several years in a title", "2024年、2025年数据", "Sheet1", "a.xlsx"],
  ])("%s is a contradiction, not a choice", (_what, ...said) => {
    expect(yearOf(...said).type).toBe("conflict");
  });

  test("of several years in the title the sheet or the file's name chooses", () => {
    expect(yearOf("2024年、2025年数据", "Sheet1", "2025.xlsx")).toEqual({ type: "year", year: 2025 });
    expect(yearOf("2024年、2025年数据", "2025年", "a.xlsx")).toEqual({ type: "year", year: 2025 });
  });
});
