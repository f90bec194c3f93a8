import { afterAll, beforeAll, expect, test } from "vitest";
import type { BrowserHandle } from "../../src/print/browser/browser.js";
import { printPdf } from "../../src/print/pdf.js";
import { renderReport } from "../../src/render/html.js";
import type { AnnualModel, Chapter, Table } from "../../src/report/model.js";
import { testBrowser } from "../print/open-browser.js";
import { openPdf, sheetsOf } from "../print/read-back.js";
import { sampleModel } from "./sample-model.js";

let browser: BrowserHandle;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(() => browser.close());

const SHORTEST = 5;
const LENGTHS = 9;
const TABLES = 60;

/** Chapters with so many tables that a page ends between some of them and their sources, unless it is kept from it. */
function chapters(model: AnnualModel): Chapter[] {
  const [project] = model.projects.blocks.flatMap(({ tables }) => tables);
  return Array.from({ length: TABLES }, (_, index) => ({
    number: "",
    heading: `清单${index}`,
    blocks: [
      {
        paragraphs: [],
        tables: [tableOf(project!, SHORTEST + (index % LENGTHS), index)],
        charts: [],
        prose: [],
      },
    ],
  }));
}

function tableOf(project: Table, length: number, index: number): Table {
  const rows = Array.from({ length }, (_, row) => {
    const [, ...cells] = project.rows[row % project.rows.length]!.cells;
    const first = { ...cells[0]!, text: `项${row}`.padEnd(2 + ((row * 7) % 60), "目") };
    return { group: false, cells: [{ ...first, text: `〔${index}〕` }, first, ...cells.slice(1)] };
  });
  return { ...project, rows, notes: [], source: `第〔${index}〕表。` };
}

test("what stands below a table never leaves its last two rows", async () => {
  const model = { ...sampleModel(), domains: chapters(sampleModel()) };
  const { html } = await renderReport(model, { override: null });
  const bytes = await printPdf(browser, html, { ...model.document, date: "2026-05-20" });
  const sheets = await sheetsOf(await openPdf(bytes));
  const below = model.domains.map((_, index) => {
    const sheet = sheets.find(({ text }) => text.includes(`第〔${index}〕表。`));
    return sheet?.text.split(`〔${index}〕`).length ?? 0;
  });
  // Cut at two rows and at the source, a page falls into four pieces at least.
  expect(below.filter((pieces) => pieces < 4)).toEqual([]);
});
