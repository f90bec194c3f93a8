import type { ReportModel } from "../report/model.js";
import type { RenderedReport } from "../render/html.js";
import type { BrowserDoor } from "./browser-door.js";
import type { SideWork } from "./side-work.js";
import type { Output } from "./outputs.js";
import type { Settings } from "./settings.js";

/** A report on its way out. It is drawn by the first format that wants its page. */
export interface Page {
  model: ReportModel;
  settings: Settings;
  browser: BrowserDoor;
  side: SideWork;
  drawn: Promise<RenderedReport> | null;
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
  const bytes = await page.browser.print(await drawn(page), { ...document, date: page.settings.asOf });
  return { name: `${document.fileName}.pdf`, kind: "报告", bytes };
}

/** Written here while the page is drawn beside. */
async function xlsx({ model, settings }: Page): Promise<Output> {
  const [{ dataTableSheets }, { writeWorkbook }] = await Promise.all([
    import("../render/tables.js"),
    import("../workbook/write.js"),
  ]);
  const { title, author } = model.document;
  const bytes = await writeWorkbook(dataTableSheets(model), { title, author, date: settings.asOf });
  return { name: `${model.document.tablesFileName}.xlsx`, kind: "数据报表", bytes };
}

async function html(page: Page): Promise<Output> {
  return {
    name: `${page.model.document.fileName}.html`,
    kind: "网页版",
    bytes: Buffer.from(await drawn(page)),
  };
}

function json({ model }: Page): Promise<Output> {
  const bytes = Buffer.from(`${JSON.stringify(model, null, 2)}\n`);
  return Promise.resolve({ name: `${model.document.fileName}.json`, kind: "报告数据", bytes });
}

/** The very page that is printed. */
async function drawn(page: Page): Promise<string> {
  page.drawn ??= page.side.page(page.model, { override: page.settings.templatesFolder });
  return (await page.drawn).html;
}
