import type { Decimal } from "../../terms/decimal.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Direction } from "../../plan/traits.js";
import type { Judged } from "../../plan/plan.js";
import type { YearValue } from "../../score/scorecard.js";
import { changeSince } from "../words/change.js";
import { figure } from "../words/number.js";
import type { JudgedFacts } from "../row-facts.js";
import type { Line } from "./explanation.js";

/** 比基期, 比上年, 逐年: the comparisons a direction is judged by. */
export function directionSteps(facts: JudgedFacts): Line[] {
  const { indicator, baseline } = facts.scored;
  const { direction } = traitsOf(indicator.target);
  if (direction === null || baseline === null) return [];
  return [
    comparisonLine("比基期", baseline, facts),
    ...(direction.against === "lastYear" ? lastYearLine(facts) : []),
    ...(direction.against === "eachYear" ? yearLines(baseline, facts) : []),
    ...markLine(baseline, direction, facts),
  ];
}

/** 比基期, 比上年 of a row that is only watched: how it moved, neither better nor worse. */
export function watchedSteps(facts: JudgedFacts): Line[] {
  const { indicator, baseline, previous } = facts.scored;
  if (traitsOf(indicator.target).class !== "watched") return [];
  const years = [
    { label: "比基期", from: baseline },
    { label: "比上年", from: previous?.year === baseline?.year ? null : previous },
  ];
  return years.flatMap(({ label, from }) =>
    from === null ? [] : [{ label, text: changeText(from, facts) }],
  );
}

/** 2020年25.86%→2025年28.37%，比2020年提高2.51个百分点 */
function changeText(from: YearValue, { scored, scale }: JudgedFacts): string {
  const then = `${from.year}年${figure(scale, from.value)}`;
  const now = `${scored.year}年${figure(scale, scored.value)}`;
  return `${then}→${now}，${changeSince(scored, scale, from).said}`;
}

function comparisonLine(label: string, from: YearValue, facts: JudgedFacts): Line {
  const moved = standing(facts.scored.value, from.value, facts);
  return { label, text: `${changeText(from, facts)}${moved === LEVEL ? "" : `，${moved}`}` };
}

const LEVEL = "持平";

/** 变好, 变差 or 持平, on the exact figures. */
function standing(value: Decimal, before: Decimal, { scored }: JudgedFacts): string {
  if (value.eq(before)) return LEVEL;
  return isBetter(value, before, scored.indicator) ? "变好" : "变差";
}

function isBetter(value: Decimal, before: Decimal, { target }: Judged): boolean {
  return traitsOf(target).better === "up" ? value.gt(before) : value.lt(before);
}

function lastYearLine(facts: JudgedFacts): Line[] {
  const { previous, baseline } = facts.scored;
  if (previous === null || previous.year === baseline?.year) return [];
  return [comparisonLine("比上年", previous, facts)];
}

/** Every step from one year with data to the next. */
function yearLines(baseline: YearValue, facts: JudgedFacts): Line[] {
  const { series } = facts.scored;
  const later = series.filter(({ year }) => year > baseline.year);
  const steps = later.map((after, index) => stepText(later[index - 1] ?? baseline, after, facts));
  return [
    { label: "逐年", text: `${baseline.year}年${figure(facts.scale, baseline.value)}，${steps.join("，")}` },
  ];
}

function stepText(before: YearValue, after: YearValue, facts: JudgedFacts): string {
  const moved = standing(after.value, before.value, facts);
  const gap = after.year - before.year > 1 ? `（其间${after.year - before.year - 1}年缺数据）` : "";
  return `${after.year}年${figure(facts.scale, after.value)}${moved}${gap}`;
}

function markLine(
  baseline: YearValue,
  { asksSize, size }: Direction,
  { scored, scale }: JudgedFacts,
): Line[] {
  if (!asksSize || size === null) return [];
  const up = traitsOf(scored.indicator.target).better === "up";
  const asked = up ? baseline.value.plus(size) : baseline.value.minus(size);
  return [{ label: "规定幅度", text: `按规定幅度应${up ? "不低于" : "不高于"}${figure(scale, asked)}` }];
}
