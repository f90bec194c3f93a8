import { spanOf, traitsOf } from "../../plan/target-kinds.js";
import { round, type Decimal, type Rounding } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import type { AuxiliarySeries, Plan } from "../../plan/plan.js";
import type { ScoredIndicator } from "../../score/scorecard.js";
import { largest } from "../../terms/long-lists.js";

/** Printed where a figure is missing, and where none is applicable. */
export const MISSING = "缺";
export const NOT_APPLICABLE = "—";
/** Printed in a public edition where a figure is not told, and why. */
export const WITHHELD = "＊";
export const WITHHELD_WORDS = "涉及人数较少，不公布具体数值";

/** How all figures of one indicator are shown: every year with the same digits. */
export interface Scale {
  unit: string;
  decimals: number;
  rounding: Rounding;
  /** 女/男 of a ratio written 男:女: 1.6 prints as 1：1.6. */
  ratio: boolean;
}

/**
 * The digits a row is shown with: the plan's own, or as many more as it takes for the shown figures to
 * agree with the judgement (7.998 against ＜8 is shown as 7.998, not as 8.00).
 */
export function scaleOf(scored: ScoredIndicator, plan: Plan): Scale {
  const { indicator } = scored;
  const { rounding } = plan.method;
  const decimals = agreeingDecimals(judgedPairs(scored), startDecimals(scored), rounding);
  return { unit: indicator.unit, decimals, rounding, ratio: traitsOf(indicator.target).ratio };
}

/** How the district's own figures are shown where its sites are judged. */
export function districtScale(scored: ScoredIndicator, plan: Plan): Scale {
  return scaleOf({ ...scored, groups: null }, plan);
}

/** How a series is shown that nobody judges. */
export function seriesScale({ unit, decimals }: AuxiliarySeries, { method }: Plan): Scale {
  return { unit, decimals, rounding: method.rounding, ratio: false };
}

/** How the figures of all sites are shown together: counts with the digits any of them was reported with. */
export function siteScale(
  scored: ScoredIndicator,
  plan: Plan,
  figures: readonly { value: Decimal }[],
): Scale {
  const scale = scaleOf(scored, plan);
  const reported = reportedDecimals(scored.indicator.decimals, figures);
  return unitOf(scale.unit).kind === "rate"
    ? scale
    : { ...scale, decimals: Math.max(scale.decimals, reported) };
}

/** The shown value as a number: the only value that sentences and tables compute with. */
export function shown(scale: Scale, value: Decimal): Decimal {
  return round(value, scale.decimals, scale.rounding);
}

/** Without unit, for tables: 94.12, 1：1.6. */
export function plain(scale: Scale, value: Decimal): string {
  const text = withMinus(shown(scale, value).toFixed(scale.decimals));
  return scale.ratio ? `1：${trimmed(text)}` : text;
}

/** A difference with its sign, for a column of changes: ＋0.32, －0.74, 0.00. */
export function signed(difference: Decimal, decimals: number): string {
  const sign = difference.gt(0) ? "＋" : "";
  return withMinus(`${sign}${difference.toFixed(decimals)}`);
}

/** A figure as it enters the arithmetic: all digits of its cell, no unit. */
export function exact(value: Decimal): string {
  return withMinus(value.toFixed());
}

/** A hyphen is no minus. GB 2312, and so every font of a government machine, has the full-width sign alone. */
function withMinus(text: string): string {
  return text.replace("-", "－");
}

/** With unit, for sentences: 94.12%, 13.3/10万, 1：1.6. */
export function figure(scale: Scale, value: Decimal): string {
  return `${plain(scale, value)}${unitOf(scale.unit).behind}`;
}

/** The same in a sentence, where a rate of nothing needs neither digits nor unit: 由0升至13.3/10万. */
export function levelText(scale: Scale, value: Decimal): string {
  return value.isZero() && unitOf(scale.unit).kind === "rate" ? "0" : figure(scale, value);
}

/** Rounds to `decimals`, or to the first digits at which `value` still lies on its own side of every cut. */
export function roundedClear(
  value: Decimal,
  cuts: readonly Decimal[],
  decimals: number,
  rounding: Rounding,
): string {
  const pairs = cuts.map((cut): Pair => [value, cut]);
  const digits = agreeingDecimals(pairs, decimals, rounding);
  return withMinus(round(value, digits, rounding).toFixed(digits));
}

/** The first digits, from `decimals` on, at which a figure that is not zero does not print as zero. */
export function visibleDecimals(value: Decimal, decimals: number, rounding: Rounding): number {
  let digits = decimals;
  while (!value.isZero() && round(value, digits, rounding).isZero()) digits += 1;
  return digits;
}

type Pair = readonly [Decimal, Decimal];

/** Digits beyond which two cells of 15 significant digits cannot hide a difference. */
const MOST_DECIMALS = 15;

function agreeingDecimals(pairs: readonly Pair[], from: number, rounding: Rounding): number {
  for (let decimals = from; decimals < MOST_DECIMALS; decimals += 1) {
    if (pairs.every((pair) => agrees(pair, decimals, rounding))) return decimals;
  }
  return from;
}

function agrees([value, cut]: Pair, decimals: number, rounding: Rounding): boolean {
  return (
    round(value, decimals, rounding).comparedTo(round(cut, decimals, rounding)) === value.comparedTo(cut)
  );
}

/** A target of 3.17 is never compared with a figure shown to one digit. */
function startDecimals(scored: ScoredIndicator): number {
  const span = spanOf(scored.indicator.target);
  const bounds = [span?.low, span?.high].map((bound) => bound?.decimalPlaces() ?? 0);
  return largest(bounds, ownDecimals(scored));
}

/**
 * The plan's digits are those of a district's average. A count judged site by site is one site's own figure
 * in every year, and has no more digits than were reported: 2 doctors, not 2.0.
 */
function ownDecimals({ indicator, groups, series }: ScoredIndicator): number {
  if (groups === null || unitOf(indicator.unit).kind === "rate") return indicator.decimals;
  return reportedDecimals(indicator.decimals, [...series, ...groups.figures]);
}

/** The digits figures were reported with, as far as `most`. */
function reportedDecimals(most: number, figures: readonly { value: Decimal }[]): number {
  return Math.min(
    most,
    largest(
      figures.map(({ value }) => value.decimalPlaces()),
      0,
    ),
  );
}

/** The comparisons a status rests on: value with target, and for a direction with baseline and earlier years. */
function judgedPairs(scored: ScoredIndicator): Pair[] {
  const { value, goal } = scored;
  if (value === null) return [];
  const cuts = [goal?.low, goal?.high, scored.comparator?.value].filter((cut) => cut != null);
  const pairs = cuts.map((cut): Pair => [value, cut]);
  return traitsOf(scored.indicator.target).class === "directional"
    ? [...pairs, ...directionalPairs(scored, value)]
    : pairs;
}

function directionalPairs(
  { indicator, baseline, previous, series }: ScoredIndicator,
  value: Decimal,
): Pair[] {
  const pairs: Pair[] = baseline === null ? [] : [[value, baseline.value]];
  const against = traitsOf(indicator.target).direction?.against;
  if (against === "lastYear" && previous !== null) pairs.push([value, previous.value]);
  if (against === "eachYear") {
    series.slice(1).forEach((later, index) => pairs.push([later.value, series[index]!.value]));
  }
  return pairs;
}

/** 1.60 as 1.6, 1.00 as 1: ratios are written without idle zeros. */
function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/u, "") : text;
}
