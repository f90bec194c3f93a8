import { meets } from "../../score/goal.js";
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

/** The years before this one in which the target was met, by the baseline and the data. */
export function metYears({ series, goal, year, baseline }: JudgedFacts["scored"]): number[] {
  if (goal === null) return [];
  const points =
    baseline === null || series.some((each) => each.year === baseline.year) ? series : [baseline, ...series];
  return points.filter((point) => point.year < year && meets(goal, point.value)).map((point) => point.year);
}
