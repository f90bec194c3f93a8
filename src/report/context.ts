import type { Issue } from "../issue.js";

/** What a report needs to know beside scores and data. */
export interface ReportContext {
  /** YYYY-MM-DD: the date on the cover. */
  asOf: string;
  draft: boolean;
  sample: boolean;
  /** Findings of plan and data; listed in 附件3. */
  issues: readonly Issue[];
  versions: { tool: string };
}
