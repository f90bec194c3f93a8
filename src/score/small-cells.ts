import type { Dataset, Observation } from "../data/dataset.js";
import { indicatorsOf } from "../plan/lookup.js";
import type { Judged, Plan } from "../plan/plan.js";
import { decimal, type Decimal } from "../terms/decimal.js";
import { groupBy } from "../terms/group-by.js";
import { countsEvents, unitOf } from "../terms/unit.js";

/** What the public edition does not print. */
export interface SmallCells {
  /** Years of each row, part and series whose figure counts, or gives away, fewer than `publicMinimum`. */
  years: ReadonlyMap<string, ReadonlySet<number>>;
  /** Groupings, as groupingKey tells them, of which a group would, or from which such a figure could be worked out. */
  groupings: ReadonlySet<string>;
}

/** C27 and 性别. */
export function groupingKey({ indicator, grouping }: Dataset["groups"][number]): string {
  return `${indicator} ${grouping}`;
}

/**
 * Figures that rest on one to `publicMinimum` − 1 people or cases. None at all is told: it speaks of nobody. Where
 * 分子 and 分母 are not given, the nearest year's 分母 tells how many there are.
 */
export function smallCells(plan: Plan, dataset: Dataset): SmallCells {
  const isSmall = isBelow(plan.method.publicMinimum);
  const indicators = indicatorsOf(plan);
  const years = new Map(
    indicators.flatMap((indicator) => {
      const series = dataset.series[indicator.id] ?? [];
      const small = series.filter((each) => isSmall(countBehind(indicator, each, series)));
      return small.length === 0 ? [] : [[indicator.id, new Set(small.map(({ year }) => year))] as const];
    }),
  );
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const groupings = [...groupBy(dataset.groups, groupingKey)].filter(([, figures]) => {
    const indicator = byId.get(figures[0]?.indicator ?? "");
    if (indicator === undefined) return false;
    // Of a group's rate nobody knows how many cases are behind it; a total that is not told is the sum of its groups.
    const isCounted = isOfPeople(indicator) && figures.some(({ value }) => isSmall(value));
    return isOfEvents(indicator) || years.has(indicator.id) || isCounted;
  });
  return { years, groupings: new Set(groupings.map(([key]) => key)) };
}

function isBelow(minimum: number): (count: Decimal | null) => boolean {
  return (count) => count !== null && count.gt(0) && count.lt(minimum);
}

type Named = ReturnType<typeof indicatorsOf>[number];

/** A rate of deaths, cases or crimes. */
function isOfEvents(indicator: Named): boolean {
  return countsEvents(unitOf(indicator.unit)) || (indicator as Partial<Judged>).events === true;
}

const PEOPLE = new Set(["人", "人次", "例", "件"]);

/** A number of people or cases itself. */
function isOfPeople({ unit }: Named): boolean {
  return PEOPLE.has(unit);
}

/** How many people or cases a figure rests on; null where that is not known, or it is no such figure. */
function countBehind(
  indicator: Named,
  observation: Observation,
  series: readonly Observation[],
): Decimal | null {
  const { value, numerator, year } = observation;
  if (numerator !== null) return numerator.value;
  if (isOfPeople(indicator)) return value;
  const { per } = unitOf(indicator.unit);
  if (per === null || !isOfEvents(indicator)) return null;
  const [nearest] = series
    .filter(({ denominator }) => denominator !== null)
    .sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year));
  const base = nearest?.denominator?.value;
  return base === undefined ? null : value.times(base).div(decimal(per)).toDecimalPlaces(0);
}
