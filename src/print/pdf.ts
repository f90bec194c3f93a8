import type { BrowserHandle } from "./browser.js";
import { printWithContents } from "./contents.js";
import { describe, type PdfFacts } from "./pdf-metadata.js";

export type { PdfFacts };

/**
 * Prints one report. `html` is a whole page with everything it needs inside; it may say
 * `<html data-unnumbered="N">` for the sheets before page 1 (the cover and what belongs to it; 1 if
 * it does not say), and `<span data-page-for="ID">` where a page number is to be filled in.
 *
 * The bytes depend on `html`, `facts` and the browser's version only. Throws ReportError (exit 2) if
 * the page refers to anything outside itself.
 */
export async function printPdf(browser: BrowserHandle, html: string, facts: PdfFacts): Promise<Uint8Array> {
  return browser.withPage(async (page) => {
    await page.load(html);
    const unnumbered = await page.evaluate(unnumberedSheets);
    return describe(await printWithContents(page, unnumbered), facts, unnumbered);
  });
}

/** Runs in the page. */
declare const document: { documentElement: { dataset: Record<string, string | undefined> } };

function unnumberedSheets(): number {
  return Number(document.documentElement.dataset["unnumbered"] ?? 1);
}
