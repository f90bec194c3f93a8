import type { BoundModel, WorkingPaper } from "../report/model.js";
import type { RenderedReport } from "../render/html.js";
import type { Printed } from "../print/pdf.js";
import type { WordExtras } from "../word/write/write.js";
import type { BrowserDoor } from "./browser-door.js";
import type { SideWork } from "./side-work.js";
import type { Output } from "../files/outputs.js";
import { modelHash } from "./report-id.js";
import type { Settings } from "./settings.js";

/** A report on its way out. It is drawn by the first format that wants its page. */
export interface Page {
  /** women-2025-annual: what an amended copy of it is known by. */
  id: string;
  model: BoundModel;
  /** What the bureau keeps beside it; null of what goes to the public. */
  paper: WorkingPaper | null;
  settings: Settings;
  browser: BrowserDoor;
  side: SideWork;
  drawn: Promise<RenderedReport> | null;
  /** Printed by the first format that wants its pages or their numbers. */
  printed: Promise<Printed> | null;
}

interface Format {
  /** What --format calls it. */
  format: string;
  write: (page: Page) => Promise<Output[]>;
}

/** One entry per --format, in the order the files are listed. */
export const FORMATS: readonly Format[] = [
  { format: "pdf", write: pdf },
  { format: "docx", write: docx },
  { format: "xlsx", write: xlsx },
  { format: "html", write: html },
  { format: "json", write: json },
];

async function pdf(page: Page): Promise<Output[]> {
  const { bytes } = await printed(page);
  return [{ name: `${page.model.document.fileName}.pdf`, kind: "报告", bytes }];
}

async function docx(page: Page): Promise<Output[]> {
  const { id, model, settings, side } = page;
  const [seen, redHead] = await Promise.all([
    seenByBrowser(page),
    side.redHead(model, { override: settings.templatesFolder }),
  ]);
  const hash = modelHash(model);
  const bytes = await side.word(model, { id, hash, date: settings.asOf, redHead, ...seen });
  return [{ name: `${model.document.fileName}.docx`, kind: "Word稿", bytes }];
}

/** Page numbers of the 目录 and bitmaps of the pictures; neither where there is no browser. */
async function seenByBrowser(page: Page): Promise<Pick<WordExtras, "pages" | "pictures">> {
  if (!(await page.browser.available())) return { pages: {}, pictures: {} };
  const [{ pages }, pictures] = await Promise.all([
    printed(page),
    page.side.pictures(page.model).then((html) => page.browser.pictures(html)),
  ]);
  return { pages, pictures };
}

async function printed(page: Page): Promise<Printed> {
  page.printed ??= drawn(page).then(({ html }) =>
    page.browser.print(html, { ...page.model.document, date: page.settings.asOf }),
  );
  return page.printed;
}

async function xlsx({ model, paper, settings, side, drawn }: Page): Promise<Output[]> {
  // The page is waited for longest: it is to be made before the tables are written.
  await drawn;
  const written = async (kind: string, of: BoundModel | WorkingPaper): Promise<Output> => {
    const bytes = await side.tables(of, settings.asOf);
    return { name: `${of.document.tablesFileName}.xlsx`, kind, bytes };
  };
  return Promise.all([written("数据报表", model), ...(paper === null ? [] : [written("核查底稿", paper)])]);
}

async function html(page: Page): Promise<Output[]> {
  const { html } = await drawn(page);
  return [{ name: `${page.model.document.fileName}.html`, kind: "网页版", bytes: Buffer.from(html) }];
}

function json({ model }: Page): Promise<Output[]> {
  const bytes = Buffer.from(`${JSON.stringify(model, null, 2)}\n`);
  return Promise.resolve([{ name: `${model.document.fileName}.json`, kind: "报告数据", bytes }]);
}

function drawn(page: Page): Promise<RenderedReport> {
  page.drawn ??= page.side.page(page.model, { override: page.settings.templatesFolder });
  return page.drawn;
}
