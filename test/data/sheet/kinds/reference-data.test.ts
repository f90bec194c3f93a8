import { describe, expect, test } from "vitest";
import { book, codesOf, read, sheet, valuesOf } from "../../book.js";

const HEAD = ["编号", "年份", "地区", "数值", "口径", "来源", "发布日期"];
const SOURCE = ["一致", "统计监测报告", "2025年"];

function references(...rows: Parameters<typeof sheet>[1]): ReturnType<typeof read> {
  return read(book("a.xlsx", sheet("对照数据", [HEAD, ...rows])));
}

function told({ dataset }: ReturnType<typeof read>): string[] {
  return dataset.references.map(({ indicator, year, region, value }) =>
    [indicator, year, region, value.toString()].join(" "),
  );
}

describe("对照数据", () => {
  test("is read beside the district's figures, never among them", () => {
    const found = references(["W04", 2024, "全国", 94.9, ...SOURCE]);
    expect(found.issues).toEqual([]);
    expect(told(found)).toEqual(["W04 2024 全国 94.9"]);
    expect(found.dataset.references).toMatchObject([
      { scope: "", vouched: true, publisher: "统计监测报告", published: "2025年", source: { cell: "D2" } },
    ]);
    expect(valuesOf(found, "W04")).toBe("");
  });

  test.each([
    ["全国", "全国"],
    ["全国平均", "全国"],
    ["重庆市", "全市"],
    ["重庆", "全市"],
    ["全市平均水平", "全市"],
    ["江津区", "江津区"],
    ["四川省", "四川省"],
    ["上海市", "上海市"],
    ["渝西片区", "渝西片区"],
  ])("knows %s as %s", (written, region) => {
    expect(told(references(["W04", 2024, written, 94.9, ...SOURCE]))).toEqual([`W04 2024 ${region} 94.9`]);
  });

  test.each([
    "全国目标",
    "全市2030年目标",
    "全市最高",
    "全市排位",
    "全市（预计）",
    "全市上半年",
    "全市城镇",
    "重庆市增减",
  ])("a figure of %s is no reference figure", (written) => {
    const found = references(["W04", 2024, written, 94.9, ...SOURCE]);
    expect(codesOf(found)).toEqual(["data/reference-other-time C2"]);
    expect(found.dataset.references).toEqual([]);
  });

  test("stands under a title that names the country", () => {
    const rows = [["全国、全市对照数据（2024年）"], HEAD, ["W04", 2024, "全国", 94.9, ...SOURCE]];
    expect(told(read(book("a.xlsx", sheet("对照", rows))))).toEqual(["W04 2024 全国 94.9"]);
  });

  test("the district's own figure, a row without a place and one in another unit are told and not read", () => {
    const found = references(["W04", 2024, "永川区", 94.5, ...SOURCE], ["W04", 2024, null, 94.9, ...SOURCE]);
    expect(codesOf(found)).toEqual(["data/reference-own D2", "data/reference-no-region D3"]);
    expect(found.dataset.references).toEqual([]);
    expect(found.dataset.series).toEqual({});
    const scaled = read(
      book(
        "a.xlsx",
        sheet("对照", [
          [...HEAD, "计量单位"],
          ["W35", 2024, "全市", 160, ...SOURCE, "人"],
        ]),
      ),
    );
    expect(codesOf(scaled)).toEqual(["data/unit-scale H2"]);
    expect(scaled.dataset.references).toEqual([]);
  });

  test("half a year and what is reckoned are no figures to compare with: told once", () => {
    const found = references(
      ["W04", "2025年上半年", "全国", 94.9, ...SOURCE],
      ["W04", "2025年（预计）", "全市", 96, ...SOURCE],
      ["W04", "2025年", "全市", 96.1, ...SOURCE],
    );
    expect(told(found)).toEqual(["W04 2025 全市 96.1"]);
    expect(codesOf(found)).toEqual(["data/reference-other-time B2"]);
  });

  test("targets, what is reckoned and other years' figures are none either, wherever that is said", () => {
    const remarked = (remark: string) =>
      read(
        book(
          "a.xlsx",
          sheet("对照数据", [
            [...HEAD, "备注"],
            ["W04", 2025, "全市", 96, ...SOURCE, remark],
          ]),
        ),
      );
    for (const remark of ["目标值", "规划目标", "为预计数", "市级推算数", "推算", "2024年数", "上半年"]) {
      expect([remark, ...told(remarked(remark))]).toEqual([remark]);
      expect(codesOf(remarked(remark))).toEqual(["data/reference-other-time H2"]);
    }
    for (const remark of ["全市数", "常住口径", "同比提高0.2个百分点", "摘自年鉴", "距目标还差1个百分点"])
      expect(told(remarked(remark))).toEqual(["W04 2025 全市 96"]);
    const sourced = (source: string) => references(["W04", 2025, "全市", 96, "一致", source, null]);
    for (const source of [
      "市统计局预计数",
      "《重庆市妇女发展规划》目标值",
      "规划目标",
      "市卫生健康委（推算）",
    ])
      expect([source, ...told(sourced(source))]).toEqual([source]);
    for (const source of [
      "《中国妇女发展纲要（2021—2030年）》统计监测报告",
      "2026年统计年鉴",
      "目标监测报告",
    ])
      expect(told(sourced(source))).toEqual(["W04 2025 全市 96"]);
  });

  test("what is not the last figure is told, printed with that word, and gives way", () => {
    const row = (value: number, scope: string, source: string) =>
      ["W04", 2025, "全市", value, scope, source, null] as const;
    const found = references(row(96, "一致", "市统计局快报"));
    expect(found.dataset.references).toMatchObject([{ scope: "快报", vouched: true }]);
    expect(codesOf(found)).toEqual(["data/preliminary-rows F2"]);
    expect(references(row(96, "常住人口", "统计公报（初步数）")).dataset.references).toMatchObject([
      { scope: "常住人口，初步数" },
    ]);
    expect(told(references(row(96, "一致", "快报"), row(96.3, "一致", "年报")))).toEqual([
      "W04 2025 全市 96.3",
    ]);
    const doubtful = read(
      book(
        "a.xlsx",
        sheet("对照数据", [
          [...HEAD, "备注"],
          ["W04", 2025, "全市", 96, ...SOURCE, "按抽样调查推算"],
        ]),
      ),
    );
    expect(codesOf(doubtful)).toEqual(["data/partial-remarks H2"]);
  });

  test("what does not say what it counts or where it is from is kept, and told once", () => {
    const found = references(
      ["W04", 2023, "全国", 94.5, null, "统计监测报告", null],
      ["W04", 2024, "全国", 94.9, "一致", "—", null],
    );
    expect(codesOf(found)).toEqual(["data/reference-unvouched E2"]);
    expect(found.dataset.references.map(({ vouched }) => vouched)).toEqual([false, false]);
  });

  test("another 口径 is kept as written, and gives way to the plan's own", () => {
    const other = ["W04", 2024, "全国", 95.2, "常住人口", "年报", null];
    expect(references(other).dataset.references).toMatchObject([{ scope: "常住人口", vouched: true }]);
    expect(told(references(other, ["W04", 2024, "全国", 94.9, ...SOURCE]))).toEqual(["W04 2024 全国 94.9"]);
  });

  test("the same figure twice is one, two different ones are none", () => {
    const row = (value: number) => ["W04", 2024, "全国", value, ...SOURCE];
    expect(told(references(row(94.9), row(94.91)))).toEqual(["W04 2024 全国 94.91"]);
    const conflict = references(row(94.9), row(49.9));
    expect(conflict.dataset.references).toEqual([]);
    expect(conflict.issues).toMatchObject([{ code: "data/reference-conflict", severity: "error" }]);
  });

  test("accounts for every figure", () => {
    const found = references(
      ["W04", 2024, "全国", 94.9, ...SOURCE],
      ["W04", 2024, "永川区", 94.5, ...SOURCE],
      ["W99", 2024, "全国", 1, ...SOURCE],
      ["W05a", 2024, "全国", "缺", ...SOURCE],
    );
    for (const { figures, read: count, known, refused } of found.coverage()) {
      const sum = [...known, ...refused].reduce((total, each) => total + each.count, count);
      expect(sum).toBe(figures);
      expect(count).toBe(1);
    }
  });

  test("a table of districts with a column 地区 is still the district's own", () => {
    const rows = [
      ["编号", "地区", "2024年", "口径"],
      ["W04", "永川区", 94.5, "常住"],
      ["W04", "江津区", 93, "常住"],
    ];
    const found = read(book("a.xlsx", sheet("指标", rows)));
    expect(valuesOf(found, "W04")).toBe("2024:94.5");
    expect(found.dataset.references).toEqual([]);
  });
});
