import { describe, expect, test } from "vitest";
import { headingOf, unreadYear } from "../../../src/data/sheet/headings.js";

describe("headingOf", () => {
  test.each([
    "2020年",
    "2020",
    "2020 年",
    "2020 年实际",
    "2020年（实际）",
    "２０２０年",
    "二〇二〇年",
    "二○二○年",
    "2020年度",
    "基期（2020年）",
    "2020年实际值",
    "2020年数",
  ])("%s is the year 2020", (text) => {
    expect(headingOf([text])).toEqual({ role: "yearValue", year: 2020 });
  });

  test.each([
    ["指标编号", "code"],
    ["序 号", "number"],
    ["指标名称（单位）", "name"],
    ["计量单位", "unit"],
    ["单位", "unit"],
    ["本年数（2025年）", "value"],
    ["上年数", "previous"],
    ["分子（人）", "numerator"],
    ["资料来源", "dataSource"],
    ["填报单位", "reporter"],
    ["备　注", "remark"],
  ])("%s is %s", (text, role) => {
    expect(headingOf([text])).toEqual({ role });
  });

  test.each(["2030年规划", "2030年目标值", "2025年比2024年增减", "2025年快报", "类别", "指标属性"])(
    "%s holds no year's figures",
    (text) => {
      expect(headingOf([text])).toBeNull();
    },
  );

  test("a two-row head is read from below, with its banner where that is needed", () => {
    expect(headingOf(["监测值", "2021年"])).toEqual({ role: "yearValue", year: 2021 });
    expect(headingOf(["2021年", "实际值"])).toEqual({ role: "yearValue", year: 2021 });
    expect(headingOf(["2025年", "本年数"])).toEqual({ role: "value" });
    expect(headingOf(["目标值", "2030年"])).toBeNull();
    expect(headingOf(["指标名称", ""])).toEqual({ role: "name" });
  });
});

test("a year in a heading nobody understands is told, a target's is not", () => {
  expect(unreadYear(["2025年快报"])).toBe("2025年快报");
  expect(unreadYear(["2030年规划目标"])).toBeNull();
});

test("an estimate of a year is not its figure, and people are told so", () => {
  expect(headingOf(["2025年预计"])).toBeNull();
  expect(unreadYear(["2025年预计"])).toBe("2025年预计");
  expect(unreadYear(["2025年预计比2024年增长"])).toBeNull();
});
