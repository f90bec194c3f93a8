import type { Dataset, InputFile } from "../data/dataset.js";
import type { Issue } from "../issues/issue.js";
import type { Narrative, ReportKind, Slot } from "../narrative/narrative.js";
import { readNarrative } from "../narrative/read.js";
import { narrativeName, requiredGaps, slotsFor } from "../narrative/slots.js";
import type { Plan } from "../plan/plan.js";
import type { ClaimCounts } from "../claims/check.js";
import { checkTexts } from "./check-prose.js";

/** What people wrote for one plan's report, read and checked against the figures. */
export interface PlanNarrative {
  narrative: Narrative | null;
  slots: readonly Slot[];
  missingSlots: readonly Slot[];
  issues: readonly Issue[];
  /** Findings on figures and words of people's text, told in full before a report is printed. */
  prose: readonly Issue[];
  claims: ClaimCounts;
  /** For the provenance: the files that were read. */
  inputs: readonly InputFile[];
}

export async function planNarrative(
  kind: ReportKind,
  plan: Plan,
  dataset: Dataset,
  year: number,
  dataFolder: string,
): Promise<PlanNarrative> {
  const reading = await readNarrative(dataFolder, plan, kind, year);
  const slots = slotsFor(kind, plan);
  // Only a file of the kind may have been written from the report.
  const written = reading.inputs.some(({ file }) => file === narrativeName(plan, year, kind));
  const own = written ? await (await import("./own-words.js")).ownWords(kind, plan, dataset, year) : "";
  const prose = checkTexts(reading.texts, plan, dataset, year, own);
  return {
    narrative: reading.narrative,
    slots,
    missingSlots: requiredGaps(reading.narrative, slots),
    issues: reading.issues,
    prose: prose.issues,
    claims: prose.claims,
    inputs: reading.inputs,
  };
}
