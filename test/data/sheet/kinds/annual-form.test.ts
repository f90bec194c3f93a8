import { describe, expect, test } from "vitest";
import { book, codesOf, formula, read, sheet, valuesOf } from "../../book.js";

const HEAD = [
  "编号",
  "指标名称",
  "计量单位",
  "上年数",
  "本年数",
  "分子",
  "分母",
  "数据来源",
  "填报单位",
  "备注",
];
const W03 = ["W03", "孕产妇死亡率", "1/10万", 0, formula(16.04), 1, 6234, "妇幼年报", "区卫生健康委", "1例"];

describe("年度填报", () => {
  test("last year's and this year's figure, with numerator, denominator and who says so", () => {
    const found = read(book("a.xlsx", sheet("Sheet1", [["2025年度填报表"], HEAD, W03])));
    expect(valuesOf(found, "W03")).toBe("2024:0 2025:16.04");
    const [last, now] = found.dataset.series["W03"] ?? [];
    expect(last).toMatchObject({ numerator: null, denominator: null, formYear: 2025 });
    expect(now).toMatchObject({ remark: "1例", dataSource: "妇幼年报", reporter: "区卫生健康委" });
    expect(now?.numerator?.value.toString()).toBe("1");
    expect(now?.denominator).toMatchObject({ display: "6234", source: { cell: "G3" } });
    expect(codesOf(found)).toEqual(["data/small-numbers E3"]);
  });

  test("the year from the file's name, and from a banner over the columns", () => {
    expect(valuesOf(read(book("区卫生健康委2025.xlsx", sheet("Sheet1", [HEAD, W03]))), "W03")).toContain(
      "2025:16.04",
    );
    const banner = [null, null, null, "2025年", null, null, null];
    const merges = [{ top: 1, left: 4, bottom: 1, right: 7 }];
    const two = sheet("Sheet1", [banner, HEAD, W03], { merges });
    expect(valuesOf(read(book("a.xlsx", two)), "W03")).toBe("2024:0 2025:16.04");
  });

  test("without a year, or with two, nothing of the form is read", () => {
    const none = read(book("a.xlsx", sheet("Sheet1", [HEAD, W03])));
    expect([codesOf(none), none.dataset.series]).toEqual([["data/no-year"], {}]);
    const two = read(book("区卫生健康委2025.xlsx", sheet("Sheet1", [["2024年度填报表"], HEAD, W03])));
    expect([codesOf(two), two.dataset.series]).toEqual([["data/year-conflict"], {}]);
  });

  test("a numerator greater than its denominator is not used, unless the rate may pass 100", () => {
    const rows = [
      ["2025年度填报表"],
      HEAD,
      ["W04", "孕产妇系统管理率", "%", null, 94, 6234, 5860],
      ["W12", "高中阶段教育女性毛入学率", "%", null, 136, 136, 100],
    ];
    const found = read(book("a.xlsx", sheet("Sheet1", rows)));
    expect(codesOf(found)).toEqual(["data/numerator-exceeds F3"]);
    expect(found.dataset.series["W04"]?.[0]).toMatchObject({ numerator: null, denominator: null });
    expect(found.dataset.series["W12"]?.[0]?.numerator).not.toBeNull();
  });

  test("a denominator of nothing is told as that", () => {
    const rows = [["2025年度填报表"], HEAD, ["W04", "孕产妇系统管理率", "%", null, 94, 0, 0]];
    const { issues } = read(book("a.xlsx", sheet("Sheet1", rows)));
    expect(issues.map(({ message }) => message)).toEqual(["分母是0（G3），分子分母未采用"]);
  });

  test("a numerator without a value is told as that, and both with the rate they give", () => {
    const messages = (top: number | null, bottom: number | null) => {
      const rows = [["2025年度填报表"], HEAD, ["W04", "孕产妇系统管理率", "%", null, null, top, bottom]];
      return read(book("a.xlsx", sheet("Sheet1", rows))).issues.map(({ message }) => message);
    };
    expect(messages(5860, null)).toEqual(["孕产妇系统管理率2025年有分子（F3），没有可用的数值，未读取"]);
    expect(messages(5860, 6234)).toEqual([
      "孕产妇系统管理率2025年有分子、分母（F3、G3），没有可用的数值，按分子分母计算为94%，未读取",
    ]);
  });

  test("what is counted may stand behind a numerator", () => {
    const rows = [["2025年度填报表"], HEAD, ["W04", "孕产妇系统管理率", "%", null, 94, "5,860人", "6234人"]];
    const found = read(book("a.xlsx", sheet("Sheet1", rows)));
    expect(codesOf(found)).toEqual([]);
    expect(found.dataset.series["W04"]?.[0]?.numerator?.value.toString()).toBe("5860");
  });

  test("a reason that stands where the figure would is one", () => {
    const head = ["编号", "本年数", "缺报原因"];
    const rows = [["2025年度填报表"], head, ["W04", "未开展", null], ["W07", "暂无", null]];
    const { gaps } = read(book("a.xlsx", sheet("Sheet1", rows))).dataset;
    expect(gaps.map(({ indicator, statedReason }) => `${indicator} ${statedReason}`)).toEqual([
      "W04 未开展",
      "W07 ",
    ]);
  });

  test("a second 本年数 column is told where it says otherwise, and neither figure is taken", () => {
    const two = (second: number | null) =>
      read(
        book(
          "a.xlsx",
          sheet("2025", [
            [...HEAD, "本年数"],
            [...W03, second],
          ]),
        ),
      );
    expect(codesOf(two(8))).toEqual(["data/twin-columns K1"]);
    expect(valuesOf(two(8), "W03")).toBe("2024:0");
    for (const found of [two(null), two(16.04)]) expect(codesOf(found)).toEqual(["data/small-numbers E2"]);
  });

  test("a reason for a missing figure is kept, also where the form has no figure at all", () => {
    const head = [...HEAD.slice(0, 7), "缺报原因", ...HEAD.slice(7)];
    const rows = [
      ["2025年度填报表"],
      head,
      ["W03", "孕产妇死亡率", "1/10万", 0, null, null, null, "未到报送期"],
    ];
    const { dataset, issues } = read(book("a.xlsx", sheet("Sheet1", rows)));
    expect(issues).toEqual([]);
    expect(dataset.gaps).toMatchObject([
      { indicator: "W03", year: 2025, reason: "blank", statedReason: "未到报送期", source: { cell: "E3" } },
    ]);
  });

  test("a figure and a reason why there is none cannot both be meant", () => {
    const row = ["W03", "孕产妇死亡率", "1/10万", null, 8, null, null, null, null, null, "未开展"];
    const found = read(book("a.xlsx", sheet("2025", [[...HEAD, "缺报原因"], row])));
    expect(codesOf(found)).toEqual(["data/reason-beside-figure E2"]);
    expect(valuesOf(found, "W03")).toBe("2025:8");
  });

  test("the line of signatures is no row, and the title's 填报单位 is every row's", () => {
    const rows = [
      ["2025年度填报表", null, "填报单位：区卫生健康委"],
      HEAD,
      W03.map((cell, index) => (index === 8 ? null : cell)),
      ["单位（盖章）：", "填报人：孕产妇系统管理率", null, null, 13800000000],
    ];
    const found = read(book("a.xlsx", sheet("Sheet1", rows)));
    expect(codesOf(found)).toEqual(["data/small-numbers E3"]);
    expect(Object.keys(found.dataset.series)).toEqual(["W03"]);
    expect(found.dataset.series["W03"]?.at(-1)?.reporter).toBe("区卫生健康委");
  });
});
