import { describe, expect, test } from "vitest";
import { datasetOf } from "../../../src/data/settle/dataset-of.js";
import { NO_MANIFEST } from "../../../src/data/dataset.js";
import { book, children, plans, sheet, women, type Written } from "../book.js";

/** What a whole data folder of one workbook lacks. */
function lacks(code: string, ...rows: Written[][]) {
  const files = [book("a.xlsx", sheet("数据", rows))];
  return datasetOf(files, NO_MANIFEST, plans, null, "folder").issues.filter((each) => each.code === code);
}

describe("rows no reporter has reported for two years", () => {
  const head = ["编号", "2022年", "2023年", "2024年", "2025年"];
  const missing = (...rows: Written[][]): string[] =>
    lacks("data/missing-two-years", head, ...rows).flatMap(({ indicators }) => indicators);

  test("are told, those never reported included, of plans with data of both years", () => {
    const told = missing(["W04", 94, 94, 94, 94.1], ["W05a", 60, 61, null, null], ["W05b", 60, 61, 62, null]);
    expect(told).toContain("W05a");
    expect(told).toContain("W22.1");
    expect(told).not.toContain("W05b");
    expect(told).not.toContain("W22");
    expect(told.some((id) => id.startsWith("C"))).toBe(false);
  });

  test("are one finding a domain, which names every row", () => {
    const told = lacks(
      "data/missing-two-years",
      head,
      ["W04", 94, 94, 94, 94.1],
      ["W05a", 60, 61, null, null],
    );
    expect(told).toHaveLength(women.domains.length);
    for (const { indicators, message } of told) {
      expect(indicators.filter((id) => !message.includes(`${id} `))).toEqual([]);
    }
    const all = told.flatMap(({ indicators }) => indicators);
    expect(new Set(all).size).toBe(all.length);
  });

  test("are not told where the folder holds one year, or files are checked by themselves", () => {
    expect(missing(["W04", null, null, null, 94.1])).toEqual([]);
    const files = [book("a.xlsx", sheet("数据", [head, ["W04", 94, 94, 94, 94.1]]))];
    expect(datasetOf(files, NO_MANIFEST, [women]).issues).toEqual([]);
  });
});

describe("sites that the plan does not name", () => {
  const head = ["编号", "年份", "分组", "组别", "数值"];
  const town = (name: string, year = 2025): Written[] => ["C07", year, "镇街", name, 98.5];

  test("are told once a year by name, whatever else is lacking; 中山路 and 永川区双石镇人民政府 are named", () => {
    const found = lacks(
      "data/units-unknown",
      head,
      ...["中山路", "永川区双石镇人民政府", "几江街道", "珞璜镇"].map((name) => town(name)),
      town("双石镇", 2024),
    );
    expect(found.map(({ where, severity }) => `${severity} ${where?.cell}`)).toEqual(["warning E4"]);
    expect(found[0]?.message).toContain("2025年的几江街道、珞璜镇不在规划列出的23个镇街之中");
  });
});

test.each(["几江街道", "高新区"])("a site that is called %s is missing, and named", (other) => {
  const head = ["编号", "年份", "分组", "组别", "数值"];
  const [first = "", ...names] = children.sites;
  const rows = [other, ...names].map((name): Written[] => ["C07", 2025, "镇街", name, 98.5]);
  const told = ["data/units-unknown", "data/units-missing"].flatMap((code) => lacks(code, head, ...rows));
  expect(told.map(({ message }) => message.includes(`${first}没有数据`))).toEqual([true]);
});

describe("sites that have not reported", () => {
  const head = ["编号", "年份", "分组", "组别", "数值"];
  const town = (year: number, name: string): Written[] => ["C07", year, "镇街", name, 98.5];

  test("are counted against those expected, and named where they reported before", () => {
    const [told] = lacks(
      "data/units-missing",
      head,
      town(2024, "甲镇"),
      town(2024, "乙镇"),
      town(2025, "甲镇"),
    );
    expect(told).toMatchObject({ severity: "warning", where: { cell: "E4" } });
    expect(told?.message).toContain("乙镇");
  });

  test("are none where all 23 have; a 24th is one too many, and named where other years lack it", () => {
    const all = (year: number, count: number) =>
      Array.from({ length: count }, (_town, index) => town(year, `${index + 1}镇`));
    expect(lacks("data/units-missing", head, ...all(2025, 23))).toEqual([]);
    expect(lacks("data/units-surplus", head, ...all(2025, 23))).toEqual([]);
    const [told] = lacks("data/units-surplus", head, ...all(2024, 23), ...all(2025, 24));
    expect(told).toMatchObject({ severity: "warning", where: { cell: "E25" } });
    expect(told?.message).toContain("24镇");
  });
});
