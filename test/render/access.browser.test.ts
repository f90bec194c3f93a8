import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../src/print/browser/find-browser.js";
import { renderReport } from "../../src/render/html.js";
import type { ReportModel } from "../../src/report/model.js";
import { sampleEvaluation } from "./sample-evaluation.js";
import { sampleModel } from "./sample-model.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A small telephone held upright, in CSS pixels. */
const TELEPHONE = { width: 390, height: 844 };

let browser: Browser;
beforeAll(async () => {
  const { path, libraries } = await findBrowser({ env: process.env, platform: process.platform });
  const env = libraries === "" ? process.env : { ...process.env, LD_LIBRARY_PATH: libraries };
  browser = await puppeteer.launch({ executablePath: path, headless: "shell", args: ["--no-sandbox"], env });
});
afterAll(() => browser.close());

const REPORTS: Readonly<Record<ReportModel["kind"], () => ReportModel>> = {
  annual: sampleModel,
  midterm: sampleEvaluation,
  final: () => ({ ...sampleEvaluation(), kind: "final" }),
};

/** What the functions below use of the page's own objects; they run in the page. */
declare const document: { documentElement: { scrollWidth: number } };
declare const axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

describe.each(Object.entries(REPORTS))("the page of a report: %s", (_, model) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage();
    await page.setViewport(TELEPHONE);
    await page.setContent((await renderReport(model(), { override: null })).html);
  });

  it("breaks no rule of accessibility that a program can try", async () => {
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => axe.run());
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it("does not move sideways on a telephone", async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(TELEPHONE.width);
  });
});
