import type { Generated, Narrative, ReportKind, Slot } from "../narrative/narrative.js";
import type { Plan } from "../plan/plan.js";
import type { ReportContext } from "../report/context.js";
import { midtermYear, type EvaluationContext, type EvaluationKind } from "../report/evaluation/context.js";
import type { ReportModel } from "../report/model.js";
import type { EditionMatter } from "./edition.js";
import type { BundledFolder } from "./settings.js";

/** What a report of any kind is made of. */
export interface Material extends EditionMatter {
  context: ReportContext;
  /** What people wrote, the parts it may be written for, and those that must be and are not. */
  written: { narrative: Narrative | null; slots: readonly Slot[]; missingSlots: readonly Slot[] };
}

/** One kind of report: an entry here and a verb in program.ts are all a further kind needs. */
export interface KindOfReport {
  kind: ReportKind;
  name: string;
  /** The sample data it is tried on. */
  sample: BundledFolder;
  /** The data year where the command line names none; null where it always does. */
  usualYear: ((plan: Plan) => number) | null;
  model: (material: Material) => Promise<ReportModel>;
  /** What it says by itself, part by part, where people have not written. */
  texts: (material: Material) => Promise<Generated>;
}

export const REPORT_KINDS: Record<ReportKind, KindOfReport> = {
  annual: {
    kind: "annual",
    name: "年度统计监测报告",
    sample: "fixtures/data",
    usualYear: null,
    model: async ({ scorecard, dataset, context, written }) => {
      const { annualModel } = await import("../report/annual.js");
      return annualModel(scorecard, dataset, { ...context, narrative: written.narrative });
    },
    texts: async ({ scorecard, dataset, context, written }) => {
      const { annualTexts } = await import("../report/annual.js");
      return annualTexts(scorecard, dataset, { ...context, narrative: written.narrative });
    },
  },
  midterm: {
    kind: "midterm",
    name: "中期评估报告",
    sample: "fixtures/data",
    usualYear: midtermYear,
    model: (material) => evaluation("midterm", material),
    texts: (material) => textsOfEvaluation("midterm", material),
  },
  final: {
    kind: "final",
    name: "终期评估报告",
    sample: "fixtures/data-2030",
    usualYear: ({ period }) => period.end,
    model: (material) => evaluation("final", material),
    texts: (material) => textsOfEvaluation("final", material),
  },
};

/** The kinds of report that are made of a data year: the annual one, and an evaluation in the year it is usually about. */
export function kindsDue(plan: Plan, year: number): KindOfReport[] {
  return Object.values(REPORT_KINDS).filter(
    ({ usualYear }) => usualYear === null || usualYear(plan) === year,
  );
}

async function evaluation(kind: EvaluationKind, material: Material): Promise<ReportModel> {
  const { evaluationModel } = await import("../report/evaluation/evaluation.js");
  return evaluationModel(kind, material.scorecard, material.dataset, contextOf(material));
}

async function textsOfEvaluation(kind: EvaluationKind, material: Material): Promise<Generated> {
  const { evaluationTexts } = await import("../report/evaluation/evaluation.js");
  return evaluationTexts(kind, material.scorecard, material.dataset, contextOf(material));
}

function contextOf({ context, earlier, written }: Material): EvaluationContext {
  const { narrative, slots, missingSlots } = written;
  return { ...context, earlier: earlier(), narrative, slots, missingSlots };
}
