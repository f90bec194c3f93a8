import { describe, expect, test } from "vitest";
import { NO_MANIFEST } from "../../../../../src/data/dataset.js";
import { datasetOf } from "../../../../../src/data/settle/dataset-of.js";
import { book, codesOf, read, sheet, women } from "../../../book.js";

const HEAD = ["措施编号", "措施名称", "年份", "落实状态", "落实情况", "填报单位"];

function measures(...rows: Parameters<typeof sheet>[1]): ReturnType<typeof read> {
  return read(book("a.xlsx", sheet("措施落实", [["2025年措施落实情况"], HEAD, ...rows])));
}

/** read + known + refused are all figures of the sheet; what was read and what was refused. */
function accounted(found: ReturnType<typeof read>): { read: number; refused: number } {
  const [entry] = found.coverage();
  const sum = (list: readonly { count: number }[] = []) => list.reduce((all, { count }) => all + count, 0);
  expect((entry?.read ?? 0) + sum(entry?.known) + sum(entry?.refused)).toBe(entry?.figures);
  return { read: entry?.read ?? 0, refused: sum(entry?.refused) };
}

describe("措施落实", () => {
  test("a line is a measure's year, its words as they were written", () => {
    const found = measures(["WM1.3", null, 2025, "推进中", "建成2所（城区），培训“三类”人员。", "区民政局"]);
    expect(found.dataset.measures).toEqual([
      {
        measure: "WM1.3",
        year: 2025,
        status: "推进中",
        reports: [
          {
            status: "推进中",
            progress: "建成2所（城区），培训“三类”人员。",
            reporter: "区民政局",
            source: { file: "a.xlsx", sheet: "措施落实", cell: "D3" },
          },
        ],
      },
    ]);
    expect(found.issues).toEqual([]);
    expect(accounted(found)).toEqual({ read: 1, refused: 0 });
  });

  test("matched by name where there is no code, the year from the title, the status in other words", () => {
    const { dataset } = measures([null, " 提高女性生殖健康\u00a0水平", null, "已全部落实。"]);
    expect(dataset.measures).toMatchObject([{ measure: "WM1.3", year: 2025, status: "已落实" }]);
  });

  test("a table of half a year tells nothing of the year; statuses of two years are each their year's", () => {
    const half = [["2025年上半年措施落实情况"], HEAD, ["WM1.3", null, 2025, "已落实"]];
    expect(codesOf(read(book("a.xlsx", sheet("措施落实", half))))).toEqual(["data/other-table A1"]);
    const years = [
      ["措施落实情况"],
      ["措施编号", "2024年落实状态", "2025年落实状态"],
      ["WM1.3", "未启动", "推进中"],
    ];
    const found = read(book("a.xlsx", sheet("措施落实", years)));
    expect(found.dataset.measures.map(({ year, status }) => [year, status])).toEqual([
      [2024, "未启动"],
      [2025, "推进中"],
    ]);
    expect(codesOf(found)).toEqual([]);
  });

  test("reporters that differ are both kept, and the slowest counts", () => {
    const found = measures(
      ["WM1.3", null, 2025, "已落实", "甲。", "区民政局"],
      ["WM1.3", null, 2025, "未启动", "乙。", "区卫生健康委"],
      ["WM1.4", null, 2025, "已落实"],
      ["WM1.4", null, 2024, "推进中"],
    );
    expect(found.dataset.measures.map(({ measure, year, status }) => [measure, year, status])).toEqual([
      ["WM1.3", 2025, "未启动"],
      ["WM1.4", 2024, "推进中"],
      ["WM1.4", 2025, "已落实"],
    ]);
    expect(found.dataset.measures[0]?.reports.map(({ progress }) => progress)).toEqual(["甲。", "乙。"]);
    expect(codesOf(found)).toEqual(["data/measures-differ D3"]);
  });

  test("nothing is dropped in silence: no status, an unknown one, no year, no such measure, another's code", () => {
    const found = measures(
      ["WM1.3", null, 2025, null, "培训300人。"],
      ["WM1.4", null, 2025, "差不多了", "培训300人。"],
      ["WM1.5", null, "前年", "已落实", "培训300人。"],
      ["WM9.9", "没有这项措施", 2025, "已落实", "培训300人。"],
      ["WM1.1", "提高女性生殖健康水平", 2025, "已落实", "培训300人。"],
    );
    expect(found.dataset.measures).toEqual([]);
    expect(codesOf(found)).toEqual([
      "data/measure-status D3",
      "data/measure-status D4",
      "data/no-row-year D5",
      "data/unknown-measure D6",
      "data/code-contradicts-name D7",
    ]);
    expect(accounted(found)).toEqual({ read: 0, refused: 5 });
  });

  test("another place's rows are told, a blank row and a chapter's line are none", () => {
    const rows = [
      ["措施编号", "地区", "年份", "落实状态", "落实情况"],
      ["妇女与健康"],
      ["WM1.3", "铜梁区", 2025, "已落实", "培训300人。"],
      ["WM1.4", "永川区", 2025, null, null],
    ];
    const found = read(book("a.xlsx", sheet("措施落实", rows)));
    expect(found.dataset.measures).toEqual([]);
    expect(codesOf(found)).toEqual(["data/only-others-rows B3"]);
    accounted(found);
  });

  test("a sheet that says 编号 and 状态 is known by one word of its own", () => {
    const rows = [
      ["编号", "年份", "落实状态"],
      ["CM2.5", 2025, "推进中"],
    ];
    expect(read(book("a.xlsx", sheet("表", rows))).dataset.measures).toMatchObject([{ measure: "CM2.5" }]);
  });

  test.each(["WM1.3a", "wm1.3a", "ＷＭ1.3Ａ", "WMX.b"])(
    "a code that ends with a letter is found: %s",
    (code) => {
      const [chapter, ...others] = women.chapters;
      if (chapter === undefined) throw new Error("women have no chapters");
      const more = ["WM1.3a", "WMx.B"].map((id, at) => ({
        id,
        number: 90 + at,
        title: `新措施${id}`,
        reporters: [],
      }));
      const plan = {
        ...women,
        chapters: [{ ...chapter, measures: [...chapter.measures, ...more] }, ...others],
      };
      const rows = [HEAD, [code, null, 2025, "推进中", "宣传。"]];
      const found = datasetOf([book("a.xlsx", sheet("措施落实", rows))], NO_MANIFEST, [plan]);
      expect(found.dataset.measures).toMatchObject([{ measure: /3/u.test(code) ? "WM1.3a" : "WMx.B" }]);
      expect(codesOf(found)).toEqual([]);
    },
  );
});
