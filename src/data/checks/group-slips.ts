import type { Decimal } from "../../terms/decimal.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import { issue, type Issue } from "../../issues/issue.js";
import type { Entry } from "../catalogue.js";
import type { Check, Figures } from "./check.js";
import { isPlausible } from "./doubts/doubt.js";
import { isNear } from "./doubts/near.js";
import { AS_OTHERS, AT_HOME, HUNDREDFOLD } from "./doubts/slip.js";
import { groupTables, sitesOf, type GroupTable } from "./site-tables.js";

/**
 * A percentage of one group that has slipped beside the district's and the other groups': 男 0.3371 beside 女 37.7. The
 * sites that a row is judged by have a check of their own.
 */
export const groupSlips: Check = (figures, { entries }) =>
  entries.flatMap((entry) =>
    isPercent(unitOf(entry.indicator.unit))
      ? groupTables(figures, entry)
          .filter(({ grouping }) => grouping !== sitesOf(entry)?.grouping)
          .flatMap((table) => slipsIn(figures, entry, table))
      : [],
  );

function slipsIn({ series }: Figures, entry: Entry, { year, figures }: GroupTable): Issue[] {
  const { id, name, unit } = entry.indicator;
  const whole = (series[id] ?? []).find((each) => each.year === year)?.value ?? null;
  const sorted = figures
    .map(({ value }) => value)
    .filter((value) => !value.isZero())
    .sort((a, b) => a.comparedTo(b));
  return figures.flatMap((figure) => {
    const { value, group, display, source } = figure;
    const beside = value.isZero() ? null : besideOf(value, sorted, whole);
    if (beside === null || isNear(value, beside, AT_HOME)) return [];
    const what = beside === whole ? `${entry.plan.terms.area}的数` : "其他组";
    const told = { name, year, beside: what, group, display, unit };
    const right = mended(entry, value, beside);
    if (right !== null) return [issue("data/site-slip", source, { ...told, right: right.toString() })];
    const tenfold = value.times(10);
    return isPlausible(entry, value) === false && isNear(tenfold, beside, AS_OTHERS)
      ? [issue("data/site-tenfold", source, { ...told, right: tenfold.toString() })]
      : [];
  });
}

/**
 * The district's figure, which lies between its groups', else the middle one of the others, the greater of two: found
 * in all of them in their order, for a table may have ten thousand groups.
 */
function besideOf(own: Decimal, sorted: readonly Decimal[], whole: Decimal | null): Decimal | null {
  if (whole !== null && !whole.isZero()) return whole;
  const at = Math.floor((sorted.length - 1) / 2);
  const middle = sorted[at];
  return middle !== undefined && own.gt(middle) ? middle : (sorted[at + 1] ?? null);
}

/** A share typed for a percentage, put right: what lies too high is refused where it is read. */
function mended(entry: Entry, value: Decimal, beside: Decimal): Decimal | null {
  const ups = HUNDREDFOLD.filter(({ factor }) => factor.gt(1));
  const rights = ups.map(({ factor }) => value.times(factor));
  return (
    rights.find((right) => isPlausible(entry, right) !== false && isNear(right, beside, AT_HOME)) ?? null
  );
}
