import type { Dataset } from "../data/dataset.js";
import type { Generated, GeneratedTexts, Narrative, ReportKind } from "../narrative/narrative.js";
import { slotsFor } from "../narrative/slots.js";
import type { Plan } from "../plan/plan.js";
import type { Edition } from "../report/context.js";
import { editionOf } from "./edition.js";
import { REPORT_KINDS } from "./report-kinds.js";

/** What a report says by itself, by parts and as words; the same as long as its data are. */
export interface OwnWords extends Generated {
  words: string;
}

export async function ownWords(
  kind: ReportKind,
  plan: Plan,
  dataset: Dataset,
  year: number,
): Promise<OwnWords> {
  const own = await generated(kind, plan, dataset, year);
  return { ...own, words: wordsOf(own.texts) };
}

/** What a report says by itself, whatever people have written; with it, where a narrative is given. */
export async function generated(
  kind: ReportKind,
  plan: Plan,
  dataset: Dataset,
  year: number,
  { edition = "internal", narrative = null }: { edition?: Edition; narrative?: Narrative | null } = {},
): Promise<Generated> {
  return REPORT_KINDS[kind].texts({
    ...editionOf(edition, plan, dataset, year),
    context: {
      asOf: `${year}-12-31`,
      draft: true,
      edition,
      sample: false,
      issues: [],
      versions: { tool: "" },
    },
    written: { narrative, slots: slotsFor(kind, plan), missingSlots: [] },
  });
}

/**
 * These texts, a paragraph a line, as they stand in a file that was written from the report: their figures come from
 * the data and need no check against them.
 */
function wordsOf(texts: GeneratedTexts): string {
  const paragraphs = [...texts.values()].flat().map(({ heading, text }) => heading.trim() + text.trim());
  return paragraphs.map((each) => `${each}\n`).join("");
}
