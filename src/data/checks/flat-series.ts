import { issue } from "../../issues/issue.js";
import type { Check } from "./check.js";
import type { Observation } from "../dataset.js";

/** As many equal years in a row make one ask whether last year's figure was copied. */
const EQUAL_YEARS = 3;

/**
 * The latest figures of a rate equal to the last digit after the point. Rows that move with elections
 * or surveys stand still for good reasons, and so do counts, shares of a few things (75) and limits (100).
 */
export const flatSeries: Check = ({ series }, { entries }) =>
  entries.flatMap(({ indicator, judged }) => {
    if (judged === null || judged.flatIsNormal) return [];
    const latest = (series[indicator.id] ?? []).slice(-EQUAL_YEARS);
    const [first] = latest;
    const last = latest.at(-1);
    if (first === undefined || last === undefined || !isFlat(latest) || last.value.isInteger()) return [];
    return issue("data/flat-series", last.source, {
      name: indicator.name,
      first: first.year,
      last: last.year,
      display: last.display,
    });
  });

function isFlat(years: readonly Observation[]): boolean {
  const consecutive = years.every(({ year }, index) => year === (years[0]?.year ?? 0) + index);
  return years.length === EQUAL_YEARS && consecutive && years.every(({ value }) => years[0]?.value.eq(value));
}
