import type { Dataset, MeasureProgress } from "../data/dataset.js";
import type { Scorecard } from "./scorecard.js";

/** The latest that was told of a measure of the plan, from its start up to the report's year; null where nothing was. */
export function lastProgress(
  id: string,
  {
    scorecard: { plan, year },
    dataset,
  }: { scorecard: Pick<Scorecard, "plan" | "year">; dataset: Pick<Dataset, "measures"> },
): MeasureProgress | null {
  return dataset.measures
    .filter((each) => each.measure === id && each.year >= plan.period.start && each.year <= year)
    .reduce<MeasureProgress | null>(
      (last, each) => (last === null || each.year > last.year ? each : last),
      null,
    );
}
