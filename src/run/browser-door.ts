import type { BrowserHandle } from "../print/browser/browser.js";
import type { FoundBrowser } from "../print/browser/found-browser.js";
import type { PdfFacts, Printed } from "../print/pdf.js";
import { EXIT, ReportError } from "../issues/error.js";
import type { Settings, Surroundings } from "./settings.js";

/** The browser of one run: opened at once when a format wants it, never otherwise. */
export interface BrowserDoor {
  /** Prints a page; rejects with ReportError (exit 3) where no browser could be opened. */
  print(html: string, facts: PdfFacts): Promise<Printed>;
  /** Pictures of all that has an id on a page; rejects as `print` does. */
  pictures(html: string): Promise<Record<string, Uint8Array>>;
  /**
   * Whether there is a browser for a format that is better for one and can do without. Where there is none, that is
   * told in one line; where a format of the run cannot do without, it rejects as `print` does.
   */
  available(): Promise<boolean>;
  /** "" where no browser was needed. */
  version(): Promise<string>;
  /** Ends it, once, however often it is called. */
  close(): Promise<void>;
  /** Ends it without anybody waiting, at the latest when our own process ends. */
  leave(): void;
}

/** What --browser says where there is to be none. */
export const NO_BROWSER = "none";

/** The formats that cannot do without a browser, and those that are better for one. */
const NEED = ["pdf"];
const WANT = [...NEED, "docx"];

/** Resolves as soon as the browser's process is started, or it is known that there is none to start. */
export async function browserDoor(settings: Settings, surroundings: Surroundings): Promise<BrowserDoor> {
  const asked = (formats: readonly string[]) => settings.formats.some((format) => formats.includes(format));
  if (!asked(WANT)) return CLOSED;
  const finding = findChosen(settings, surroundings);
  const opening = finding.then((find) => find.open());
  // Awaited only when there is something to print; until then a failure must not count as unhandled.
  opening.catch(() => undefined);
  await finding.catch(() => undefined);
  let looking: Promise<boolean> | null = null;
  let closing: Promise<void> | null = null;
  return {
    print: async (html, facts) => {
      const [{ printNumbered }, browser] = await Promise.all([import("../print/pdf.js"), opening]);
      return printNumbered(browser, html, facts);
    },
    pictures: async (html) => {
      const [{ takePictures }, browser] = await Promise.all([import("../print/pictures.js"), opening]);
      return takePictures(browser, html);
    },
    available: () => (looking ??= isOpened(opening, asked(NEED), surroundings)),
    version: async () => (await opening.catch(() => null))?.version ?? "",
    // What kept it from opening was told where a print was awaited.
    close: () => (closing ??= opening.catch(() => null).then((opened) => opened?.close())),
    leave: () => void (closing ??= opening.catch(() => null).then((opened) => opened?.leave())),
  };
}

async function isOpened(
  opening: Promise<unknown>,
  needed: boolean,
  { terminal }: Surroundings,
): Promise<boolean> {
  try {
    await opening;
    return true;
  } catch (error) {
    if (needed || !(error instanceof ReportError) || error.exitCode !== EXIT.noBrowser) throw error;
    terminal.err(
      "没有使用浏览器：Word 稿照常写出，目录页码为估计数，图只有 SVG，旧版 Word 和 WPS 可能不显示。\n",
    );
    return false;
  }
}

const CLOSED: BrowserDoor = {
  print: () => Promise.reject(new Error("no browser was asked for")),
  pictures: () => Promise.reject(new Error("no browser was asked for")),
  available: () => Promise.resolve(false),
  version: () => Promise.resolve(""),
  close: () => Promise.resolve(),
  leave: () => undefined,
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
  if (browser === NO_BROWSER) {
    const hint = "去掉 --browser none，或用 --format docx,xlsx 只写不用浏览器的格式";
    throw new ReportError(`--browser none 不使用浏览器，不能写出 PDF`, EXIT.noBrowser, hint);
  }
  const notify = (line: string): void => terminal.err(`${line}\n`);
  const [{ findBrowser }, { openBrowser }] = await Promise.all([
    import("../print/browser/find-browser.js"),
    import("../print/browser/browser.js"),
  ]);
  const found = await findBrowser({ browser, env, platform, notify });
  return { found, open: () => openBrowser(found, notify) };
}
