import type { Dataset } from "../data/dataset.js";
import type { Issue } from "../issues/issue.js";
import type { ReportKind, Slot } from "../narrative/narrative.js";
import { readNarrative, type NarrativeReading } from "../narrative/read.js";
import { narrativeName, requiredGaps, slotsFor } from "../narrative/slots.js";
import type { Plan } from "../plan/plan.js";
import type { ClaimCounts } from "../claims/check.js";
import { checkTexts } from "./check-prose.js";

/** What people wrote for one plan's report. */
export interface WrittenNarrative extends NarrativeReading {
  slots: readonly Slot[];
  missingSlots: readonly Slot[];
}

/** The same, checked against the figures. */
export interface PlanNarrative extends Omit<WrittenNarrative, "texts"> {
  /** Findings on figures and words of people's text, told in full before a report is printed. */
  prose: readonly Issue[];
  claims: ClaimCounts;
}

export async function writtenNarrative(
  kind: ReportKind,
  plan: Plan,
  year: number,
  dataFolder: string,
): Promise<WrittenNarrative> {
  const reading = await readNarrative(dataFolder, plan, kind, year);
  const slots = slotsFor(kind, plan);
  return { ...reading, slots, missingSlots: requiredGaps(reading.narrative, slots) };
}

export async function planNarrative(
  kind: ReportKind,
  plan: Plan,
  dataset: Dataset,
  year: number,
  dataFolder: string,
): Promise<PlanNarrative> {
  const { texts, ...reading } = await writtenNarrative(kind, plan, year, dataFolder);
  // Only a file of the kind may have been written from the report.
  const written = reading.inputs.some(({ file }) => file === narrativeName(plan, year, kind));
  const own = written ? await (await import("./own-words.js")).ownWords(kind, plan, dataset, year) : "";
  const prose = checkTexts(texts, plan, dataset, year, own);
  return { ...reading, prose: prose.issues, claims: prose.claims };
}
