import type { CDPSession, Page } from "puppeteer";
import { EXIT, ReportError } from "../../issues/error.js";
import { PATIENCE } from "./answers.js";
import { writePage, type PageFiles } from "./page-files.js";

/** A page that runs no scripts of its own and reaches nothing outside itself. */
export interface PrintPage {
  /** Loads `html` with every font it declares. */
  load(html: string): Promise<void>;
  /** Runs a function of ours in the page: the page's own scripts stay off. */
  evaluate: Page["evaluate"];
  /** The fonts in which the text of the first element for `selector` is set. */
  fontsOf(selector: string): Promise<UsedFont[]>;
  /** Shows on the screen what would be printed: until then nothing is laid out for it. */
  showPrint(): Promise<void>;
  /** A part of what is shown, in CSS pixels, as PNG; `scale` of its pixels to one of those. */
  picture(box: PageBox, scale: number): Promise<Uint8Array>;
  /** The bytes as the browser writes them. Throws ReportError if the page asked for anything outside. */
  print(how: { tagged: boolean }): Promise<Uint8Array>;
}

export interface PageBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A font that draws a text on the page. */
export interface UsedFont {
  family: string;
  /** The page brings it along; else it is the machine's. */
  carried: boolean;
}

/** A page of ours, and what rejects with ReportError (exit 2) once it leads elsewhere by itself. */
export interface GuardedPage {
  page: PrintPage;
  strayed: Promise<never>;
}

/** Makes a browser's page safe to load a report into; `folder` takes the file it is loaded from. */
export async function guardedPage(page: Page, folder: string): Promise<GuardedPage> {
  const session = await page.createCDPSession();
  const guard = await refuseRequests(session);
  await session.send("Emulation.setScriptExecutionDisabled", { value: true });
  await session.send("Page.enable");
  const { frameTree } = await session.send("Page.getFrameTree");
  const mainFrame = frameTree.frame.id;
  const strayed = new Promise<never>((_, reject) => {
    guard.onDocument((url) => reject(outside([url])));
    page.on("framenavigated", (frame) => {
      const [url] = frame.url().split("#", 1);
      if (frame === page.mainFrame() && guard.allowed() !== "" && url !== guard.allowed())
        reject(outside([url ?? ""]));
    });
    // Told before the page is loaded: one that leaves while it is being printed never answers.
    session.on("Page.frameScheduledNavigation", ({ frameId, url }) => {
      if (frameId === mainFrame) reject(outside([url]));
    });
  });
  // Only those who wait for it want to know.
  strayed.catch(() => undefined);
  return { page: pageOf(page, session, guard, folder), strayed };
}

function pageOf(page: Page, session: CDPSession, guard: RequestGuard, folder: string): PrintPage {
  return {
    load: async (html) => {
      const files = await writePage(folder, html);
      guard.allow(files);
      await open(page, files.page);
      await page.evaluate(loadFonts);
    },
    evaluate: page.evaluate.bind(page),
    fontsOf: async (selector) => {
      await showPrint(session);
      await page.evaluate(layOut);
      return fontsOf(session, selector);
    },
    showPrint: () => showPrint(session),
    picture: async (box, scale) => {
      const clip = { ...box, scale };
      const { data } = await session.send("Page.captureScreenshot", {
        format: "png",
        clip,
        captureBeyondViewport: true,
      });
      return Buffer.from(data, "base64");
    },
    print: async ({ tagged }) => {
      const bytes = await printed(session, tagged);
      refuseOutside(guard.refused());
      return bytes;
    },
  };
}

/** A page is laid out for paper only. */
async function showPrint(session: CDPSession): Promise<void> {
  await session.send("Emulation.setEmulatedMedia", { media: "print" });
}

async function fontsOf(session: CDPSession, selector: string): Promise<UsedFont[]> {
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument", { depth: 0 });
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.map(({ familyName, isCustomFont }) => ({ family: familyName, carried: isCustomFont }));
}

/** In one message: page.pdf() goes by way of a stream and a file, which takes a tenth of a second longer. */
async function printed(session: CDPSession, tagged: boolean): Promise<Uint8Array> {
  const printing = session.send("Page.printToPDF", {
    preferCSSPageSize: true,
    printBackground: true,
    // Margins are the page's own business, in @page.
    marginTop: 0,
    marginBottom: 0,
    marginLeft: 0,
    marginRight: 0,
    generateTaggedPDF: tagged,
    generateDocumentOutline: tagged,
    transferMode: "ReturnAsBase64",
  });
  const { data } = await printing.catch((error: Error) => {
    // All that Chromium says where the page's process ends at it.
    throw error.message.includes("Printing failed") ? gone() : error;
  });
  return Buffer.from(data, "base64");
}

/** The browser, or the page's own process, has ended before the work was done. */
export function gone(): ReportError {
  return new ReportError(
    "浏览器在打印时意外退出，未生成 PDF",
    EXIT.noBrowser,
    "多为内存不足：请关闭其他程序后重试",
  );
}

interface RequestGuard {
  /** Calls `tell` with the address another page is asked for at. */
  onDocument(tell: (url: string) => void): void;
  allow(files: PageFiles): void;
  /** The page's own address; "" before there is one. */
  allowed(): string;
  refused(): readonly string[];
}

/** Stops every request but those for the page's own file and its fonts. What is inside the page (data:) is no request. */
async function refuseRequests(session: CDPSession): Promise<RequestGuard> {
  const [own, refused] = [{ url: "", asked: false, fonts: NONE }, [] as string[]];
  let tell = (_url: string): void => undefined;
  session.on("Fetch.requestPaused", ({ requestId, request: { url }, resourceType }) => {
    const isPage = url === own.url && !own.asked;
    const mayHave = isPage || (resourceType === "Font" && own.fonts.has(url));
    const answer = mayHave
      ? session.send("Fetch.continueRequest", { requestId })
      : session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
    if (isPage) own.asked = true;
    if (!mayHave) refused.push(url);
    if (!mayHave && resourceType === "Document") tell(url);
    // The page may be gone by the time it is answered; then there is nobody left to tell.
    answer.catch(() => undefined);
  });
  await session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
  return {
    allow: ({ page, fonts }) => void Object.assign(own, { url: page, asked: false, fonts }),
    allowed: () => own.url,
    refused: () => refused,
    onDocument: (listener) => void (tell = listener),
  };
}

const NONE: ReadonlySet<string> = new Set();

function refuseOutside(urls: readonly string[]): void {
  if (urls.length > 0) throw outside(urls);
}

/** The page is not whole by itself. */
export function outside(urls: readonly string[]): ReportError {
  return new ReportError(
    `网页引用了外部资源，已拒绝，未生成 PDF：${[...new Set(urls)].slice(0, 10).map(briefly).join("、")}`,
    EXIT.usage,
    "请把版式中的图片、字体和样式写进网页本身（data:），去掉这些引用和转向",
  );
}

function briefly(url: string): string {
  return url.length > 200 ? `${url.slice(0, 199)}…` : url;
}

async function open(page: Page, url: string): Promise<void> {
  const response = await page
    .goto(url, { waitUntil: "load", timeout: PATIENCE.answer })
    .catch((error: unknown) => {
      throw new ReportError(
        `浏览器打不开待打印的网页：${error instanceof Error ? error.message : String(error)}`,
        EXIT.noBrowser,
        "有些版本（如 snap 版）的浏览器读不到临时文件，请用 --browser 指定另一个浏览器",
      );
    });
  if (response === null) throw outside([page.url()]);
}

/** What we use of the page's own objects; the DOM types would leak into the whole program. */
declare const document: {
  fonts: Iterable<{ load(): Promise<unknown> }>;
  documentElement: { getBoundingClientRect(): unknown };
};

/**
 * Without a screen nothing has asked for the fonts yet, and printing does not wait for them. A font
 * that only names files of the machine may fail to load: that is what its fallbacks are for.
 */
async function loadFonts(): Promise<void> {
  await Promise.allSettled([...document.fonts].map((font) => font.load()));
}

/** The browser says which fonts it has set a text in, and does not set it to find out: that may still be to come. */
function layOut(): void {
  document.documentElement.getBoundingClientRect();
}
