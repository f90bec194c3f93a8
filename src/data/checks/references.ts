import { issue } from "../../issues/issue.js";
import { decimal, type Decimal } from "../../terms/decimal.js";
import type { Entry } from "../catalogue.js";
import type { ReferenceFigure } from "../dataset.js";
import type { Check } from "./check.js";
import { isPlausible } from "./doubts/doubt.js";
import { isNear, isNearMost } from "./doubts/near.js";
import { HUNDREDFOLD } from "./doubts/slip.js";
import { largest } from "../../terms/long-lists.js";

/** Of another place's figures what can hardly be meant: 0.949 for 94.9%, a year nobody has data of. */
export const references: Check = (figures, { entries }) => {
  const latest = largest(Object.values(figures.series).flatMap((all) => all.map(({ year }) => year)));
  return entries.flatMap((entry) => {
    const own = figures.references.filter(({ indicator }) => indicator === entry.indicator.id);
    const district = (figures.series[entry.indicator.id] ?? []).map(({ value }) => value);
    return own.flatMap((each) => {
      const told = { name: entry.indicator.name, year: each.year, region: each.region };
      const beside = [...own.filter((one) => one !== each).map(({ value }) => value), ...district];
      const factor = slipOf(entry, each, beside);
      return [
        ...(factor === null
          ? []
          : [issue("data/reference-magnitude", each.source, { ...told, ...slip(each, factor) })]),
        ...(each.year > latest && Number.isFinite(latest)
          ? [issue("data/reference-year", each.source, told)]
          : []),
      ];
    });
  });
};

function slip({ value, display }: ReferenceFigure, factor: Decimal) {
  const times = factor.gt(1) ? factor : decimal(1).div(factor);
  return { display, times: times.toString(), right: value.times(factor).toString() };
}

/** Other places differ from us, but not by this much and yet by a power of ten from most figures beside. */
const AT_HOME = 5;
const NEAR = 2;

/** What the figure must be multiplied by to be of the size of those beside it; null where it is, or none does. */
function slipOf(entry: Entry, { value }: ReferenceFigure, all: readonly Decimal[]): Decimal | null {
  const beside = all.filter((other) => !other.isZero());
  if (value.isZero() || beside.length === 0 || beside.some((other) => isNear(value, other, AT_HOME)))
    return null;
  const fits = HUNDREDFOLD.find(({ factor }) => {
    const right = value.times(factor);
    return isNearMost(right, beside, NEAR) && isPlausible(entry, right) !== false;
  });
  return fits?.factor ?? null;
}
