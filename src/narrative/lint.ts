import type { Dataset } from "../data/dataset.js";
import type { Issue } from "../issues/issue.js";
import type { Plan } from "../plan/plan.js";
import { blanks, placeholders } from "./lint/blanks.js";
import type { Check, Facts, Remark } from "./lint/check.js";
import { wrongFigures } from "./lint/figures.js";
import { nameFinder } from "./lint/names.js";
import { otherRegions } from "./lint/regions.js";
import { lostSigns } from "./lint/signs.js";
import { oddYears } from "./lint/years.js";
import { gravest, leftOut } from "./most-findings.js";
import type { Passage } from "./paragraphs.js";
import type { NarrativeReading } from "./read.js";
import { spot } from "./source.js";

const CHECKS: readonly Check[] = [wrongFigures, lostSigns, otherRegions, oddYears, blanks, placeholders];

/** A remark and where in the file it stands: its frame, which takes long to set, is made only once it is told. */
interface Placed {
  offset: number;
  remark: Remark;
}

/**
 * Slips in what people wrote, as findings at their line and column: figures and changes that disagree with
 * the data, other districts' names, odd years, blanks. `year` is the report's data year. Beyond 200 a last
 * finding says how many are left out; errors are the last to be. Pure.
 */
export function lintNarrative(
  { source, passages }: Pick<NarrativeReading, "source" | "passages">,
  plan: Plan,
  dataset: Dataset,
  year: number,
): Issue[] {
  if (source === null) return [];
  const facts: Facts = { plan, dataset, year, names: nameFinder(plan) };
  const placed = passages.flatMap((passage) => lintPassage(passage, facts));
  const told = gravest(placed, ({ remark }) => remark.issue(null, "").severity === "error");
  const issues = told.map(({ offset, remark }) => {
    const { where, frame } = spot(source, offset);
    return remark.issue(where, frame);
  });
  return [...issues, ...leftOut(source.file, told.length, placed.length)];
}

function lintPassage(passage: Passage, facts: Facts): Placed[] {
  return CHECKS.flatMap((check) => check(passage, facts))
    .map((remark) => ({ offset: passage.offsets[remark.at] ?? 0, remark }))
    .sort((a, b) => a.offset - b.offset);
}
