import type { ReportContext } from "../../src/report/context.js";

/** A report on a certain day, with nothing else to say of it. */
export const CONTEXT: ReportContext = {
  asOf: "2026-05-20",
  draft: false,
  sample: false,
  issues: [],
  versions: { tool: "1.0.0" },
};
