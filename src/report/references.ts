import type { Dataset, ReferenceFigure } from "../data/dataset.js";
import type { Scale } from "./words/number.js";
import type { Scorecard } from "../score/scorecard.js";

/** The latest figure of a place for a row from `first` to `last`; null where there is none. */
export function latestOf(
  { references }: Pick<Dataset, "references">,
  id: string,
  place: string,
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

/** Their figure is shown with the digits it was published with, 4.0‰ and not 4.00‰, as far as ours have them. */
export function theirScale(
  scale: Scale,
  { display, value }: Pick<ReferenceFigure, "display" | "value">,
): Scale {
  const published = /\.(\d+)/u.exec(display)?.[1]?.length ?? 0;
  const decimals = Math.min(scale.decimals, published);
  return value.decimalPlaces() > decimals ? scale : { ...scale, decimals };
}

/** The years whose figures of other places a report's tables show: those of the plan, and its baseline's. */
export function yearsShown({ plan, year }: Pick<Scorecard, "plan" | "year">): {
  first: number;
  last: number;
} {
  return { first: plan.period.baseline, last: year };
}
