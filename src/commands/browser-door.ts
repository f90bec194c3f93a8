import type { BrowserHandle } from "../print/browser.js";
import type { PdfFacts } from "../print/pdf.js";
import type { Settings, Surroundings } from "./settings.js";

/** The browser of one run: opened at once when a PDF is wanted, never otherwise. */
export interface BrowserDoor {
  /** Prints a page; rejects with ReportError (exit 3) where no browser could be opened. */
  print(html: string, facts: PdfFacts): Promise<Uint8Array>;
  /** "" where no browser was needed. */
  version(): Promise<string>;
  close(): Promise<void>;
}

export function browserDoor(settings: Settings, surroundings: Surroundings): BrowserDoor {
  if (!settings.formats.includes("pdf")) return CLOSED;
  const opening = open(settings, surroundings);
  // Awaited only when there is something to print; until then a failure must not count as unhandled.
  opening.catch(() => undefined);
  return {
    print: async (html, facts) => {
      const [{ printPdf }, browser] = await Promise.all([import("../print/pdf.js"), opening]);
      return printPdf(browser, html, facts);
    },
    version: async () => (await opening).version,
    close: async () => {
      const browser = await opening.catch(() => null);
      await browser?.close();
    },
  };
}

const CLOSED: BrowserDoor = {
  print: () => Promise.reject(new Error("no browser was asked for")),
  version: () => Promise.resolve(""),
  close: () => Promise.resolve(),
};

async function open(settings: Settings, { env, platform, terminal }: Surroundings): Promise<BrowserHandle> {
  const [{ findBrowser }, { openBrowser }] = await Promise.all([
    import("../print/find-browser.js"),
    import("../print/browser.js"),
  ]);
  const found = await findBrowser({ browser: settings.browser, env, platform });
  return openBrowser(found, (line) => terminal.err(`${line}\n`));
}
