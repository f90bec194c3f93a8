import type { ManifestReading } from "../data/folder/read-manifest.js";
import type { PageDraft } from "../render/html.js";
import type { Pictures } from "../draw/pictures.js";
import type { TemplateSource } from "../render/templates.js";
import type { Chart, ReportModel } from "../report/model.js";

/**
 * Work that can be done beside the main thread, which meanwhile reads workbooks, scores and serves the browser:
 * what goes in and comes out is plain data, and passes between threads.
 */
export interface SideWork {
  /** What a data folder's manifest says. */
  readManifest: (folder: string) => Promise<ManifestReading>;
  /** Opens fonts and charts before there is a report to draw. */
  prepare: () => void;
  /** The report as one page, its pictures empty. */
  draft: (model: ReportModel, source: TemplateSource) => Promise<PageDraft>;
  pictures: (charts: readonly Chart[]) => Promise<Pictures>;
  /** The bytes of the 数据报表; `date` as YYYY-MM-DD. */
  tables: (model: ReportModel, date: string) => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** Does it in the thread that asks. */
export function sideWorkHere(): SideWork {
  return {
    readManifest: async (folder) => {
      const { readManifest } = await import("../data/folder/read-manifest.js");
      return readManifest(folder);
    },
    prepare: () => {
      // What keeps fonts or charts from opening is told where a page is drawn.
      prepareRendering().catch(() => undefined);
    },
    draft: async (model, source) => {
      const { renderDraft } = await import("../render/html.js");
      return renderDraft(model, source);
    },
    pictures: async (charts) => {
      const { drawPictures } = await import("../render/html.js");
      return drawPictures(charts);
    },
    tables: writeTables,
    close: () => Promise.resolve(),
  };
}

async function prepareRendering(): Promise<void> {
  const [{ prepareRendering }, { rehearse }] = await Promise.all([
    import("../render/html.js"),
    import("../draw/rehearsal.js"),
  ]);
  const { echarts } = await prepareRendering();
  rehearse(echarts);
}

async function writeTables(model: ReportModel, date: string): Promise<Uint8Array> {
  const [{ dataTableSheets }, { writeWorkbook }] = await Promise.all([
    import("../render/sheets/tables.js"),
    import("../workbook/write/write.js"),
  ]);
  const { title, author } = model.document;
  return writeWorkbook(dataTableSheets(model), { title, author, date });
}
