import type { FolderContent } from "../data/read-folder.js";
import type { RenderedReport } from "../render/html.js";
import type { TemplateSource } from "../render/templates.js";
import type { ReportModel } from "../report/model.js";

/**
 * Work that can be done beside the main thread, which meanwhile reads plans, scores and serves the browser:
 * what goes in and comes out is plain data, and passes between threads.
 */
export interface SideWork {
  /** The workbooks of a data folder as plain sheets. */
  readFolder: (folder: string) => Promise<FolderContent>;
  /** Opens fonts and charts before there is a report to draw. */
  prepare: () => void;
  /** The report as one page. */
  page: (model: ReportModel, source: TemplateSource) => Promise<RenderedReport>;
  /** The bytes of the 数据报表; `date` as YYYY-MM-DD. */
  tables: (model: ReportModel, date: string) => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** Does it in the thread that asks. */
export function sideWorkHere(): SideWork {
  return {
    readFolder: async (folder) => {
      const { readFolder } = await import("../data/read-folder.js");
      return readFolder(folder);
    },
    prepare: () => {
      // What keeps fonts or charts from opening is told where a page is drawn.
      prepareRendering().catch(() => undefined);
    },
    page: async (model, source) => {
      const { renderReport } = await import("../render/html.js");
      return renderReport(model, source);
    },
    tables: writeTables,
    close: () => Promise.resolve(),
  };
}

async function prepareRendering(): Promise<void> {
  const { prepareRendering } = await import("../render/html.js");
  await prepareRendering();
}

async function writeTables(model: ReportModel, date: string): Promise<Uint8Array> {
  const [{ dataTableSheets }, { writeWorkbook }] = await Promise.all([
    import("../render/tables.js"),
    import("../workbook/write.js"),
  ]);
  const { title, author } = model.document;
  return writeWorkbook(dataTableSheets(model), { title, author, date });
}
