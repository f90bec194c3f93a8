import { meets } from "../../score/goal.js";
import { pointsOf } from "../../score/methods/steps.js";
import type { JudgedFacts } from "../row-facts.js";

/** More stretches of years than these are counted, not named. */
const MOST_NAMED = 3;

/** Years as people name them, each stretch by its ends: 2020—2024年; 2021年和2023—2024年; 2022年等6个年份. */
export function yearsSaid(years: readonly number[]): string {
  const stretches = stretchesOf(years);
  if (stretches.length > MOST_NAMED) return `${years[0]}年等${years.length}个年份`;
  const said = stretches.map(([first, last]) => (first === last ? `${first}年` : `${first}—${last}年`));
  return said.length < MOST_NAMED ? said.join("和") : `${said.slice(0, -1).join("、")}和${said.at(-1)}`;
}

/** First and last of years that follow each other. */
function stretchesOf(years: readonly number[]): [first: number, last: number][] {
  const stretches: [number, number][] = [];
  for (const year of years) {
    const last = stretches.at(-1);
    if (last?.[1] === year - 1) last[1] = year;
    else stretches.push([year, year]);
  }
  return stretches;
}

/** Since when the target has been met without a break. */
interface MetSince {
  year: number;
  /** All that is known from the baseline on met it. */
  fromStart: boolean;
  /** The year before is known not to have met it. */
  known: boolean;
}

/** By the baseline and the data; null where the figure before this one did not meet it, or there is none. */
export function metSince(scored: JudgedFacts["scored"]): MetSince | null {
  const met = metYears(scored);
  const points = pointsOf(scored).filter(({ year }) => year < scored.year);
  const broken = points.findLastIndex(({ year }) => !met.includes(year));
  const first = points[broken + 1];
  if (first === undefined) return null;
  return { year: first.year, fromStart: broken === -1, known: points[broken]?.year === first.year - 1 };
}

/** The years before this one in which the target was met, by the baseline and the data. */
export function metYears({ series, goal, year, baseline }: JudgedFacts["scored"]): number[] {
  if (goal === null) return [];
  const points =
    baseline === null || series.some((each) => each.year === baseline.year) ? series : [baseline, ...series];
  return points.filter((point) => point.year < year && meets(goal, point.value)).map((point) => point.year);
}
