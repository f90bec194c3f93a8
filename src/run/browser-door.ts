import type { BrowserHandle } from "../print/browser/browser.js";
import type { FoundBrowser } from "../print/browser/found-browser.js";
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

/** Resolves as soon as the browser's process is started, or it is known that there is none to start. */
export async function browserDoor(settings: Settings, surroundings: Surroundings): Promise<BrowserDoor> {
  if (!settings.formats.includes("pdf")) return CLOSED;
  const finding = findChosen(settings, surroundings);
  const opening = finding.then((find) => find.open());
  // Awaited only when there is something to print; until then a failure must not count as unhandled.
  opening.catch(() => undefined);
  await finding.catch(() => undefined);
  return {
    print: async (html, facts) => {
      const [{ printPdf }, browser] = await Promise.all([import("../print/pdf.js"), opening]);
      return printPdf(browser, html, facts);
    },
    version: async () => (await opening).version,
    close: async () => {
      // What kept it from opening was told where a print was awaited.
      const opened = await opening.catch(() => null);
      await opened?.close();
    },
  };
}

const CLOSED: BrowserDoor = {
  print: () => Promise.reject(new Error("no browser was asked for")),
  version: () => Promise.resolve(""),
  close: () => Promise.resolve(),
};

/** Finds and starts a browser. Rejects with ReportError (exit 3) where there is none or it does not start. */
export async function openFound(
  settings: Settings,
  surroundings: Surroundings,
): Promise<{ found: FoundBrowser; browser: BrowserHandle }> {
  const { found, open } = await findChosen(settings, surroundings);
  return { found, browser: await open() };
}

async function findChosen(
  { browser }: Settings,
  { env, platform, terminal }: Surroundings,
): Promise<{ found: FoundBrowser; open: () => Promise<BrowserHandle> }> {
  const notify = (line: string): void => terminal.err(`${line}\n`);
  const [{ findBrowser }, { openBrowser }] = await Promise.all([
    import("../print/browser/find-browser.js"),
    import("../print/browser/browser.js"),
  ]);
  const found = await findBrowser({ browser, env, platform, notify });
  return { found, open: () => openBrowser(found, notify) };
}
