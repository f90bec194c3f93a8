import { decimal, type Decimal } from "../terms/decimal.js";
import type { Dataset, Figure, Observation } from "../data/dataset.js";
import type { Judged, Method } from "../plan/plan.js";
import { traitsOf } from "../plan/target-kinds.js";
import { countsEvents, unitOf } from "../terms/unit.js";
import { poissonInterval, ratioInterval, type Bounds } from "../terms/poisson.js";
import type { Interval, RateEvidence } from "./scorecard.js";

/** Years whose events are pooled into one rate: enough to see past a single case. */
const POOLED_YEARS = 3;

/** Above this a figure is no count of events, whatever column it stands in. */
const MOST_EVENTS = 10_000_000;

/** Events and what they are counted against: deaths and births, or boys and girls. */
interface Counts {
  numerator: Figure;
  denominator: Figure;
}

interface Estimate {
  rate: Decimal;
  interval: Interval;
}

type Estimator = (events: Decimal, base: Decimal) => Estimate;

/**
 * The rate behind the value of year t with its exact 95 % interval, where events were counted: rates per
 * 1000 and rarer, a % that should fall while it rests on fewer than `smallNumbers` events, and the sex
 * ratio at birth. Other percentages are shares of many and get none. Null where the counts are
 * missing or are no counts.
 */
export function rateEvidence(
  indicator: Judged,
  observation: Observation | null,
  dataset: Dataset,
  method: Method,
): RateEvidence | null {
  const counts = countsOf(observation);
  if (observation === null || counts === null) return null;
  const estimate = estimatorOf(indicator, counts, method);
  if (estimate === null || !countable(indicator, counts)) return null;
  return {
    ...counts,
    ...estimate(counts.numerator.value, counts.denominator.value),
    pooled: pool(indicator, observation.year, dataset, estimate),
  };
}

function countsOf(observation: Observation | null): Counts | null {
  if (observation === null) return null;
  const { numerator, denominator } = observation;
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

function countable(indicator: Judged, { numerator, denominator }: Counts): boolean {
  const whole = (value: Decimal) => value.isInteger() && value.gte(0) && value.lte(MOST_EVENTS);
  const base = denominator.value;
  return whole(numerator.value) && base.gt(0) && (!traitsOf(indicator.target).pairedCounts || whole(base));
}

function estimatorOf(indicator: Judged, counts: Counts, method: Method): Estimator | null {
  if (traitsOf(indicator.target).pairedCounts) return sexRatio(indicator);
  const unit = unitOf(indicator.unit);
  const { per } = unit;
  if (per === null) return null;
  const badEvents = traitsOf(indicator.target).better === "down";
  const rare = countsEvents(unit) || (badEvents && counts.numerator.value.lt(method.smallNumbers));
  return rare ? eventRate(indicator, per) : null;
}

/** Events per `per` of the base, the base taken as known. */
function eventRate(indicator: Judged, per: number): Estimator {
  return (events, base) => {
    const scale = decimal(per).div(base);
    const bounds = poissonInterval(events.toNumber());
    return { rate: events.times(per).div(base), interval: intervalOf(bounds, scale, indicator) };
  };
}

/** Boys to 100 girls, both counts left to chance. */
function sexRatio(indicator: Judged): Estimator {
  return (boys, girls) => {
    const bounds = ratioInterval(boys.toNumber(), girls.toNumber());
    return { rate: boys.times(100).div(girls), interval: intervalOf(bounds, decimal(100), indicator) };
  };
}

/** Rounded by whoever prints them, and nowhere else: rounded twice, 5.2449 would print as 5.25. */
function intervalOf(bounds: Bounds, scale: Decimal, { range }: Judged): Interval {
  const low = scale.times(bounds.low);
  const high = scale.times(bounds.high);
  return { low, high: range.max !== null && high.gt(range.max) ? range.max : high };
}

function pool(
  indicator: Judged,
  year: number,
  dataset: Dataset,
  estimate: Estimator,
): RateEvidence["pooled"] {
  const years = Array.from({ length: POOLED_YEARS }, (_, index) => year - POOLED_YEARS + 1 + index);
  const series = dataset.series[indicator.id] ?? [];
  const counts = years
    .map((each) => countsOf(series.find((observation) => observation.year === each) ?? null))
    .filter((each) => each !== null && countable(indicator, each))
    .filter((each) => each !== null);
  if (counts.length < POOLED_YEARS) return null;
  const sum = (figures: Figure[]) => figures.reduce((total, { value }) => total.plus(value), decimal(0));
  const numerator = sum(counts.map((each) => each.numerator));
  const denominator = sum(counts.map((each) => each.denominator));
  return { years, numerator, denominator, ...estimate(numerator, denominator) };
}
