import type { Decimal } from "../../../terms/decimal.js";
import { bandOf, traitsOf } from "../../../plan/target-kinds.js";
import { meets } from "../../../score/goal.js";
import type { YearValue } from "../../../score/scorecard.js";
import { pointsOf, yearsOf, type Figures } from "../../../score/methods/steps.js";
import { isNearlyLevel, isWorse } from "../../../score/trend.js";
import { asShown } from "../../words/shown.js";
import { turnedBack, verbOf } from "../../words/change.js";
import { goalNumber } from "../../words/goal-text.js";
import { yearsSaid } from "../../words/met-years.js";
import { counted } from "../../words/wording.js";
import type { JudgedFacts } from "../../row-facts.js";

/** With fewer points than these there is no course to tell. */
const FEWEST_POINTS = 4;
/** More turns than these are told by nobody. */
const MOST_TURNS = 2;

/** What the years say of a row beside its ends. */
export type Course =
  /** Nothing, or no more than the rule tells. */
  | { kind: "none" }
  /** 五年来逐年提高; 五年来在45%左右小幅波动. */
  | { kind: "steady" | "inBand"; text: string }
  /** Better on the whole, but worse than the year before in a year or two: `now` where this year is one of them. */
  | { kind: "turned"; years: readonly number[]; now: boolean }
  /** Better now, but on the wrong side of the baseline in these years. */
  | { kind: "belowStart"; years: readonly number[] }
  /** Worse than the baseline still, but better than the year before for so many years now. */
  | { kind: "recovering"; times: number };

const NONE: Course = { kind: "none" };

type Teller = (facts: JudgedFacts, row: Figures) => Course;

/** What a course may be, the first that applies. */
const TELLERS: readonly Teller[] = [withinBand, steady, belowStart, turns, recovering];

/** The course of a row; none where the years say no more than their ends. */
export function courseOf(facts: JudgedFacts): Course {
  const row = asShown(facts);
  const { scored } = facts;
  const untold =
    traitsOf(scored.indicator.target).class === "watched" || scored.flags.includes("smallNumbers");
  // The rule itself tells the years.
  if (untold || scored.rule === "notEveryYear" || scored.groups !== null) return NONE;
  if (pointsOf(row).length < FEWEST_POINTS) return NONE;
  return TELLERS.map((tell) => tell(facts, row)).find(({ kind }) => kind !== "none") ?? NONE;
}

/** Inside a band in every year, and not the same in all. */
function withinBand({ scored }: JudgedFacts, row: Figures): Course {
  const points = pointsOf(row);
  const { goal, indicator } = scored;
  if (goal === null || bandOf(indicator.target) === null || traitsOf(indicator.target).pairedCounts)
    return NONE;
  const moved = points.some(({ value }) => !value.eq(points[0]!.value));
  if (!moved || !points.every(({ value }) => meets(goal, value))) return NONE;
  const { high } = bandOf(indicator.target)!;
  if (points.some(({ value }) => value.gt(high))) return NONE;
  const named = `在${goalNumber(indicator)}`;
  return {
    kind: "inBand",
    text: `${span(points)}${isOneWay(points) ? `保持${named}` : `${named}小幅波动`}`,
  };
}

/** Never down after it was up, nor up after it was down: that is no wave. */
function isOneWay(points: readonly { value: Decimal }[]): boolean {
  const steps = points.slice(1).map(({ value }, index) => value.comparedTo(points[index]!.value));
  return !(steps.includes(1) && steps.includes(-1));
}

/** Better than the year before in each of the years, none left out; steps that come to hardly anything are no course. */
function steady({ scored }: JudgedFacts, row: Figures): Course {
  const { better } = traitsOf(scored.indicator.target);
  const points = pointsOf(row);
  if (isNearlyLevel(scored.indicator, points.at(-1)!.value.minus(points[0]!.value))) return NONE;
  const { improved } = yearsOf(row);
  if (better === "neither" || !isWhole(points) || improved.length !== points.length - 1) return NONE;
  return { kind: "steady", text: `${span(points)}逐年${verbOf(scored.indicator, better)}` };
}

/** Better than the baseline in the end, having been worse than it on the way: that weighs more than any single turn. */
function belowStart({ scored }: JudgedFacts, { goal, ...row }: Figures): Course {
  if (scored.rule !== "better") return NONE;
  const [start, ...later] = pointsOf(row);
  const { indicator } = scored;
  const years = later
    .filter(({ value }) => isWorse(value, start!.value, indicator.target, goal))
    .filter(({ value }) => !isNearlyLevel(indicator, value.minus(start!.value)))
    .map(({ year }) => year);
  return years.length === 0 ? NONE : { kind: "belowStart", years };
}

/** Better on the whole, and worse in one or two years on the way. */
function turns({ scored }: JudgedFacts, row: Figures): Course {
  const { better } = traitsOf(scored.indicator.target);
  const points = pointsOf(row);
  const { improved, worsened: all } = yearsOf(row);
  // The rule itself tells that the year is no better than the last.
  const apart = all.filter((year) => !isHardlyAStep(year, scored, points));
  const worsened = scored.rule === "belowLastYear" ? apart.filter((year) => year !== scored.year) : apart;
  const few = worsened.length > 0 && worsened.length <= MOST_TURNS && improved.length > worsened.length;
  if (better === "neither" || !few || !isBetter(points[0]!.value, points.at(-1)!.value, better)) return NONE;
  const now = worsened.at(-1) === scored.year;
  return { kind: "turned", years: now ? worsened.slice(0, -1) : worsened, now };
}

/** So many years make a turn for the better. */
const FEWEST_YEARS = 2;

/** Worse than it began, and better year after year of late. */
function recovering({ scored }: JudgedFacts, row: Figures): Course {
  if (scored.rule !== "worse") return NONE;
  const points = pointsOf(row);
  const { improved } = yearsOf(row);
  const from = points.findLastIndex(({ year }) => !improved.includes(year));
  const late = points.slice(from);
  const gained = late.at(-1)!.value.minus(late[0]!.value);
  const told = late.length > FEWEST_YEARS && isWhole(late) && !isNearlyLevel(scored.indicator, gained);
  return told ? { kind: "recovering", times: late.length - 1 } : NONE;
}

/** 近两年连续下降: of a row that recovers. */
export function recoveryText({ scored: { indicator } }: JudgedFacts, times: number): string {
  const { better } = traitsOf(indicator.target);
  return `近${counted(times)}年连续${verbOf(indicator, better === "down" ? "down" : "up")}`;
}

/** 2022年、2025年有所反弹 of years on the way; 曾有反弹 where they are long gone. */
export function turnsText(
  years: readonly number[],
  { indicator }: JudgedFacts["scored"],
  how: string,
): string {
  const named = years.map((year) => `${year}年`).join("、");
  return `${named}${how}${turnedBack(indicator)}`;
}

/** 2022—2024年均低于2020年水平. */
export function belowStartText(
  years: readonly number[],
  { indicator, baseline }: JudgedFacts["scored"],
): string {
  const side = traitsOf(indicator.target).better === "up" ? "低于" : "高于";
  const all = years.length > 1 ? "均" : "曾";
  return `${yearsSaid(years)}${all}${side}${baseline?.year}年水平`;
}

/** No year is left out. */
function isWhole(points: readonly { year: number }[]): boolean {
  return points.every(({ year }, at) => at === 0 || year === points[at - 1]!.year + 1);
}

/** A step that a sentence would tell as 基本持平 is no turn. */
function isHardlyAStep(
  year: number,
  { indicator }: JudgedFacts["scored"],
  points: readonly YearValue[],
): boolean {
  const at = points.findIndex((point) => point.year === year);
  const [before, after] = [points[at - 1], points[at]];
  return (
    before !== undefined && after !== undefined && isNearlyLevel(indicator, after.value.minus(before.value))
  );
}

function isBetter(first: Decimal, last: Decimal, better: "up" | "down"): boolean {
  return better === "up" ? last.gt(first) : last.lt(first);
}

/** 五年来 */
function span(points: readonly { year: number }[]): string {
  return `${counted(points.at(-1)!.year - points[0]!.year)}年来`;
}
