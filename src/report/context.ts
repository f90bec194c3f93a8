import type { Issue } from "../issues/issue.js";
import type { Narrative } from "../narrative/narrative.js";
import type { Matter } from "./row-facts.js";

/** Whether a report is still asked about: then proposals may stand in it that nobody has confirmed. */
export function isUnsettled({ dataset }: Matter, { draft }: Pick<ReportContext, "draft">): boolean {
  const { review } = dataset.manifest;
  return draft || review === "初稿" || review === "征求意见稿";
}

/** internal: for the offices. public: without 附件2 in detail, small cells and rows that are internal. */
export const EDITIONS = ["internal", "public"] as const;
export type Edition = (typeof EDITIONS)[number];

/** What a report needs to know beside scores and data. */
export interface ReportContext {
  /** YYYY-MM-DD: the date on the cover. */
  asOf: string;
  draft: boolean;
  /** internal where nothing is said. */
  edition?: Edition;
  sample: boolean;
  /** Findings of plan and data; listed in the annex on data quality. */
  issues: readonly Issue[];
  versions: { tool: string };
  /** What people wrote for this report; none where it is absent. */
  narrative?: Narrative | null;
}
