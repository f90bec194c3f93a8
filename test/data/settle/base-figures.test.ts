import { describe, expect, test } from "vitest";
import { NO_MANIFEST } from "../../../src/data/dataset.js";
import { datasetOf } from "../../../src/data/settle/dataset-of.js";
import type { WorkbookContent } from "../../../src/workbook/read/read.js";
import { book, codesOf, plans, sheet, valuesOf, type Written } from "../book.js";

/** A data folder's workbooks. */
const read = (...files: readonly WorkbookContent[]) => datasetOf(files, NO_MANIFEST, plans, null, "folder");

const HEAD = ["编号", "指标名称", "基期数", "上年数", "本年数"];
const form = (...rows: (readonly Written[])[]) =>
  book("填报2025.xlsx", sheet("年度填报", [["2025年度填报表"], HEAD, ...rows]));
const W04 = (base: Written, now: Written = 94.88) => ["W04", "孕产妇系统管理率", base, 94.52, now];
const W33 = (base: Written) => ["W33", "女性基本医疗保险参保率", base, 96.8, 97.2];
const HISTORY = book(
  "历年.xlsx",
  sheet("数据", [
    ["编号", "指标名称", "2020年"],
    ["W04", "孕产妇系统管理率", 93.04],
    ["W33", "女性基本医疗保险参保率", 95.21],
  ]),
);

const onBases = (found: ReturnType<typeof read>) =>
  codesOf(found).filter((code) => code.startsWith("data/base-"));

describe("a figure under 基期数 of a form", () => {
  test.each<[string, readonly WorkbookContent[]]>([
    ["the plan's text has it", [form(W04(92.99))]],
    ["the data have it", [HISTORY, form(W04(93.04), W33(95.21))]],
    ["it is the data's with fewer digits", [HISTORY, form(W33(95.2))]],
    ["the plan's text has it, and the data another", [HISTORY, form(W04(92.99))]],
    ["nothing is there", [form(W04("—"), W33(null))]],
  ])("is what the form showed where %s", (_why, books) => {
    expect(onBases(read(...books))).toEqual([]);
  });

  test("is told where it is another, or where nothing is known: once a form, with what is known; it is not taken", () => {
    const found = read(HISTORY, form(W04(94.88, null), W33(97.2)));
    expect(onBases(found)).toEqual(["data/base-differs C3"]);
    expect(found.issues.find(({ code }) => code === "data/base-differs")?.message).toBe(
      "第3—4行的基期数不是已知的2020年数（W04填94.88，已知为93.04；W33填97.2，已知为95.21），未采用",
    );
    expect(valuesOf(found, "W04")).toBe("2020:93.04 2024:94.52");
    const { refused } = found.coverage().find(({ file }) => file === "填报2025.xlsx")!;
    expect(refused).toEqual([{ reason: "conflict", count: 2 }]);
    expect(read(form(W33(95.2))).issues.find(({ code }) => code === "data/base-differs")?.message).toContain(
      "W33填95.2，没有已知的数",
    );
  });

  test("in words is none of those either", () => {
    expect(onBases(read(form(W04("约93"))))).toEqual(["data/base-differs C3"]);
  });

  test("is not asked about on a form that is looked at by itself: nobody knows what it showed", () => {
    expect(onBases(datasetOf([form(W04(90))], NO_MANIFEST, plans))).toEqual([]);
  });

  test("is the base year's own beside columns of years", () => {
    const table = book(
      "b.xlsx",
      sheet("数据", [
        ["编号", "指标名称", "基期", "2025年"],
        ["W33", "女性基本医疗保险参保率", 95.2, 97.2],
      ]),
    );
    expect(valuesOf(read(table), "W33")).toBe("2020:95.2 2025:97.2");
    expect(onBases(read(table))).toEqual([]);
  });
});
