import { editionsOf } from "../../data/published/revisions.js";
import { statusChanges } from "../../score/status-changes.js";
import { countedList } from "../evaluation/words/lists.js";
import type { Matter } from "../row-facts.js";
import { sentence } from "../words/wording.js";

/** More names than these are not read in a sentence. */
const MOST_NAMES = 5;

const DIRECTIONS = [
  { direction: "better", name: "状态好转" },
  { direction: "worse", name: "状态回落" },
] as const;

/**
 * 与已印发的2024年度监测结果相比，状态好转3项（甲、乙、丙），状态回落1项（丁）。 As the report of last year said it, whatever
 * has been revised since; "" where none was published.
 */
export function sincePublished({ scorecard, dataset }: Matter): string {
  const { plan, year } = scorecard;
  const last = editionsOf(dataset.published, plan.id, "annual", year - 1).at(-1);
  if (last === undefined) return "";
  const changes = statusChanges(scorecard, last.statement);
  const told = DIRECTIONS.flatMap(({ direction, name }) => {
    const rows = changes.filter((change) => change.direction === direction).map(({ row }) => row);
    return rows.length === 0 ? [] : [`${name}${countedList(rows, MOST_NAMES)}`];
  });
  const opening = `与已印发的${last.year}年度监测结果相比`;
  return sentence([opening, ...(told.length === 0 ? ["没有状态好转或回落的指标"] : told)]);
}
