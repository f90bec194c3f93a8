import { countsEvents, unitOf } from "../../../../src/terms/unit.js";
import { catalogueOf, type Entry } from "../../../../src/data/catalogue.js";
import { children, women } from "../../../plan/shipped.js";

/** A number from 0 up to 1. */
export type Chance = () => number;

/** The same numbers from the same seed, on every machine: a linear congruence. */
export function chance(seed: number): Chance {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What a district of a million counts a year: births, and children under 18. */
const BIRTHS = 6000;
const CHILDREN = 200_000;

type Course = (entry: Entry, level: number, years: number, next: Chance) => number[];

/** The ways rows move when nobody has made a mistake. */
const COURSES = {
  steady: (_entry, level, years, next) => walk(level, years, (value) => value * (0.98 + next() * 0.06)),
  noisy: (_entry, level, years, next) => Array.from({ length: years }, () => level * (0.88 + next() * 0.24)),
  flat: (_entry, level, years) => Array.from({ length: years }, () => level),
  elections: (_entry, level, years, next) =>
    Array.from({ length: years }, (_value, year) => (year < years / 2 ? level : level * (1 + next() * 0.3))),
  climbing: (_entry, level, years, next) =>
    walk(level, years, (value) => value + (100 - value) * next() * 0.4),
  few: ({ indicator }, level, years, next) => {
    const people = indicator.unit === "1/10万" ? BIRTHS : CHILDREN;
    const per = unitOf(indicator.unit).per ?? 1;
    return Array.from({ length: years }, () => (poisson((level * people) / per, next) * per) / people);
  },
} satisfies Record<string, Course>;

function walk(first: number, years: number, next: (value: number) => number): number[] {
  const values = [first];
  while (values.length < years) values.push(next(values.at(-1) ?? first));
  return values;
}

function poisson(mean: number, next: Chance): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > floor; product *= next()) count++;
  return count;
}

function coursesOf({ indicator, judged }: Entry): Course[] {
  const { steady, noisy, flat, elections, climbing, few } = COURSES;
  if (countsEvents(unitOf(indicator.unit))) return [few];
  if (judged?.flatIsNormal) return [flat, elections, steady];
  const isCoverage =
    indicator.unit === "%" && indicator.range.max !== null && (indicator.plausible?.high.eq(100) ?? false);
  return [steady, noisy, ...(isCoverage ? [climbing] : [])];
}

/** Rows that hold one figure a year. */
export const ENTRIES: readonly Entry[] = catalogueOf([women, children]).entries.filter(
  ({ compound, judged }) => !compound && judged !== null,
);

/** A row and its figures, year by year. */
export interface Honest {
  id: string;
  entry: Entry;
  values: readonly number[];
}

/** A row as a district without mistakes might report it, shown with the row's digits. */
export function honestSeries(entry: Entry, years: number, next: Chance): Honest {
  const { id, plausible, decimals } = entry.indicator;
  const [low, high] = [Number(plausible?.low ?? 1), Number(plausible?.high ?? 100)];
  // The limits are wide: a district lies in their middle third, as magnitudes go, and no place for men is spared.
  const floor = id === "W41" ? 1.1 : Math.max(low, high / 1000);
  const level = floor * (high / floor) ** (1 / 3 + next() / 3);
  const courses = coursesOf(entry);
  const course = courses[Math.floor(next() * courses.length)];
  const values = course?.(entry, level, years, next) ?? [];
  return { id, entry, values: values.map((value) => Number(Math.min(value, high).toFixed(decimals))) };
}
