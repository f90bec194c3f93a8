import { expect, test } from "vitest";
import { formWorkbook } from "../../../src/forms/write/form-workbook.js";
import { imprintIn } from "../../../src/forms/write/imprint.js";
import { reporterForms } from "../../../src/forms/write/reporter-forms.js";
import { writeWorkbook } from "../../../src/workbook/write/write.js";
import { plans } from "../../data/book.js";
import { sampleData } from "../../fixtures/sample-data.js";
import { testFolder } from "../../workbook/folder.js";

const folder = testFolder();

test("a form says in words what it went out with, and is read again", async () => {
  const { dataset } = await sampleData();
  const [form] = reporterForms(plans, { ...dataset, sample: false }, 2025);
  const layouts = formWorkbook(form!).map(({ layout }) => layout);
  const bytes = await writeWorkbook(layouts, { title: "", author: "", date: "2026-01-05" });
  const imprint = imprintIn((await folder.read(bytes, "表.xlsx")).sheets);
  const lines = form!.sections.flatMap((section) => section.lines);
  const shown = (key: "previous" | "baseline") =>
    lines.flatMap((line) => {
      const value = line[key];
      return value === null ? [] : [[line.indicator.id, value.toFixed()]];
    });
  expect(shown("previous").length).toBeGreaterThan(1);
  const said = (figures: Iterable<[string, { toFixed: () => string }]> = []) =>
    [...figures].map(([id, value]) => [id, value.toFixed()]);
  expect(said(imprint?.previous)).toEqual(shown("previous"));
  expect(said(imprint?.base)).toEqual(shown("baseline"));
});

test("one without earlier figures, or of an earlier version, says nothing", () => {
  const [form] = reporterForms(plans, { series: {}, groups: [], sample: false }, 2025);
  const texts = formWorkbook(form!).flatMap(({ layout }) =>
    layout.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
  );
  expect(texts.filter((text) => text.startsWith("上年数："))).toEqual([]);
  expect(imprintIn([])).toBeNull();
});
