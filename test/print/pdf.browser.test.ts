import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserHandle } from "../../src/print/browser/browser.js";
import { printPdf, type PdfFacts } from "../../src/print/pdf.js";
import { testBrowser } from "./open-browser.js";
import { bookmarksOf, openPdf, sheetsOf, type Sheet } from "./read-back.js";
import { samplePage } from "./sample-page.js";

const FACTS: PdfFacts = {
  title: "永川区妇女发展规划2025年度统计监测报告",
  author: "重庆市永川区统计局",
  subject: "年度统计监测（报告）",
  keywords: "妇女发展规划 & 监测",
  date: "2026-05-20",
};

const HTML = samplePage([
  { id: "lead", heading: "一、总体情况", paragraphs: 3 },
  { id: "健康", heading: "二、妇女与健康", paragraphs: 40 },
  { id: "annex", heading: "附件1", paragraphs: 1, rows: 25 },
  { id: "method", heading: "附件2", paragraphs: 2 },
]);

let browser: BrowserHandle;
let bytes: Uint8Array;
let pdf: PDFDocumentProxy;
let sheets: Sheet[];

beforeAll(async () => {
  browser = await testBrowser();
  bytes = await printPdf(browser, HTML, FACTS);
  pdf = await openPdf(bytes);
  sheets = await sheetsOf(pdf);
});

afterAll(() => browser.close());

describe("the 目录", () => {
  it("gives the number that is printed at the foot of the heading's page", async () => {
    const contents = sheets[1]?.text ?? "";
    for (const [title, sheet] of await bookmarksOf(pdf)) {
      const [, foot] = /—(\d+)—/.exec(sheets[sheet - 1]?.text ?? "") ?? [];
      expect(foot).toBe(String(sheet - 1));
      expect(sheets[sheet - 1]?.text).toContain(title);
      expect(contents).toContain(`${title}${foot}`);
    }
  });

  it("has chapters far enough apart for the numbers to differ", async () => {
    const numbers = (await bookmarksOf(pdf)).map(([, sheet]) => sheet);
    expect(new Set(numbers).size).toBe(4);
    expect(Math.max(...numbers)).toBeGreaterThan(10);
  });
});

describe("what a viewer shows", () => {
  it("has a bookmark for every heading, in order", async () => {
    expect((await bookmarksOf(pdf)).map(([title]) => title)).toEqual([
      "一、总体情况",
      "二、妇女与健康",
      "附件1",
      "附件2",
    ]);
  });

  it("labels sheets with the numbers printed on them", async () => {
    const labels = await pdf.getPageLabels();
    expect(labels?.slice(0, 3)).toEqual(["封面", "1", "2"]);
  });

  it("carries the facts, in the Info dictionary and in XMP", async () => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: FACTS.title,
      Author: FACTS.author,
      Subject: FACTS.subject,
      Keywords: FACTS.keywords,
      CreationDate: "D:20260520000000+08'00'",
      ModDate: "D:20260520000000+08'00'",
      Language: "zh-CN",
    });
    expect(metadata?.get("dc:title")).toBe(FACTS.title);
    expect(metadata?.get("pdf:keywords")).toBe(FACTS.keywords);
  });

  it("is tagged: a screen reader finds headings and table cells", async () => {
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const page = await pdf.getPage((await bookmarksOf(pdf))[2]?.[1] ?? 0);
    expect(JSON.stringify(await page.getStructTree())).toContain('"H1"');
    const table = await pdf.getPage(pdf.numPages - 1);
    expect(JSON.stringify(await table.getStructTree())).toContain('"TD"');
  });
});

describe("the pages", () => {
  it("have their numbers outside: right on odd sheets, left on even ones, none on the cover", () => {
    expect(sheets[0]?.text).not.toContain("—");
    for (const [index, { runs, width }] of sheets.entries()) {
      const foot = runs.find(({ text }) => text.includes("—"));
      if (index > 0) expect((foot?.x ?? 0) > width / 2).toBe(index % 2 === 0);
    }
  });

  it("are landscape for the wide table and upright elsewhere", () => {
    const wide = sheets.filter(({ text }) => text.includes("表头"));
    expect(wide.length).toBeGreaterThan(1);
    expect(wide.every(({ width, height }) => width > height)).toBe(true);
    expect(sheets[1] && sheets[1].width < sheets[1].height).toBe(true);
  });

  it("repeat the table's head and cut no row in two", () => {
    for (let row = 0; row < 25; row += 1) {
      const on = sheets.filter(({ text }) => text.includes(`行${row}始`));
      expect(on).toHaveLength(1);
      expect(on[0]?.text).toContain(`行${row}终`);
      expect(on[0]?.text).toContain("表头");
    }
  });
});

it("embeds the page's own TrueType fonts only: no unnamed Type 3, none of the machine's", async () => {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((object) => object.get(PDFName.of("Type")) === PDFName.of("Font"));
  const kinds = fonts.map((font) => font.get(PDFName.of("Subtype")));
  expect(kinds.length).toBeGreaterThan(0);
  expect(kinds).not.toContain(PDFName.of("Type3"));
  const names = fonts.map((font) => String(font.get(PDFName.of("BaseFont"))));
  expect(names.filter((name) => !name.includes("NotoSerif"))).toEqual([]);
});

it("is the same file, byte for byte, when printed again, after another report and in another browser", async () => {
  await printPdf(browser, samplePage([{ id: "a", heading: "别的报告", paragraphs: 5 }]), FACTS);
  const again = await printPdf(browser, HTML, FACTS);
  expect(Buffer.compare(again, bytes)).toBe(0);
  const other = await testBrowser();
  try {
    const elsewhere = await printPdf(other, HTML, FACTS);
    expect(Buffer.compare(elsewhere, bytes)).toBe(0);
  } finally {
    await other.close();
  }
});

it("prints two reports at once without mixing them up", async () => {
  const pages = ["甲", "乙"].map((name) =>
    samplePage([{ id: "only", heading: `报告${name}`, paragraphs: 2 }]),
  );
  const printed = await Promise.all(pages.map((html) => printPdf(browser, html, FACTS)));
  const titles = await Promise.all(printed.map(async (each) => bookmarksOf(await openPdf(each))));
  expect(titles.map((each) => each[0]?.[0])).toEqual(["报告甲", "报告乙"]);
});
