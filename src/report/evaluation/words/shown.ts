import type { ScoredIndicator } from "../../../score/scorecard.js";
import { shown } from "../../words/number.js";
import type { RowFacts } from "../../row-facts.js";

/**
 * The row with its figures as they are printed: a pace or a comparison told from it can be worked out again
 * by a reader. Its status, goal and rule stay those of the exact figures.
 */
export function asShown({ scored, scale }: RowFacts): ScoredIndicator {
  const { value, baseline, series } = scored;
  return {
    ...scored,
    value: value === null ? null : shown(scale, value),
    baseline: baseline === null ? null : { ...baseline, value: shown(scale, baseline.value) },
    series: series.map((point) => ({ ...point, value: shown(scale, point.value) })),
  };
}
