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
    expect(found.map(({ where, severity }) => `${severity} ${where?.cell}`)).toEqual(["error E4"]);
    expect(found[0]?.message).toContain("2025年的几江街道、珞璜镇不在规划列出的23个镇街之中，未计入");
  });

  test("have no part in the row's figure, which is the least of the towns'", () => {
    const rows = [head, town("双石镇"), ["C07", 2025, "镇街", "几江街道", 91.2]];
    const { dataset, coverage } = datasetOf([book("a.xlsx", sheet("数据", rows))], NO_MANIFEST, plans);
    expect(dataset.groups.map(({ group }) => group)).toEqual(["双石镇"]);
    expect(coverage()[0]?.refused).toEqual([{ reason: "row", count: 1 }]);
  });

  const zones =
    "高新区 永川高新区 国家高新区 经开区 经济技术开发区 凤凰湖工业园 新城管委会 区直 区本级 区直机关 区级单位";
  test.each(zones.split(" "))("%s is no town of the district", (name) => {
    const rows = [head, town("双石镇"), ["C07", 2025, "镇街", name, 91.2]];
    const { dataset, issues } = datasetOf([book("a.xlsx", sheet("数据", rows))], NO_MANIFEST, plans);
    expect(dataset.groups.map(({ group }) => group)).toEqual(["双石镇"]);
    // 经开区 may be the name of another district, too.
    const told = issues.filter(({ code }) => ["data/site-apart", "data/group-total"].includes(code));
    expect(told.map(({ message }) => message.includes(name.replace("永川", "")))).toEqual([true]);
  });

  test("that a plan lists are counted, whatever they are called", () => {
    const listing = { ...children, sites: [...children.sites, "高新区"] };
    const rows = [head, town("双石镇"), ["C07", 2025, "镇街", "高新区", 91.2]];
    const { dataset } = datasetOf([book("a.xlsx", sheet("数据", rows))], NO_MANIFEST, [women, listing]);
    expect(dataset.groups.map(({ group }) => group)).toEqual(["双石镇", "高新区"]);
  });

  test("of a plan that lists none are those alone that are no towns by name", () => {
    const rows = [head, town("甲镇"), ["C07", 2025, "镇街", "高新区", 91.2]];
    const open = [women, { ...children, sites: [] }];
    const { dataset, issues } = datasetOf([book("a.xlsx", sheet("数据", rows))], NO_MANIFEST, open);
    expect(dataset.groups.map(({ group }) => group)).toEqual(["甲镇"]);
    expect(issues.map(({ code }) => code)).toContain("data/site-apart");
  });
});

test.each(["几江街道", "高新区"])("a site that is called %s is missing, and named", (other) => {
  const head = ["编号", "年份", "分组", "组别", "数值"];
  const [first = "", ...names] = children.sites;
  const rows = [other, ...names].map((name): Written[] => ["C07", 2025, "镇街", name, 98.5]);
  const told = ["data/units-unknown", "data/site-apart", "data/units-missing"].flatMap((code) =>
    lacks(code, head, ...rows),
  );
  expect(told.map(({ message }) => message.includes(`${first}没有数据`))).toEqual([true, true]);
});

describe("sites that have not reported", () => {
  const head = ["编号", "年份", "分组", "组别", "数值"];
  const town = (year: number, name: string): Written[] => ["C07", year, "镇街", name, 98.5];

  test("are counted against those expected, and named where they reported before", () => {
    const [told] = lacks(
      "data/units-missing",
      head,
      town(2024, "三教镇"),
      town(2024, "松溉镇"),
      town(2025, "三教镇"),
    );
    expect(told).toMatchObject({ severity: "warning", where: { cell: "E4" } });
    expect(told?.message).toContain("松溉镇");
  });

  test("are none where all 23 have; a 24th is one too many where the plan lists none, and named where other years lack it", () => {
    const open = { ...children, sites: [] };
    const told = (code: string, ...rows: Written[][]) =>
      datasetOf(
        [book("a.xlsx", sheet("数据", [head, ...rows]))],
        NO_MANIFEST,
        [women, open],
        null,
        "folder",
      ).issues.filter((each) => each.code === code);
    const all = (year: number, count: number) =>
      Array.from({ length: count }, (_town, index) => town(year, `${index + 1}镇`));
    expect(told("data/units-missing", ...all(2025, 23))).toEqual([]);
    expect(told("data/units-surplus", ...all(2025, 23))).toEqual([]);
    const [found] = told("data/units-surplus", ...all(2024, 23), ...all(2025, 24));
    expect(found).toMatchObject({ severity: "warning", where: { cell: "E25" } });
    expect(found?.message).toContain("24镇");
  });
});
