import { withPictures, type Pictures } from "../draw/pictures.js";
import type { ReportModel } from "../report/model.js";
import type { PageDraft } from "../render/html.js";
import type { BrowserDoor } from "./browser-door.js";
import type { SideWork } from "./side-work.js";
import type { Output } from "../files/outputs.js";
import type { Settings } from "./settings.js";

/** A report on its way out. It is drawn by the first format that wants its page. */
export interface Page {
  model: ReportModel;
  settings: Settings;
  browser: BrowserDoor;
  side: SideWork;
  drawn: Drawn | null;
}

/** A report as a page: first with its pictures empty, then whole. */
interface Drawn {
  draft: Promise<PageDraft>;
  pictures: Promise<Pictures>;
}

interface Format {
  /** What --format calls it. */
  format: string;
  write: (page: Page) => Promise<Output>;
}

/** One entry per --format, in the order the files are listed. */
export const FORMATS: readonly Format[] = [
  { format: "pdf", write: pdf },
  { format: "xlsx", write: xlsx },
  { format: "html", write: html },
  { format: "json", write: json },
];

async function pdf(page: Page): Promise<Output> {
  const { document } = page.model;
  const { draft, pictures } = drawn(page);
  // Pages are counted while the pictures are drawn.
  const job = { html: (await draft).html, late: pictures };
  const bytes = await page.browser.print(job, { ...document, date: page.settings.asOf });
  return { name: `${document.fileName}.pdf`, kind: "报告", bytes };
}

async function xlsx({ model, settings, side, drawn }: Page): Promise<Output> {
  // The page is waited for longest: the pictures are to be drawn before the tables are written.
  await drawn?.draft;
  const bytes = await side.tables(model, settings.asOf);
  return { name: `${model.document.tablesFileName}.xlsx`, kind: "数据报表", bytes };
}

async function html(page: Page): Promise<Output> {
  const { draft, pictures } = drawn(page);
  const whole = withPictures((await draft).html, await pictures);
  return { name: `${page.model.document.fileName}.html`, kind: "网页版", bytes: Buffer.from(whole) };
}

function json({ model }: Page): Promise<Output> {
  const bytes = Buffer.from(`${JSON.stringify(model, null, 2)}\n`);
  return Promise.resolve({ name: `${model.document.fileName}.json`, kind: "报告数据", bytes });
}

function drawn(page: Page): Drawn {
  page.drawn ??= draw(page);
  return page.drawn;
}

function draw({ model, side, settings }: Page): Drawn {
  const draft = side.draft(model, { override: settings.templatesFolder });
  const pictures = draft.then(({ charts }) => side.pictures(charts));
  // Awaited when the sheets are counted; until then a failure must not count as unhandled.
  pictures.catch(() => undefined);
  return { draft, pictures };
}
