import type { Published } from "../../data/published/record.js";
import { editionsOf } from "../../data/published/revisions.js";
import type { Scorecard } from "../../score/scorecard.js";
import { statusChanges } from "../../score/status-changes.js";
import { countedList } from "../evaluation/words/lists.js";
import { changedRows } from "../evaluation/words/status-change-text.js";
import type { Matter } from "../row-facts.js";
import { sentence } from "../words/wording.js";

/** More names than these are not read in a sentence. */
const MOST_NAMES = { better: 5, worse: 5 };

const DIRECTIONS = [
  { direction: "better", name: "状态好转" },
  { direction: "worse", name: "状态回落" },
] as const;

/**
 * 与已印发的2024年度监测结果相比，状态好转3项（甲、乙、丙），状态回落1项（丁）。 As the report of last year said it, whatever
 * has been revised since; "" where none was published.
 */
export function sincePublished(matter: Matter): string {
  const last = publishedBefore(matter);
  return last === null
    ? ""
    : changesSince(matter.scorecard, last.statement, publishedOpening(last), MOST_NAMES);
}

/** The report of the year before, its last edition; null where none was published. */
export function publishedBefore({ scorecard, dataset }: Matter): Published | null {
  const { plan, year } = scorecard;
  return editionsOf(dataset.published, plan.id, "annual", year - 1).at(-1) ?? null;
}

export function publishedOpening({ year }: Published): string {
  return `与已印发的${year}年度监测结果相比`;
}

/** The opening, and which statuses got better and worse since; at most so many names each way. */
export function changesSince(
  scorecard: Scorecard,
  then: Parameters<typeof statusChanges>[1],
  opening: string,
  most: Record<"better" | "worse", number>,
): string {
  const changes = statusChanges(scorecard, then);
  const told = DIRECTIONS.flatMap(({ direction, name }) => {
    const rows = changedRows(changes, direction);
    return rows.length === 0 ? [] : [`${name}${countedList(rows, most[direction])}`];
  });
  return sentence([opening, ...(told.length === 0 ? ["没有状态好转或回落的指标"] : told)]);
}
