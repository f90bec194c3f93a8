import type { RenderedReport } from "../render/html.js";
import type { TemplateSource } from "../render/templates.js";
import type { ReportModel } from "../report/model.js";

/** Turns a model into what is handed out. Models, pages and bytes are plain data: they pass between threads. */
export interface Drawing {
  /** Opens fonts and charts before there is a report to draw. */
  prepare: () => void;
  /** The report as one page. */
  page: (model: ReportModel, source: TemplateSource) => Promise<RenderedReport>;
  /** The bytes of the 数据报表; `date` as YYYY-MM-DD. */
  tables: (model: ReportModel, date: string) => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** Draws in the thread that asks. */
export function drawingHere(): Drawing {
  return {
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
