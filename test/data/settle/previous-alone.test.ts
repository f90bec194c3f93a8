import { describe, expect, test } from "vitest";
import { NO_MANIFEST } from "../../../src/data/dataset.js";
import { datasetOf } from "../../../src/data/settle/dataset-of.js";
import type { WorkbookContent } from "../../../src/workbook/read/read.js";
import { book, codesOf, plans, sheet, valuesOf, type Written } from "../book.js";

/** A data folder's workbooks. */
const read = (...files: readonly WorkbookContent[]) => datasetOf(files, NO_MANIFEST, plans, null, "folder");

const HEAD = ["编号", "指标名称", "上年数", "本年数", "缺报原因", "备注"];
const form = (...rows: (readonly Written[])[]) =>
  book("填报2025.xlsx", sheet("年度填报", [["2025年度填报表"], HEAD, ...rows]));
const W04 = (previous: number, ...rest: Written[]) => ["W04", "孕产妇系统管理率", previous, ...rest];
const W01 = (previous: number, ...rest: Written[]) => ["W01", "婚前医学检查率", previous, ...rest];
const HISTORY = book(
  "历年.xlsx",
  sheet("数据", [
    ["编号", "指标名称", "2023年", "2024年"],
    ["W04", "孕产妇系统管理率", 94.1, 94.52],
    ["W01", "婚前医学检查率", 63, 66.15],
  ]),
);

/** Findings on figures under 上年数 alone. */
function onPrevious(found: ReturnType<typeof read>): string[] {
  return codesOf(found).filter((code) => code.startsWith("data/previous"));
}

describe("a figure under 上年数 beside a blank 本年数", () => {
  test("is asked about where nobody else says what it says, once for all such rows of a form", () => {
    const found = read(form(W04(94.88, null), W01(68.28, null)));
    expect(onPrevious(found)).toEqual(["data/previous-alone C3"]);
    expect(found.issues.find(({ code }) => code === "data/previous-alone")?.message).toContain("第3—4行");
    expect(valuesOf(found, "W04")).toBe("2024:94.88");
  });

  test("is not taken where another source says otherwise, whether or not the form has other figures", () => {
    for (const rows of [[W04(94.88, null)], [W04(94.88, null), W01(66.15, 68.28)]]) {
      const found = read(HISTORY, form(...rows));
      expect(onPrevious(found)).toEqual(["data/previous-held C3"]);
      expect(valuesOf(found, "W04")).toBe("2023:94.1 2024:94.52");
      expect(found.dataset.revisions).toEqual([]);
      const { read: taken, refused } = found.coverage().find(({ file }) => file === "填报2025.xlsx")!;
      expect([taken, refused]).toEqual([(rows.length - 1) * 2, [{ reason: "conflict", count: 1 }]]);
    }
  });

  test("is not asked about on a form that is looked at by itself: nobody knows what it showed", () => {
    expect(onPrevious(datasetOf([form(W04(94.88, null))], NO_MANIFEST, plans))).toEqual([]);
  });

  test.each([
    ["another source says the same", [HISTORY, form(W04(94.52, null))]],
    ["the form says why this year's is missing", [HISTORY, form(W04(94.9, null, "未到报送期"))]],
    ["the form says something else of it", [HISTORY, form(W04(94.9, null, null, "更正2024年数"))]],
    ["this year's stands beside it", [HISTORY, form(W04(94.9, 95.1))]],
  ])("is one of last year where %s", (_why, books) => {
    expect(onPrevious(read(...books))).toEqual([]);
  });
});
