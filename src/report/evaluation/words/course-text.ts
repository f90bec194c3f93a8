import type { Decimal } from "../../../terms/decimal.js";
import { bandOf, traitsOf } from "../../../plan/target-kinds.js";
import { meets } from "../../../score/goal.js";
import type { YearValue } from "../../../score/scorecard.js";
import { pointsOf, yearsOf, type Figures } from "../../../score/methods/steps.js";
import { isNearlyLevel } from "../../../score/trend.js";
import { asShown } from "../../words/shown.js";
import { turnedBack, verbOf } from "../../words/change.js";
import { goalNumber } from "../../words/goal-text.js";
import { counted } from "../../words/wording.js";
import type { JudgedFacts } from "../../row-facts.js";

/** With fewer points than these there is no course to tell. */
const FEWEST_POINTS = 4;
/** More turns than these are told by nobody. */
const MOST_TURNS = 2;

type Course = (facts: JudgedFacts, row: Figures) => string;

/** What a course may say, the first that applies. A row whose course says nothing has none. */
const COURSES: readonly Course[] = [withinBand, steady, turns];

/** 五年来逐年提高; 其间2022年、2025年有所反弹; 但2025年有所反弹; 五年来在45%左右小幅波动, 五年来保持在45%左右; "" where the years say no more than their ends. */
export function courseText(facts: JudgedFacts): string {
  const row = asShown(facts);
  const { scored } = facts;
  const untold =
    traitsOf(scored.indicator.target).class === "watched" || scored.flags.includes("smallNumbers");
  // The rule itself tells the years.
  if (untold || scored.rule === "notEveryYear" || scored.groups !== null) return "";
  if (pointsOf(row).length < FEWEST_POINTS) return "";
  return COURSES.map((course) => course(facts, row)).find((text) => text !== "") ?? "";
}

/** Inside a band in every year, and not the same in all. */
function withinBand({ scored }: JudgedFacts, row: Figures): string {
  const points = pointsOf(row);
  const { goal, indicator } = scored;
  if (goal === null || bandOf(indicator.target) === null || traitsOf(indicator.target).pairedCounts)
    return "";
  const moved = points.some(({ value }) => !value.eq(points[0]!.value));
  if (!moved || !points.every(({ value }) => meets(goal, value))) return "";
  const { high } = bandOf(indicator.target)!;
  if (points.some(({ value }) => value.gt(high))) return "";
  const named = `在${goalNumber(indicator)}`;
  return `${span(points)}${isOneWay(points) ? `保持${named}` : `${named}小幅波动`}`;
}

/** Never down after it was up, nor up after it was down: that is no wave. */
function isOneWay(points: readonly { value: Decimal }[]): boolean {
  const steps = points.slice(1).map(({ value }, index) => value.comparedTo(points[index]!.value));
  return !(steps.includes(1) && steps.includes(-1));
}

/** Whether a course says that its row stayed within the band of its target. */
export function isInBand(course: string): boolean {
  return /^\p{Script=Han}+年来(?:保持)?在/u.test(course);
}

/** Better than the year before in each of the years, none left out; steps that come to hardly anything are no course. */
function steady({ scored }: JudgedFacts, row: Figures): string {
  const { better } = traitsOf(scored.indicator.target);
  const points = pointsOf(row);
  if (isNearlyLevel(scored.indicator, points.at(-1)!.value.minus(points[0]!.value))) return "";
  const { improved } = yearsOf(row);
  const whole = points.every(({ year }, index) => index === 0 || year === points[index - 1]!.year + 1);
  if (better === "neither" || !whole || improved.length !== points.length - 1) return "";
  return `${span(points)}逐年${verbOf(scored.indicator, better)}`;
}

/** Better on the whole, and worse in one or two years on the way. */
function turns({ scored }: JudgedFacts, row: Figures): string {
  const { better } = traitsOf(scored.indicator.target);
  const points = pointsOf(row);
  const { improved, worsened: all } = yearsOf(row);
  // The rule itself tells that the year is no better than the last.
  const apart = all.filter((year) => !isHardlyAStep(year, scored, points));
  const worsened = scored.rule === "belowLastYear" ? apart.filter((year) => year !== scored.year) : apart;
  const few = worsened.length > 0 && worsened.length <= MOST_TURNS && improved.length > worsened.length;
  if (better === "neither" || !few || !isBetter(points[0]!.value, points.at(-1)!.value, better)) return "";
  // The year told of is no year on the way.
  const lead = worsened.includes(scored.year) ? "但" : "其间";
  return `${lead}${worsened.map((year) => `${year}年`).join("、")}有所${turnedBack(scored.indicator)}`;
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
