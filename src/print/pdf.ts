import type { BrowserHandle } from "./browser/browser.js";
import { printWithContents } from "./contents.js";
import { describe, type PdfFacts, type PdfMaker } from "./pdf/metadata.js";

export type { PdfFacts };

const MAKER: PdfMaker = { creator: "monitoring-report", language: "zh-CN", zone: "+08:00", front: "封面" };

/** What is to be printed. */
export interface PrintJob {
  /** A whole page with everything it needs inside, but for what is late. */
  html: string;
  /**
   * Elements that are still being made, by the id of the element each takes the place, and the room, of:
   * meanwhile the sheets are counted.
   */
  late: Promise<Readonly<Record<string, string>>>;
}

/**
 * Prints one report. The page may say `<html data-unnumbered="N">` for the sheets before page 1 (the cover
 * and what belongs to it; 1 if it does not say), and `<span data-page-for="ID">` where a page number is to
 * be filled in.
 *
 * The bytes depend on `html`, `facts` and the browser's version only. Throws ReportError (exit 2) if
 * the page refers to anything outside itself.
 */
export async function printPdf(
  browser: BrowserHandle,
  job: string | PrintJob,
  facts: PdfFacts,
): Promise<Uint8Array> {
  const { html, late } = typeof job === "string" ? { html: job, late: Promise.resolve({}) } : job;
  // Awaited when the sheets are counted; until then a failure must not count as unhandled.
  late.catch(() => undefined);
  return browser.withPage(async (page) => {
    await page.load(html);
    const unnumbered = await page.evaluate(unnumberedSheets);
    const finish = async (): Promise<void> => page.evaluate(replaceElements, await late);
    const printed = await printWithContents(page, unnumbered, finish);
    return describe(printed, { ...facts, ...MAKER }, unnumbered);
  });
}

/** What we use of the page's own objects; the functions below run in the page. */
declare const document: {
  documentElement: { dataset: Record<string, string | undefined> };
  querySelectorAll(selector: string): Iterable<{ id: string; outerHTML: string }>;
};

function unnumberedSheets(): number {
  return Number(document.documentElement.dataset["unnumbered"] ?? 1);
}

function replaceElements(late: Readonly<Record<string, string>>): void {
  for (const element of document.querySelectorAll("[id]")) {
    const html = Object.hasOwn(late, element.id) ? late[element.id] : undefined;
    if (html !== undefined) element.outerHTML = html;
  }
}
