import type { Published } from "../../data/published/record.js";
import { editionsOf } from "../../data/published/revisions.js";
import { statusChanges } from "../../score/status-changes.js";
import { changesText } from "../evaluation/words/status-change-text.js";
import type { Matter } from "../row-facts.js";

/** More names than these are not read in a sentence. */
const MOST_NAMES = { better: 5, worse: 5 };

/**
 * 与已印发的2024年度监测结果相比，状态好转3项（甲、乙、丙），状态回落1项（丁）。 As the report of last year said it, whatever
 * has been revised since; "" where none was published.
 */
export function sincePublished(matter: Matter): string {
  const last = publishedBefore(matter);
  return last === null
    ? ""
    : changesText(statusChanges(matter.scorecard, last.statement), publishedOpening(last), MOST_NAMES);
}

/** The report of the year before, its last edition; null where none was published. */
export function publishedBefore({ scorecard, dataset }: Matter): Published | null {
  const { plan, year } = scorecard;
  return editionsOf(dataset.published, plan.id, "annual", year - 1).at(-1) ?? null;
}

export function publishedOpening({ year }: Published): string {
  return `与已印发的${year}年度监测结果相比`;
}
