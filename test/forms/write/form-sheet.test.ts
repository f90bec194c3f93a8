import { describe, expect, it } from "vitest";
import { headingOf } from "../../../src/data/sheet/head/heading.js";
import { lexiconOf } from "../../../src/data/sheet/head/lexicon.js";
import { NOWHERE } from "../../../src/data/sheet/head/places.js";
import { formFileName, formWorkbook } from "../../../src/forms/write/form-workbook.js";
import { reporterForms } from "../../../src/forms/write/reporter-forms.js";
import type { LayoutCell } from "../../../src/workbook/write/layout.js";
import { plans } from "../../data/book.js";

const FORMS = reporterForms(plans, { series: {}, groups: [], sample: true }, 2025);
const SHEETS = FORMS.flatMap((form) => formWorkbook(form).slice(1));

function headsOf(layout: (typeof SHEETS)[number]["layout"]): string[] {
  return layout.rows[2]?.cells.map(({ text }) => text) ?? [];
}

/** The cell of an indicator under a heading. */
function cellOf(id: string, heading: string): LayoutCell | undefined {
  for (const { layout } of SHEETS) {
    const column = headsOf(layout).indexOf(heading);
    const row = layout.rows.find(({ cells }) => cells.some(({ text }) => text === id));
    if (row !== undefined && column >= 0) return row.cells[column];
  }
  return undefined;
}

describe("the head of every sheet", () => {
  it("is understood by the reader to the last word", () => {
    const lexicon = lexiconOf(NOWHERE);
    const heads = SHEETS.flatMap(({ layout }) => headsOf(layout));
    const headings = heads.map((head) => headingOf([head], lexicon));
    expect(headings.filter(({ role, leftover }) => role === null || leftover !== "")).toEqual([]);
  });
});

describe("beside every figure", () => {
  it("stand its unit, its target and how it is counted", () => {
    for (const { indicator, target } of FORMS.flatMap(({ sections }) => sections).flatMap(
      ({ lines }) => lines,
    )) {
      expect(cellOf(indicator.id, "计量单位")?.text).toBe(indicator.unit || "—");
      expect(cellOf(indicator.id, "规划目标")?.text).toBe(target || "—");
      expect(indicator.definition, indicator.id).not.toBe("");
      expect(cellOf(indicator.id, "指标解释")?.text).toContain(indicator.definition);
    }
  });
});

describe("what can be typed", () => {
  it("is nothing but answers: no id, name, unit, target or earlier figure", () => {
    for (const { layout } of SHEETS) {
      expect(layout.protected).toBe(true);
      const open = layout.rows
        .slice(3, -1)
        .flatMap(({ cells }) =>
          cells.flatMap(({ entry }, index) => (entry === undefined ? [] : [headsOf(layout)[index] ?? ""])),
        );
      for (const locked of ["编号", "项目编号", "指标名称", "计量单位", "上年数", "基期数", "规划目标"]) {
        expect(open).not.toContain(locked);
      }
    }
  });

  it("is refused where it cannot be: beyond the range, half a thing, a reason or status of one's own", () => {
    expect(cellOf("W04", "本年数")?.entry?.rule).toEqual({ type: "decimal", min: "0", max: "100" });
    expect(cellOf("W12", "本年数")?.entry?.rule).toEqual({ type: "decimal", min: "0", max: null });
    expect(cellOf("C01", "本年数")?.entry?.rule).toEqual({ type: "decimal", min: "0", max: "1000" });
    expect(cellOf("C01", "分子")?.entry?.rule).toMatchObject({ type: "notAbove" });
    expect(cellOf("W39", "本年数")?.entry?.rule).toEqual({ type: "whole", min: "0", max: null });
    expect(cellOf("W04", "缺报原因")?.entry?.rule).toMatchObject({ type: "list" });
    expect(cellOf("CP05", "进展状态")?.entry?.rule).toMatchObject({ type: "list" });
    expect(cellOf("WP09", "完成数")?.entry?.rule).toEqual({ type: "whole", min: "0", max: null });
    expect(cellOf("W04", "分子")?.entry?.rule).toMatchObject({ type: "notAbove" });
  });

  it("may be a ratio where a ratio is asked for, and stays what was typed", () => {
    expect(cellOf("W41", "本年数")).toMatchObject({ format: "@", entry: { rule: { type: "ratio" } } });
  });
});

describe("a paper copy", () => {
  it("has its head on every page, its unit above and its signatures below", () => {
    for (const { layout } of SHEETS) {
      expect(layout.print).toMatchObject({ landscape: true, repeatRows: { first: 3, last: 3 } });
      expect(layout.rows[1]?.cells[0]?.text).toMatch(/^填报单位：\S+.*示例数据/u);
      const signed = layout.rows
        .at(-1)
        ?.cells.map(({ text }) => text)
        .filter((text) => text !== "");
      expect(signed).toEqual(["填报人：", "审核人：", "联系电话：", "填报日期：", "单位（盖章）："]);
    }
  });
});

describe("the first sheet", () => {
  const guideOf = (reporter: string) => {
    const form = FORMS.find((each) => each.reporter === reporter);
    if (form === undefined) throw new Error(`no form for ${reporter}`);
    return JSON.stringify(formWorkbook(form)[0]?.layout.rows.map(({ cells }) => cells[0]?.text));
  };

  it("tells a reporter what it fills in, and nothing of what others do", () => {
    expect(guideOf("区卫生健康委")).toMatch(/缺报原因.*10月1日.*分镇街.*完成数/u);
    expect(guideOf("区城市管理局")).toMatch(/男：女/u);
    expect(guideOf("区城市管理局")).not.toMatch(/10月1日|分镇街/u);
    expect(guideOf("区文化旅游委")).toMatch(/完成数/u);
    expect(guideOf("区文化旅游委")).not.toMatch(/缺报原因|上年数/u);
  });
});

describe("the file's name", () => {
  it("is the reporter's, without what a file name cannot hold", () => {
    const [form] = FORMS;
    if (form === undefined) throw new Error("there are no forms");
    expect(formFileName(form)).toBe("填报表2025_区卫生健康委");
    expect(formFileName({ ...form, reporter: "区教委 / 招办\n" })).toBe("填报表2025_区教委／招办");
    expect(formFileName({ ...form, reporter: "../../etc" })).not.toContain("/");
  });
});
