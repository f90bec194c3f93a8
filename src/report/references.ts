import type { Dataset, ReferenceFigure } from "../data/dataset.js";
import type { Scorecard } from "../score/scorecard.js";

/** The places a report sets beside the district, the nearest first. */
export const PLACES = ["全市", "全国"] as const;
export type ReferencePlace = (typeof PLACES)[number];

/** The latest figure of a place for a row from `first` to `last`; null where there is none. */
export function latestOf(
  { references }: Pick<Dataset, "references">,
  id: string,
  place: ReferencePlace,
  { first, last }: { first: number; last: number },
): ReferenceFigure | null {
  const own = references.filter(
    ({ indicator, region, year }) => indicator === id && region === place && year >= first && year <= last,
  );
  return own.reduce<ReferenceFigure | null>(
    (best, each) => (best === null || each.year > best.year ? each : best),
    null,
  );
}

/** The years whose figures of other places a report's tables show: those of the plan, and its baseline's. */
export function yearsShown({ plan, year }: Pick<Scorecard, "plan" | "year">): {
  first: number;
  last: number;
} {
  return { first: plan.period.baseline, last: year };
}
