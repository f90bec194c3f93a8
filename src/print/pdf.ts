import type { BrowserHandle } from "./browser.js";
import { printWithContents } from "./contents.js";
import { describe, type PdfFacts } from "./pdf-metadata.js";

export type { PdfFacts };

/** What is to be printed. */
export interface PrintJob {
  /** A whole page with everything it needs inside. */
  html: string | Promise<string>;
  /**
   * A page that is there earlier and laid out alike, as the same one with its pictures still empty: page
   * numbers are read from it while the real one is finished.
   */
  layout: string | Promise<string>;
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
  const { html, layout } = typeof job === "string" ? { html: job, layout: job } : job;
  // Awaited when the layout is known; until then a failure must not count as unhandled.
  Promise.resolve(html).catch(() => undefined);
  const first = await layout;
  return browser.withPage(async (page) => {
    await page.load(first);
    const unnumbered = await page.evaluate(unnumberedSheets);
    const pdf = await printWithContents(page, unnumbered, async () => {
      const final = await html;
      if (final === first) return false;
      await page.load(final);
      return true;
    });
    return describe(pdf, facts, unnumbered);
  });
}

/** Runs in the page. */
declare const document: { documentElement: { dataset: Record<string, string | undefined> } };

function unnumberedSheets(): number {
  return Number(document.documentElement.dataset["unnumbered"] ?? 1);
}
