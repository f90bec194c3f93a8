import { issue } from "../../issues/issue.js";
import { spanOf } from "../../plan/target-kinds.js";
import type { Span } from "../../plan/traits.js";
import type { Decimal } from "../../terms/decimal.js";
import type { Check } from "./check.js";
import { sitesOf, siteTables } from "./site-tables.js";

/** Sites of the latest year that do not meet the target of a row judged site by site. */
export const sitesBelowTarget: Check = (figures, { entries }) =>
  entries.flatMap((entry) => {
    const target = entry.judged?.target;
    const latest = siteTables(figures, entry).at(-1);
    if (target === undefined || latest === undefined || sitesOf(entry) === null) return [];
    const span = spanOf(target);
    if (span === null) return [];
    const failing = latest.figures.filter(({ value }) => !isWithin(span, value));
    if (failing.length === 0) return [];
    return issue("data/units-below-target", failing[0]?.source ?? null, {
      name: entry.indicator.name,
      year: latest.year,
      target: target.text,
      sites: failing.map(({ group, display }) => `${group}${display}`),
    });
  });

function isWithin({ low, high, lowStrict, highStrict }: Span, value: Decimal): boolean {
  const above = low === null || (lowStrict ? value.gt(low) : value.gte(low));
  const below = high === null || (highStrict ? value.lt(high) : value.lte(high));
  return above && below;
}
