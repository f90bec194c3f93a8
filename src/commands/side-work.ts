import type { ManifestReading } from "../data/read-manifest.js";
import type { RenderedReport } from "../render/html.js";
import type { TemplateSource } from "../render/templates.js";
import type { ReportModel } from "../report/model.js";

/**
 * Work that can be done beside the main thread, which meanwhile reads workbooks, scores and serves the browser:
 * what goes in and comes out is plain data, and passes between threads.
 */
export interface SideWork {
  /** What a data folder's manifest says. */
  readManifest: (folder: string) => Promise<ManifestReading>;
  /** Opens fonts and charts before there is a report to draw. */
  prepare: () => void;
  /** The report as one page. */
  page: (model: ReportModel, source: TemplateSource) => Promise<RenderedReport>;
  close: () => Promise<void>;
}

/** Does it in the thread that asks. */
export function sideWorkHere(): SideWork {
  return {
    readManifest: async (folder) => {
      const { readManifest } = await import("../data/read-manifest.js");
      return readManifest(folder);
    },
    prepare: () => {
      // What keeps fonts or charts from opening is told where a page is drawn.
      prepareRendering().catch(() => undefined);
    },
    page: async (model, source) => {
      const { renderReport } = await import("../render/html.js");
      return renderReport(model, source);
    },
    close: () => Promise.resolve(),
  };
}

async function prepareRendering(): Promise<void> {
  const [{ prepareRendering }, { rehearse }] = await Promise.all([
    import("../render/html.js"),
    import("../render/rehearsal.js"),
  ]);
  const { echarts } = await prepareRendering();
  rehearse(echarts);
}
