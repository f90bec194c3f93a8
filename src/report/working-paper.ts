import type { Dataset } from "../data/dataset.js";
import type { Scorecard } from "../score/scorecard.js";
import { revisionPlaces } from "./annexes/gaps.js";
import { qualityAnnex } from "./annexes/quality.js";
import { sourceBlocks } from "./annexes/sources.js";
import type { ReportContext } from "./context.js";
import type { ReportModel, WorkingPaper } from "./model.js";
import { numbered } from "./numbering/numbered.js";
import type { Matter } from "./row-facts.js";

/**
 * 核查底稿: what the bureau keeps beside a report and no reader of it is given: findings, what was read out of
 * unusual cells, where every revision stands, files and tool.
 */
export function workingPaper(
  scorecard: Scorecard,
  dataset: Dataset,
  context: ReportContext,
  { document, cover }: Pick<ReportModel, "document" | "cover">,
): WorkingPaper {
  const matter: Matter = { scorecard, dataset };
  const { annexes } = numbered({
    parts: [],
    annexes: [
      qualityAnnex(matter, context),
      {
        id: "sources",
        title: "数据出处",
        blocks: [...revisionPlaces(matter), ...sourceBlocks(matter, context)],
      },
    ],
  });
  const title = document.tablesFileName.replace("数据报表", "核查底稿");
  return { kind: "paper", document: { ...document, title, tablesFileName: title }, cover, annexes };
}
