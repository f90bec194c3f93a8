import type { Dataset, InputFile } from "../data/dataset.js";
import type { Issue } from "../issues/issue.js";
import { lintNarrative } from "../narrative/lint.js";
import type { Narrative, ReportKind, Slot } from "../narrative/narrative.js";
import { readNarrative } from "../narrative/read.js";
import { requiredGaps, slotsFor } from "../narrative/slots.js";
import type { Plan } from "../plan/plan.js";

/** What people wrote for one plan's report, read and checked against the figures. */
export interface PlanNarrative {
  narrative: Narrative | null;
  slots: readonly Slot[];
  missingSlots: readonly Slot[];
  issues: readonly Issue[];
  /** For the provenance; null where there is no file. */
  input: InputFile | null;
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
  return {
    narrative: reading.narrative,
    slots,
    missingSlots: requiredGaps(reading.narrative, slots),
    issues: [...reading.issues, ...lintNarrative(reading, plan, dataset, year)],
    input: reading.input,
  };
}
