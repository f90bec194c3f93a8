import type { Narrative, ReportKind, Slot } from "../../narrative/narrative.js";
import type { Plan } from "../../plan/plan.js";
import type { Scorecard } from "../../score/scorecard.js";
import type { ReportContext } from "../context.js";
import type { Matter } from "../row-facts.js";

export type EvaluationKind = Exclude<ReportKind, "annual">;

/** Fewer years with data than these tell no course. */
export const FEWEST_YEARS = 3;

/** What an evaluation report needs to know beside scores and data. */
export interface EvaluationContext extends ReportContext {
  /** Every earlier year of the plan with data, scored from the same figures; years ascending. */
  earlier: readonly Scorecard[];
  narrative: Narrative | null;
  /** The headings of this report's narrative file, in the order they are printed. */
  slots: readonly Slot[];
  /** The required ones nobody has written to: each becomes a marked gap. */
  missingSlots: readonly Slot[];
}

/** The matter of an evaluation report: the year's scorecard, the years before it, and people's text. */
export interface EvaluationMatter extends Matter {
  kind: EvaluationKind;
  context: EvaluationContext;
}

/** The year in the middle of the plan: 2025 of 2021—2030. */
export function midtermYear({ period }: Pick<Plan, "period">): number {
  return period.start + Math.ceil((period.end - period.start + 1) / 2) - 1;
}

/** The year before the one evaluated, as far as there are data; null where there is none. */
export function previousScorecard({ context }: Pick<EvaluationMatter, "context">): Scorecard | null {
  return context.earlier.at(-1) ?? null;
}

/** What the mid-term found; null before it, and where its year has no data. */
export function midtermScorecard({
  scorecard,
  context,
}: Pick<EvaluationMatter, "scorecard" | "context">): Scorecard | null {
  return context.earlier.find(({ year }) => year === midtermYear(scorecard.plan)) ?? null;
}
