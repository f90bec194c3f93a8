import { expect, test } from "vitest";
import { children, valuesOf, type Written } from "../../book.js";
import { reading } from "../layout.js";

const HEAD = ["指标名称", "镇街", "2025年"];
const C09 = "7岁以下儿童健康管理率";
const all = children.sites.map((town, at): Written[] => [C09, town, 98 + at / 100]);

/** The district's figure of a row, of its towns and these lines. */
function district(towns: readonly (readonly Written[])[], ...lines: (readonly Written[])[]): string {
  return valuesOf(reading([HEAD, ...towns, ...lines]), "C09");
}

test.each(["全区", "永川区", "永川", "重庆市永川区"])("%s among the towns is the district", (name) => {
  expect(district(all.slice(0, 2), [C09, name, 98.1])).toBe("2025:98.1");
});

test.each(["合计", "总计", "永川区合计", "全区总计"])("%s is, where all towns have a figure", (name) => {
  expect(district(all, [C09, name, 98.1])).toBe("2025:98.1");
  expect(district(all.slice(1), [C09, name, 98.1])).toBe("");
});

test.each(["平均", "全区平均", "城区小计", "小计", "其中：最低"])("%s is not", (name) => {
  expect(district(all, [C09, name, 98.1])).toBe("");
});

test("合计 of rates that lies outside them is their sum; of counts that is what it says", () => {
  const C01 = "新生儿死亡率";
  const rows = (name: string, of: number, whole: number) => [
    HEAD,
    ...children.sites.map((town): Written[] => [name, town, of]),
    [name, "合计", whole],
  ];
  expect(valuesOf(reading(rows(C01, 0.5, 11.5)), "C01")).toBe("");
  expect(valuesOf(reading(rows(C01, 0.5, 0.5)), "C01")).toBe("2025:0.5");
  expect(valuesOf(reading(rows("普惠托育服务机构数量", 3, 69)), "C23")).toBe("2025:69");
});

test("in a table of 分组 and 组别 it is told; of institutions it is none of the district", () => {
  const rows = [
    ["编号", "年份", "分组", "组别", "数值"],
    ["C10b", 2025, "性别", "男", 36],
    ["C10b", 2025, "性别", "女", 40],
    ["C10b", 2025, "性别", "合计", 38],
    ["C13b", 2025, "机构", "甲", 2],
    ["C13b", 2025, "机构", "合计", 2],
  ];
  const found = reading(rows);
  expect([valuesOf(found, "C10b"), valuesOf(found, "C13b")]).toEqual(["2025:38", ""]);
  const told = found.issues.filter(({ code }) => /whole-rows|group-total/u.test(code));
  expect(told.map(({ code, message }) => `${code} ${message.slice(0, 8)}`)).toEqual([
    "data/whole-rows 第4行“合计”是",
    "data/group-total 第6行“合计”是",
  ]);
});
