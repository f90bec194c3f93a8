import type { Dataset } from "../data/dataset.js";
import type { Issue } from "../issue.js";
import type { Plan } from "../plan/plan.js";
import { blanks, placeholders } from "./lint/blanks.js";
import type { Check, Facts } from "./lint/check.js";
import { wrongFigures } from "./lint/figures.js";
import { nameFinder } from "./lint/names.js";
import { otherRegions } from "./lint/regions.js";
import { lostSigns } from "./lint/signs.js";
import { oddYears } from "./lint/years.js";
import type { Passage } from "./paragraphs.js";
import type { NarrativeReading } from "./read.js";
import { spot, type Source } from "./source.js";

const CHECKS: readonly Check[] = [wrongFigures, lostSigns, otherRegions, oddYears, blanks, placeholders];

/**
 * Slips in what people wrote, as findings at their line and column: figures and changes that disagree with
 * the data, other districts' names, odd years, blanks. `year` is the report's data year. Pure.
 */
export function lintNarrative(
  { source, passages }: Pick<NarrativeReading, "source" | "passages">,
  plan: Plan,
  dataset: Dataset,
  year: number,
): Issue[] {
  if (source === null) return [];
  const facts: Facts = { plan, dataset, year, names: nameFinder(plan) };
  return passages.flatMap((passage) => lintPassage(passage, facts, source));
}

function lintPassage(passage: Passage, facts: Facts, source: Source): Issue[] {
  return CHECKS.flatMap((check) => check(passage, facts))
    .map(({ at, issue }) => ({ offset: passage.offsets[at] ?? 0, issue }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, issue }) => {
      const { where, frame } = spot(source, offset);
      return issue(where, frame);
    });
}
