import type { Dataset } from "../../src/data/dataset.js";
import type { Judged, Plan } from "../../src/plan/plan.js";
import { judgedOf } from "../../src/plan/lookup.js";
import { spanOf, traitsOf } from "../../src/plan/target-kinds.js";
import { dataset } from "../score/builder.js";

/** How a row does: it has its target, comes nearer to it, or goes away from it; null has no data. */
export type Mood = "met" | "nearer" | "worse" | null;

/** Figures of every row of a plan in some years, each as its mood asks. */
export function moodyData(
  { rows, series }: Plan,
  years: readonly number[],
  moodOf: (at: number) => Mood,
): Dataset {
  const told = rows.flatMap(judgedOf<Judged>).flatMap((row, at) => {
    const mood = moodOf(at);
    return mood === null ? [] : [[row.id, figuresOf(row, mood, years)] as const];
  });
  const beside = series.map(({ id }) => [id, Object.fromEntries(years.map((year) => [year, "38"]))] as const);
  return dataset(Object.fromEntries([...told, ...beside]));
}

function figuresOf(row: Judged, mood: NonNullable<Mood>, years: readonly number[]): Record<number, string> {
  return Object.fromEntries(years.map((year) => [year, figureOf(row, mood, year - 2020)]));
}

const FAR = 0.2;
const STEP = 0.004;

function figureOf(row: Judged, mood: NonNullable<Mood>, age: number): string {
  const { better, class: kind, stepwise } = traitsOf(row.target);
  const { low, high } = spanOf(row.target) ?? { low: null, high: null };
  const edge = Number((low ?? high)?.toFixed() ?? "40");
  const up = better === "up" || (better === "neither" && low !== null);
  const away = (up ? -1 : 1) * (FAR + (mood === "worse" ? STEP : -STEP) * age);
  const inside = (up ? 1 : -1) * (STEP / 10) * (age + 1);
  const share =
    mood === "met" || kind === "watched" ? inside : kind === "explicit" ? away : direction(mood, up, age);
  const most = row.range.max === null ? Infinity : Number(row.range.max.toFixed());
  if (stepwise) return mood === "met" ? String(edge) : "0";
  return Math.max(Math.min(edge * (1 + share), most), 0).toFixed(row.decimals);
}

/** A direction is judged by the baseline: level with it, or on the wrong side. */
function direction(mood: "nearer" | "worse", up: boolean, age: number): number {
  return mood === "nearer" ? 0 : (up ? -1 : 1) * STEP * age;
}
