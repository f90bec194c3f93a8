import { describe, expect, it } from "vitest";
import { firstAnswer } from "../../../src/forms/write/filled.js";
import { filledForm, formWorkbook, type Answer } from "../../../src/forms/write/form-workbook.js";
import { reporterForms } from "../../../src/forms/write/reporter-forms.js";
import { writeWorkbook } from "../../../src/workbook/write/write.js";
import { plans } from "../../data/book.js";
import { testFolder } from "../../workbook/folder.js";

const folder = testFolder();
const FORMS = reporterForms(plans, { series: {}, groups: [], sample: false }, 2025);

/** The first answer found on 区卫生健康委's form when the spot `id` `role` has one. */
async function found(id: string, role: string, answer: Answer): Promise<string | null> {
  const [form] = FORMS;
  if (form === undefined) throw new Error("there are no forms");
  const sheets = filledForm(formWorkbook(form), (spot) =>
    spot.id === id && spot.role === role ? answer : null,
  );
  const layouts = sheets.map(({ layout }) => layout);
  const { sheets: read } = await folder.read(
    await writeWorkbook(layouts, { title: "", author: "", date: "2026-01-05" }),
  );
  return firstAnswer(read)?.sheet ?? null;
}

describe("a form as it was sent out", () => {
  it("holds no answer, for any reporter", { tags: ["patience"] }, async () => {
    for (const form of FORMS) {
      const layouts = formWorkbook(form).map(({ layout }) => layout);
      const { sheets } = await folder.read(
        await writeWorkbook(layouts, { title: "", author: "", date: "2026-01-05" }),
      );
      expect(firstAnswer(sheets), form.reporter).toBeNull();
    }
  });
});

describe("a form somebody has worked on", () => {
  it.each([
    ["W04", "value", { number: "0" }, "年度填报"],
    ["W04", "missingReason", { text: "未开展" }, "年度填报"],
    ["W04", "remark", { text: "待核" }, "年度填报"],
    ["C07", "value", { number: "98.5" }, "年度填报"],
    ["CP01", "status", { text: "推进中" }, "重点项目进展"],
  ])("is known by %s %s", async (id, role, answer, sheet) => {
    expect(await found(id, role, answer)).toBe(sheet);
  });

  it("is known by a signature alone", async () => {
    const [form] = FORMS;
    const layouts = form === undefined ? [] : formWorkbook(form).map(({ layout }) => layout);
    const signed = layouts.map((layout) => ({
      ...layout,
      rows: layout.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell.text === "填报人：" ? { ...cell, text: "填报人：张三" } : cell)),
      })),
    }));
    const { sheets } = await folder.read(
      await writeWorkbook(signed, { title: "", author: "", date: "2026-01-05" }),
    );
    expect(firstAnswer(sheets)).toMatchObject({ sheet: "年度填报" });
  });
});
