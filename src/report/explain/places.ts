import type { Dataset } from "../../data/dataset.js";
import type { RowFacts } from "../row-facts.js";
import type { CellPlace } from "../../issues/place.js";

/** Every cell the explanation of an indicator rests on, up to the year scored; revised and empty ones included. */
export function cellsOf({ scored, plan }: RowFacts, dataset: Dataset): CellPlace[] {
  const { id, year } = scored;
  const own = (each: { indicator: string; year: number }) =>
    each.indicator === id && each.year >= plan.period.baseline && each.year <= year;
  const observations = (dataset.series[id] ?? []).filter(own);
  const counts = observations.flatMap(({ numerator, denominator }) => [numerator, denominator]);
  return [
    ...observations,
    ...counts.filter((each) => each !== null),
    ...dataset.groups.filter(own),
    ...dataset.gaps.filter(own),
    ...dataset.revisions.filter(own).map((revision) => revision.old),
  ].map(({ source }) => source);
}
