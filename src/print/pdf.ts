import type { BrowserHandle } from "./browser/browser.js";
import { printWithContents } from "./contents.js";
import { setEvenLines } from "./even-lines.js";
import { targetSheets } from "./pdf/places.js";
import { describe, type PdfFacts, type PdfMaker } from "./pdf/metadata.js";

export type { PdfFacts };

const MAKER: PdfMaker = { creator: "monitoring-report", language: "zh-CN", zone: "+08:00", front: "封面" };

/**
 * Prints one report. The page may say `<html data-unnumbered="N">` for the sheets before page 1 (the cover
 * and what belongs to it; 1 if it does not say), and `<span data-page-for="ID">` where a page number is to
 * be filled in.
 *
 * The bytes depend on `html`, `facts` and the browser's version only. Throws ReportError (exit 2) if
 * the page refers to anything outside itself.
 */
export async function printPdf(browser: BrowserHandle, html: string, facts: PdfFacts): Promise<Uint8Array> {
  return (await printNumbered(browser, html, facts)).bytes;
}

/** A printed report, and the printed page number of every element that its 目录 leads to, by id. */
export interface Printed {
  bytes: Uint8Array;
  pages: Record<string, string>;
}

/** Prints it as `printPdf` does and tells where its headings stand. */
export async function printNumbered(browser: BrowserHandle, html: string, facts: PdfFacts): Promise<Printed> {
  return browser.withPage(async (page) => {
    await page.load(html);
    const unnumbered = await page.evaluate(unnumberedSheets);
    await setEvenLines(page);
    const printed = await printWithContents(page, unnumbered);
    const sheets = [...targetSheets(printed)];
    return {
      bytes: describe(printed, { ...facts, ...MAKER }, unnumbered),
      pages: Object.fromEntries(sheets.map(([id, sheet]) => [id, String(sheet - unnumbered)])),
    };
  });
}

/** What we use of the page's own objects; the functions below run in the page. */
declare const document: {
  documentElement: { dataset: Record<string, string | undefined> };
};

function unnumberedSheets(): number {
  return Number(document.documentElement.dataset["unnumbered"] ?? 1);
}
