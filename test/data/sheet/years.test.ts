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
  ])("%s names %j", (text, years) => {
    expect(yearsNamed(text)).toEqual(years);
  });
});

describe("formYear", () => {
  test("comes from the title, else the sheet, else the file's name, else its folder", () => {
    expect(formYear("2025年度填报表", "Sheet1", "a.xlsx")).toEqual({ type: "year", year: 2025 });
    expect(formYear("填报表", "2025", "a.xlsx")).toEqual({ type: "year", year: 2025 });
    expect(formYear("填报表", "Sheet1", "区教委2025.xlsx")).toEqual({ type: "year", year: 2025 });
    expect(formYear("填报表", "Sheet1", "2025/区教委.xlsx")).toEqual({ type: "year", year: 2025 });
    expect(formYear("填报表", "Sheet1", "区教委.xlsx")).toEqual({ type: "none" });
  });

  test("last year's title in this year's file is a contradiction, not a choice", () => {
    expect(formYear("2024年度填报表", "Sheet1", "区教委2025.xlsx").type).toBe("conflict");
  });

  test("of several years in the title the file's name chooses; without one nobody does", () => {
    expect(formYear("2024年、2025年数据", "Sheet1", "2025.xlsx")).toEqual({ type: "year", year: 2025 });
    expect(formYear("2024年、2025年数据", "Sheet1", "a.xlsx").type).toBe("conflict");
  });
});
