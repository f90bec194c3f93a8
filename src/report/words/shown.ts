import type { Figures } from "../../score/methods/steps.js";
import { shown } from "./number.js";
import type { RowFacts } from "../row-facts.js";

/**
 * The row with its figures as they are printed: a pace or a comparison told from it can be worked out again
 * by a reader. Its goal stays that of the exact figures.
 */
export function asShown({ scored, scale }: RowFacts): Figures {
  const { indicator, year, goal, value, baseline, series } = scored;
  return {
    indicator,
    year,
    goal,
    value: value === null ? null : shown(scale, value),
    baseline: baseline === null ? null : { ...baseline, value: shown(scale, baseline.value) },
    series: series.map((point) => ({ ...point, value: shown(scale, point.value) })),
  };
}
