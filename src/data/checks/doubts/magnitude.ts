import { decimal, type Decimal } from "../../../terms/decimal.js";
import { isPercent, unitOf } from "../../../terms/unit.js";
import { issue } from "../../../issues/issue.js";
import type { Limits } from "../../../issues/checks/doubts.js";
import type { Entry } from "../../catalogue.js";
import type { Observation } from "../../dataset.js";
import {
  doubt,
  isPlausible,
  latestOf,
  limitsOf,
  plausibleRate,
  typed,
  type Doubt,
  type Doubter,
} from "./doubt.js";
import { greatestOf, isNear, leastOf } from "./near.js";
import { HUNDREDFOLD, slipsIn } from "./slip.js";

/**
 * Figures off by 100, 1000 or 10000: each from the other years of its row, and all together from the plan's
 * limits, where the same factor brings them all inside.
 */
export const magnitude: Doubter = (figures, { entries }, doubted) =>
  entries.flatMap((entry) => {
    const series = (figures.series[entry.indicator.id] ?? []).filter((each) => !doubted.has(each));
    const slipped = slipsIn(figures, entry, series, HUNDREDFOLD).map(({ figure, factor }) =>
      found(entry, [figure], factor, null),
    );
    const told = new Set(slipped.flatMap((each) => each.figures));
    const rest = series.filter((each) => !told.has(each) && !each.value.isZero());
    return [...slipped, ...outside(entry, rest)];
  });

function found(
  entry: Entry,
  figures: readonly Observation[],
  factor: Decimal,
  outside: Limits | null,
): Doubt {
  const latest = latestOf(figures);
  const args = {
    ...typed(entry, figures),
    times: (factor.gt(1) ? factor : decimal(1).div(factor)).toString(),
    right: latest.value.times(factor).toString(),
    outside,
    share: isPercent(unitOf(entry.indicator.unit)) && factor.eq(100),
  };
  return doubt(issue("data/magnitude", latest.source, args), figures);
}

/** Put right, figures beside others that are plausible lie between these, or no farther out than this. */
const NEAR = 2;
/** And this near the rate that their own 分子 and 分母 give, where that is plausible. */
const NEAR_RATE = 1.25;

/** The figures outside the plan's limits, told at once where one factor mends all of them. */
function outside(entry: Entry, series: readonly Observation[]): Doubt[] {
  const { plausible } = entry.indicator;
  const out = series.filter(({ value }) => isPlausible(entry, value) === false);
  const latest = out.at(-1);
  if (plausible === null || latest === undefined) return [];
  const inside = series.filter((each) => !out.includes(each)).map(({ value }) => value);
  const mends = (factor: Decimal): boolean =>
    out.every((each) => {
      const right = each.value.times(factor);
      const isLikeOthers = inside.length === 0 || isAmong(right, inside);
      return isPlausible(entry, right) === true && isLikeOthers && isLikeItsRate(entry, each, right);
    });
  const factor = mostLikely(latest.value, plausible).find(mends);
  return factor === undefined ? [] : [found(entry, out, factor, limitsOf(plausible))];
}

function isAmong(right: Decimal, inside: readonly Decimal[]): boolean {
  return right.times(NEAR).gte(leastOf(inside)) && right.lte(greatestOf(inside).times(NEAR));
}

function isLikeItsRate(entry: Entry, observation: Observation, right: Decimal): boolean {
  const rate = plausibleRate(entry, observation);
  return rate === null || isNear(right, rate, NEAR_RATE);
}

/** The factors, first the one that brings `value` nearest to the middle between the limits. */
export function mostLikely(
  value: Decimal,
  { low, high }: NonNullable<Entry["indicator"]["plausible"]>,
): readonly Decimal[] {
  const middle = low.isZero() ? high.div(10) : low.times(high).sqrt();
  const apart = (factor: Decimal): Decimal => {
    const right = value.times(factor);
    return right.gt(middle) ? right.div(middle) : middle.div(right);
  };
  return HUNDREDFOLD.map(({ factor }) => factor).sort((a, b) => apart(a).comparedTo(apart(b)));
}
