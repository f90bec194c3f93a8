import type { Dataset } from "../data/dataset.js";
import type { ReportKind } from "../narrative/narrative.js";
import { slotsFor } from "../narrative/slots.js";
import type { Plan } from "../plan/plan.js";
import { editionOf } from "./edition.js";
import { REPORT_KINDS } from "./report-kinds.js";

/**
 * What a report says by itself, a paragraph a line, as it stands in a file that was written from it: its figures
 * come from the data and need no check against them.
 */
export async function ownWords(
  kind: ReportKind,
  plan: Plan,
  dataset: Dataset,
  year: number,
): Promise<string> {
  const slots = slotsFor(kind, plan);
  const texts = await REPORT_KINDS[kind].texts({
    ...editionOf("internal", plan, dataset, year),
    context: {
      asOf: `${year}-12-31`,
      draft: true,
      edition: "internal",
      sample: false,
      issues: [],
      versions: { tool: "" },
    },
    written: { narrative: null, slots, missingSlots: [] },
  });
  const paragraphs = [...texts.values()].flat().map(({ heading, text }) => heading.trim() + text.trim());
  return paragraphs.map((each) => `${each}\n`).join("");
}
