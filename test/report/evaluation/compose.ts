import type { Dataset } from "../../../src/data/dataset.js";
import type { Narrative } from "../../../src/narrative/narrative.js";
import { requiredGaps, slotsFor } from "../../../src/narrative/slots.js";
import type { Plan } from "../../../src/plan/plan.js";
import {
  evaluationModel,
  type EvaluationContext,
  type EvaluationKind,
} from "../../../src/report/evaluation/evaluation.js";
import type { EvaluationMatter } from "../../../src/report/evaluation/context.js";
import type { Block, EvaluationModel } from "../../../src/report/model.js";
import { scorePlan } from "../../../src/score/score.js";
import { CONTEXT } from "../context.js";

interface Settings {
  kind?: EvaluationKind;
  narrative?: Narrative | null;
  more?: Partial<EvaluationContext>;
}

/** The matter of a report of `year`, with every earlier year that has data. */
export function matterOf(
  plan: Plan,
  dataset: Dataset,
  year: number,
  settings: Settings = {},
): EvaluationMatter {
  const { kind = "midterm", narrative = null, more = {} } = settings;
  const years = new Set(Object.values(dataset.series).flatMap((series) => series.map((each) => each.year)));
  const earlier = [...years].filter((each) => each >= plan.period.start && each < year).sort((a, b) => a - b);
  const slots = slotsFor(kind, plan);
  return {
    kind,
    dataset,
    scorecard: scorePlan(plan, dataset, year),
    context: {
      ...CONTEXT,
      earlier: earlier.map((each) => scorePlan(plan, dataset, each)),
      narrative,
      slots,
      missingSlots: requiredGaps(narrative, slots),
      ...more,
    },
  };
}

export function compose(
  plan: Plan,
  dataset: Dataset,
  year: number,
  settings: Settings = {},
): EvaluationModel {
  const { kind, scorecard, context } = matterOf(plan, dataset, year, settings);
  return evaluationModel(kind, scorecard, dataset, context);
}

export function chapterOf({ chapters }: EvaluationModel, id: string): EvaluationModel["chapters"][number] {
  const found = chapters.find((chapter) => chapter.id === id);
  if (found === undefined) throw new Error(`no chapter ${id}`);
  return found;
}

/** The blocks of a chapter and of its sections, in reading order. */
export function blocksOf({ blocks, sections }: EvaluationModel["chapters"][number]): Block[] {
  return [...blocks, ...sections.flatMap((section) => section.blocks)];
}

export function allBlocks({ summary, chapters, annexes }: EvaluationModel): Block[] {
  return [...summary.blocks, ...chapters.flatMap(blocksOf), ...annexes.flatMap(({ blocks }) => blocks)];
}

/** The running text of blocks, a paragraph each. */
export function paragraphsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ paragraphs }) => paragraphs.map(({ heading, text }) => heading + text));
}

export function textOf(model: EvaluationModel, chapter: string): string {
  return paragraphsOf(blocksOf(chapterOf(model, chapter))).join("\n");
}
