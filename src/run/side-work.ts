import type { ManifestReading } from "../data/folder/read-manifest.js";
import type { RenderedReport } from "../render/html.js";
import type { PrintedModel } from "../render/starts.js";
import type { TemplateSource } from "../render/templates.js";
import type { MemoModel, BoundModel, WorkingPaper } from "../report/model.js";
import type { WordExtras } from "../word/write/write.js";

/**
 * Work that can be done beside the main thread, which meanwhile reads workbooks, scores and serves the browser:
 * what goes in and comes out is plain data, and passes between threads.
 */
export interface SideWork {
  /** What a data folder's manifest says. */
  readManifest: (folder: string) => Promise<ManifestReading>;
  /** Opens fonts and templates before there is a report to set. */
  prepare: (kind: PrintedModel["kind"], source: TemplateSource) => void;
  /** The report as one page. */
  page: (model: PrintedModel, source: TemplateSource) => Promise<RenderedReport>;
  /** The bytes of the 数据报表; `date` as YYYY-MM-DD. */
  tables: (model: BoundModel | WorkingPaper, date: string) => Promise<Uint8Array>;
  /** A page of the report's pictures alone. */
  pictures: (model: BoundModel) => Promise<string>;
  /** The lines of the 红头 that the user's templates say. */
  redHead: (model: BoundModel, source: TemplateSource) => Promise<string[]>;
  /** The bytes of the Word document. */
  word: (model: BoundModel, extras: WordExtras) => Promise<Uint8Array>;
  /** The bytes of a memo as a Word document; `date` as YYYY-MM-DD. */
  memo: (model: MemoModel, date: string) => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** Does it in the thread that asks. */
export function sideWorkHere(): SideWork {
  return {
    readManifest: async (folder) => {
      const { readManifest } = await import("../data/folder/read-manifest.js");
      return readManifest(folder);
    },
    prepare: (kind, source) => {
      // What keeps them from opening is told where a page is made.
      import("../render/html.js")
        .then(({ prepareReport }) => prepareReport(kind, source))
        .catch(() => undefined);
    },
    page: async (model, source) => {
      const { renderReport } = await import("../render/html.js");
      return renderReport(model, source);
    },
    tables: writeTables,
    pictures: async (model) => {
      const { renderPictures } = await import("../render/pictures.js");
      return renderPictures(model);
    },
    redHead: async (model, source) => {
      // The writer is loaded meanwhile: it is wanted when the browser has printed, and not before.
      const [{ redHeadOf }] = await Promise.all([
        import("../render/red-head.js"),
        import("../word/write/write.js"),
      ]);
      return redHeadOf(model, source);
    },
    word: async (model, extras) => {
      const { writeWord } = await import("../word/write/write.js");
      return writeWord(model, extras);
    },
    memo: async (model, date) => {
      const { writeMemo } = await import("../word/memo/write.js");
      return writeMemo(model, date);
    },
    close: () => Promise.resolve(),
  };
}

async function writeTables(model: BoundModel | WorkingPaper, date: string): Promise<Uint8Array> {
  const [{ dataTableSheets }, { writeWorkbook }] = await Promise.all([
    import("../render/sheets/tables.js"),
    import("../workbook/write/write.js"),
  ]);
  const { title, author } = model.document;
  return writeWorkbook(dataTableSheets(model), { title, author, date, produced: "数据报表" });
}
