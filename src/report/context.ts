import type { Issue } from "../issues/issue.js";
import type { Narrative } from "../narrative/narrative.js";
import type { Matter } from "./row-facts.js";

/** Whether a report is still asked about: then proposals may stand in it that nobody has confirmed. */
export function isUnsettled({ dataset }: Matter, { draft }: Pick<ReportContext, "draft">): boolean {
  const { review } = dataset.manifest;
  return draft || review === "初稿" || review === "征求意见稿";
}

/** What a report needs to know beside scores and data. */
export interface ReportContext {
  /** YYYY-MM-DD: the date on the cover. */
  asOf: string;
  draft: boolean;
  sample: boolean;
  /** Findings of plan and data; listed in the annex on data quality. */
  issues: readonly Issue[];
  versions: { tool: string };
  /** What people wrote for this report; none where it is absent. */
  narrative?: Narrative | null;
}
