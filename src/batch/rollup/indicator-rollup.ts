import { fitsFraction } from "../../data/checks/fraction.js";
import type { Judged, Method } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { decimal, type Decimal } from "../../terms/decimal.js";
import { countsEvents, isPercent, unitOf } from "../../terms/unit.js";
import type { Column } from "./gather.js";
import { standingsOf, type Count, type CountKind, type Standing } from "./statistics/chance.js";
import { spreadOf, type Spread } from "./statistics/spread.js";
import { added, intervalOf, NOTHING, rateOf, type Counts, type Sum } from "./statistics/summed.js";

/** A rate of all districts that give both counts, in the indicator's unit. */
export interface SummedRate {
  sum: Sum;
  rate: Decimal;
  /** 95 %, of events alone. */
  interval: { low: Decimal; high: Decimal } | null;
}

/** Each district against all together. */
export interface Comparison {
  /** The year's own counts, or those of three years together where a district has few events. */
  basis: "year" | "pooled";
  /** Places of the districts compared, and how each lies. */
  districts: readonly number[];
  standings: readonly Standing[];
}

/** One indicator over all districts. */
export interface IndicatorRollup {
  indicator: Judged;
  /** What Σ分子/Σ分母 is multiplied by; null where it cannot be said. */
  per: number | null;
  /** Places of the districts that give a figure. */
  reported: readonly number[];
  /** Null without counts. */
  summed: SummedRate | null;
  /** Over three years, of events; null where no district gives three years. */
  pooledAll: SummedRate | null;
  /** The same where the year's events are too few to say much by themselves; else null. */
  pooled: SummedRate | null;
  spread: Spread | null;
  /** Places of the districts that are summed. */
  fit: readonly number[];
  /** Places of districts whose counts do not give their figure: they are not summed. */
  unfit: readonly number[];
  /** Null where chance is not the question: no counts, or rates that are neither of events nor shares of a whole. */
  comparison: Comparison | null;
}

export function indicatorRollup(indicator: Judged, column: Column, method: Method): IndicatorRollup {
  const places = column.values.map((_, at) => at);
  const reported = places.filter((at) => !Number.isNaN(column.values[at]));
  const spread = spreadOf(reported.map((at) => decimal(column.values[at]!)));
  const given = reported.filter((at) => countsAt(column, at, "year") !== null);
  const per = perOf(indicator, column, given);
  const fit = per === null ? [] : given.filter((at) => fits(column, at, per));
  const summedUp = new Set(fit);
  const facts = { indicator, column, fit, method };
  const summed = per === null ? null : summedRate(facts, per, "year");
  const few = summed !== null && isEvents(indicator) && summed.sum.numerator.lt(method.smallNumbers);
  const pooledAll = per === null ? null : summedRate(facts, per, "pooled");
  return {
    indicator,
    per,
    reported,
    spread,
    summed,
    pooledAll,
    pooled: few ? pooledAll : null,
    fit,
    unfit: per === null ? [] : given.filter((at) => !summedUp.has(at)),
    comparison: comparisonOf(facts),
  };
}

/** An indicator, what districts give of it, and the places of those whose counts give their figure. */
interface Facts {
  indicator: Judged;
  column: Column;
  fit: readonly number[];
  method: Method;
}

function countsAt(column: Column, at: number, basis: Comparison["basis"]): Counts | null {
  const [numerators, denominators] =
    basis === "year"
      ? [column.numerators, column.denominators]
      : [column.pooledNumerators, column.pooledDenominators];
  const [numerator, denominator] = [numerators[at] ?? NaN, denominators[at] ?? NaN];
  if (Number.isNaN(numerator) || !(denominator > 0)) return null;
  return { numerator: decimal(numerator), denominator: decimal(denominator) };
}

/** What a quotient of two counts may be multiplied by where the unit does not say: beds to so many thousand people. */
const FACTORS = [1, 100, 1000, 10_000, 100_000];

/**
 * What the figure is so many of: the unit says, or it is the factor that makes the figures of most districts
 * out of their counts. Null where none does for half of them.
 */
function perOf(indicator: Judged, column: Column, given: readonly number[]): number | null {
  const stated = unitOf(indicator.unit).per ?? (traitsOf(indicator.target).pairedCounts ? 100 : null);
  if (stated !== null || given.length === 0) return stated;
  const found = FACTORS.map((per) => ({ per, fit: given.filter((at) => fits(column, at, per)).length }));
  const best = found.reduce((one, other) => (other.fit > one.fit ? other : one));
  return best.fit * 2 > given.length ? best.per : null;
}

/** Whether a district's counts give its figure, as far as rounding explains. */
function fits(column: Column, at: number, per: number): boolean {
  const counts = countsAt(column, at, "year");
  if (counts === null) return false;
  const [numerator, denominator] = [{ value: counts.numerator }, { value: counts.denominator }];
  return fitsFraction({ value: decimal(column.values[at]!), numerator, denominator }, per) === true;
}

function summedRate({ indicator, column, fit }: Facts, per: number, basis: Comparison["basis"]) {
  const sum = fit.map((at) => countsAt(column, at, basis)).reduce(addedIfAny, NOTHING);
  const rate = rateOf(sum, per);
  return rate === null ? null : { sum, rate, interval: isEvents(indicator) ? intervalOf(sum, per) : null };
}

function addedIfAny(sum: Sum, counts: Counts | null): Sum {
  return counts === null ? sum : added(sum, counts);
}

function isEvents({ unit, events }: Judged): boolean {
  return events || countsEvents(unitOf(unit));
}

/** events, share, or null for gross rates, amounts and whatever else is no count of people out of people. */
function kindOf(indicator: Judged): CountKind | null {
  if (isEvents(indicator)) return "events";
  if (traitsOf(indicator.target).pairedCounts) return "share";
  return isPercent(unitOf(indicator.unit)) && indicator.range.max !== null ? "share" : null;
}

function comparisonOf(facts: Facts): Comparison | null {
  const kind = kindOf(facts.indicator);
  if (kind === null) return null;
  const basis = basisOf(facts, kind);
  const counted = facts.fit.flatMap((at) => {
    const count = countOf(countsAt(facts.column, at, basis), facts.indicator, kind);
    return count === null ? [] : [{ at, count }];
  });
  if (counted.length < FEWEST) return null;
  const standings = standingsOf(
    counted.map(({ count }) => count),
    kind,
  );
  return { basis, districts: counted.map(({ at }) => at), standings };
}

/** One district is not compared with itself. */
const FEWEST = 2;

/** Three years where a district has few events in the year, unless that leaves out half of the districts. */
function basisOf({ column, fit, method }: Facts, kind: CountKind): Comparison["basis"] {
  if (kind !== "events") return "year";
  const few = fit.some((at) => column.numerators[at]! < method.smallNumbers);
  const pooled = fit.filter((at) => countsAt(column, at, "pooled") !== null);
  return few && pooled.length * 2 >= fit.length ? "pooled" : "year";
}

/** Whole numbers alone can be tested: 3.2万人 is none. Of boys to girls it is boys among all. */
function countOf(counts: Counts | null, indicator: Judged, kind: CountKind): Count | null {
  if (counts === null) return null;
  const [count, other] = [counts.numerator.toNumber(), counts.denominator.toNumber()];
  const base = traitsOf(indicator.target).pairedCounts ? count + other : other;
  if (!Number.isInteger(count) || !Number.isInteger(base) || count < 0) return null;
  return kind === "share" && count > base ? null : { count, base };
}
