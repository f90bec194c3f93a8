import { decimal, round, type Decimal } from "../../terms/decimal.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import { cellText } from "../../issues/place.js";
import type { Indicator } from "../../plan/plan.js";
import { spanOf, traitsOf } from "../../plan/target-kinds.js";
import { meets } from "../../score/goal.js";
import { PLAIN_LEVEL, type Known, type Level, type Of, type Verdict } from "../claim.js";
import { bareGroup, isMissing, judgedRow, knownAt, knownOf, scoredOf, type Facts } from "../facts.js";
import { fits, inItsUnit, shown } from "./amount.js";
import { scale } from "../scale.js";
import { AGREE, anyOf, UNMATCHED } from "./any-of.js";
import { casesOf, casesSummed } from "./cases.js";
import { rangeVerdict } from "./ranges.js";

/** What is right, in words, of the likeliest reading. */
export interface Right {
  about: string;
  right: string;
  from: string;
}

/** 达到94.88% */
export function levelVerdict(claim: Level, facts: Facts): Verdict {
  const { options, years } = claim;
  if (claim.figure.range !== undefined) return rangeVerdict(claim, claim.figure.range, facts);
  if (claim.where !== null) return placeVerdict(claim, facts);
  if (claim.mean !== undefined) return meanVerdict(claim, claim.mean, facts);
  if (claim.pooled) return anyOf(options.map((indicator) => pooledVerdict(indicator, claim, facts)));
  return anyOf(years.flatMap((year) => options.map((indicator) => ofYear(indicator, year, claim, facts))));
}

function ofYear(indicator: Indicator, year: number, claim: Level, facts: Facts): Verdict {
  const known = knownOf(facts, indicator, year).map((each) =>
    claim.without ? othersOf(each, indicator) : each,
  );
  const summed = claim.sum === null ? [] : sumOf(indicator, claim.sum, facts);
  const { figure } = claim;
  const factor =
    figure.unit === "" && figure.value.isZero() ? decimal(1) : ratioOrScale(indicator, claim, facts);
  if (factor === null) return casesOf(indicator, year, figure, facts);
  if (known.length === 0) {
    if (!isMissing(facts, indicator, year) || isOfFirst(indicator, year, claim, factor, facts))
      return UNMATCHED;
    return {
      state: "differ",
      about: `${indicator.name}${year}年`,
      right: "缺报，数据中没有这个数",
      from: "",
    };
  }
  const all = [...summed, ...known, ...(claim.added === true ? addedOf(indicator, year, facts) : [])];
  const rounding = facts.plan.method.rounding;
  const agreeing = all.filter(({ value }) => fits(figure, value.times(factor), rounding));
  const right = agreeing.find(
    ({ value }) => claim.without || !roundedOverGoal(indicator, figure, value, factor, facts),
  );
  const [first] = all;
  if (right !== undefined)
    return (
      movedWrongly(indicator, right, claim, facts) ??
      hadBefore(indicator, right, factor, claim, facts) ??
      AGREE
    );
  if (first === undefined) return UNMATCHED;
  const near = agreeing[0] ?? first;
  const isSum = summed.some((each) => each === near);
  const when = isSum && claim.sum !== null ? `${claim.sum.join("—")}年累计` : `${year}年`;
  return {
    state: "differ",
    about: `${indicator.name}${claim.without ? "以外的" : ""}${when}`,
    right: toldAs(figure, near.value, factor, indicator),
    from: first.from,
  };
}

/** 99.92 is not 达到100%: digits are never left out such that the goal is reached, or missed. */
export function roundedOverGoal(
  { id }: Indicator,
  { hedge, value: written }: Level["figure"],
  value: Decimal,
  factor: Decimal,
  { plan }: Facts,
): boolean {
  const row = judgedRow(plan, id);
  const goal = row === undefined ? null : spanOf(row.target);
  return goal !== null && hedge === "exact" && meets(goal, value) !== meets(goal, written.div(factor));
}

/** 1.44‰; and 每万名14.4人, where the words tell it in people. */
function toldAs(figure: Level["figure"], value: Decimal, factor: Decimal, indicator: Indicator): string {
  const own = inItsUnit(shown(value, figure, indicator.decimals), indicator);
  if (figure.ofEach === undefined) return own;
  const { times, all, unit } = figure.ofEach;
  const digits = Math.max(figure.value.div(times).decimalPlaces(), 1);
  return `${own}，即每${all}${round(value.times(factor).div(times), digits).toFixed()}${unit}`;
}

/** The first figure there is, told of the baseline that nobody reported: the plan reckons from it, too. */
function isOfFirst(
  indicator: Indicator,
  year: number,
  { figure }: Level,
  factor: Decimal,
  facts: Facts,
): boolean {
  const { baseline, start } = facts.plan.period;
  const [first] = year === baseline ? knownOf(facts, indicator, start) : [];
  return first !== undefined && fits(figure, first.value.times(factor), facts.plan.method.rounding);
}

/** 当年评选29户, of a row that counts those of all years: what came on top of the year before. */
function addedOf(indicator: Indicator, year: number, facts: Facts): Known[] {
  const [now, before] = [year, year - 1].map((each) => knownOf(facts, indicator, each)[0]);
  if (now === undefined || before === undefined || unitOf(indicator.unit).per !== null) return [];
  return [{ ...now, value: now.value.minus(before.value) }];
}

/** What is left of the whole. */
function othersOf(known: Known, { unit }: Indicator): Known {
  const { per } = unitOf(unit);
  return per === null ? known : { ...known, value: decimal(per).minus(known.value) };
}

/** A ratio of 男:女 is a plain number here; other ratios are of something else. */
function ratioOrScale(indicator: Indicator, { figure }: Level, { plan }: Facts): Decimal | null {
  const unit = unitOf(indicator.unit);
  if (figure.form === "ratio") return unit.kind === "bare" && isRatio(indicator, plan) ? decimal(1) : null;
  if (figure.form !== "number") return null;
  if (figure.unit === "" && unit.kind !== "bare") return null;
  return scale(unit, figure.unit);
}

function isRatio({ id }: Indicator, plan: Facts["plan"]): boolean {
  const row = judgedRow(plan, id);
  return row !== undefined && traitsOf(row.target).ratio;
}

/** 降至94.72% of what rose: wrong where it moved the other way against last year and the baseline. */
function movedWrongly(
  indicator: Indicator,
  { value, year, from }: Known,
  claim: Level,
  facts: Facts,
): Verdict | null {
  if (claim.moved === 0) return null;
  const earlier = [...Array.from({ length: year - facts.plan.period.baseline }, (_, n) => year - 1 - n)]
    .map((each) => knownAt(facts, indicator, each, claim.where)[0])
    .filter((each) => each !== undefined);
  const [previous, baseline] = [earlier[0], earlier.at(-1)];
  if (previous === undefined || baseline === undefined) return null;
  const moved = [previous, baseline].map((each) => value.comparedTo(each.value));
  if (!moved.every((each) => each === -claim.moved)) return null;
  const told = (figure: Decimal): string => inItsUnit(round(figure, indicator.decimals).toFixed(), indicator);
  return {
    state: "differ",
    about: `${claim.where ?? ""}${indicator.name}${year}年`,
    right: `由${previous.year}年的${told(previous.value)}${claim.moved > 0 ? "降" : "升"}到${told(value)}`,
    from,
  };
}

/** 首次突破90%, 首次达到100%: wrong where an earlier year of the plan had as much. */
function hadBefore(
  indicator: Indicator,
  now: Known,
  factor: Decimal,
  { first, figure, moved, where }: Level,
  facts: Facts,
): Verdict | null {
  if (!first) return null;
  const { start, baseline } = facts.plan.period;
  const knownFrom = (from: number): Known[] =>
    Array.from({ length: Math.max(now.year - from, 0) }, (_, n) => from + n).flatMap((year) =>
      knownAt(facts, indicator, year, where).slice(0, 1),
    );
  const [begun] = knownFrom(baseline);
  // Which way it went on to its figure: 94% is not reached by 93.75%, though it rounds to as much.
  const way = moved === 0 ? now.value.comparedTo(begun?.value ?? now.value) : moved;
  const reached = (value: Decimal): boolean =>
    figure.hedge !== "exact" || value.comparedTo(figure.value) * way >= 0;
  if (figure.hedge === "exact" && way === 0) return null;
  const before = knownFrom(start)
    .map((each) => ({ ...each, told: each.value.times(factor) }))
    .find(({ told }) => fits(figure, told, facts.plan.method.rounding) && reached(told));
  if (before === undefined) return null;
  const right = `${before.year}年已为${inItsUnit(round(before.value, indicator.decimals).toFixed(), indicator)}`;
  return { state: "differ", about: `${where ?? ""}${indicator.name}${now.year}年`, right, from: before.from };
}

function sumOf(
  indicator: Indicator,
  [first, last]: readonly [number, number],
  facts: Facts,
): (Known & { many: number })[] {
  const sums: (Known & { many: number })[] = [];
  for (const from of first === facts.plan.period.baseline ? [first, first + 1] : [first]) {
    const each = Array.from(
      { length: Math.max(last - from + 1, 0) },
      (_, n) => knownOf(facts, indicator, from + n)[0],
    );
    const [one] = each;
    if (one === undefined || each.some((known) => known === undefined)) continue;
    const value = each.reduce((sum, known) => sum.plus(known?.value ?? 0), decimal(0));
    sums.push({ value, from: one.from, year: last, many: each.length });
  }
  return sums;
}

/** 2021—2025年平均为94.12%: of all the years, with or without the baseline. */
function meanVerdict(
  { options, figure }: Level,
  [first, last]: readonly [number, number],
  facts: Facts,
): Verdict {
  return anyOf(
    options.flatMap((indicator): Verdict[] => {
      const factor = scale(unitOf(indicator.unit), figure.unit);
      const means = sumOf(indicator, [first, last], facts).map((sum) => ({
        ...sum,
        value: sum.value.div(sum.many),
      }));
      const [mean] = means;
      if (factor === null || mean === undefined) return [];
      if (means.some(({ value }) => fits(figure, value.times(factor), facts.plan.method.rounding)))
        return [AGREE];
      const right = `${shown(mean.value, figure, indicator.decimals)}${unitOf(indicator.unit).behind}`;
      return [{ state: "differ", about: `${indicator.name}${first}—${last}年平均`, right, from: mean.from }];
    }),
  );
}

/** 三年合并为5.14/10万 */
function pooledVerdict(indicator: Indicator, { figure, years, sum }: Level, facts: Facts): Verdict {
  for (const year of years) {
    const pooled = scoredOf(facts.scorecard(year), indicator.id)?.rate?.pooled;
    const factor = scale(unitOf(indicator.unit), figure.unit);
    if (pooled == null || factor === null) continue;
    const isOther = sum !== null && (sum[0] !== pooled.years[0] || sum[1] !== pooled.years.at(-1));
    if (isOther) return UNMATCHED;
    if (fits(figure, pooled.rate.times(factor), facts.plan.method.rounding)) return AGREE;
    const [from = year, to = year] = [pooled.years[0], pooled.years.at(-1)];
    const right = `${shown(pooled.rate, figure, indicator.decimals)}${unitOf(indicator.unit).behind}`;
    const source = scoredOf(facts.scorecard(year), indicator.id)?.observation?.source;
    return {
      state: "differ",
      about: `${indicator.name}${from}—${to}年合并`,
      right,
      from: source === undefined ? "" : cellText(source),
    };
  }
  return UNMATCHED;
}

/** 就业人员中女性占45.8%，男性占54.2%: who are not women. */
function ofMen(indicator: Indicator, year: number, claim: Level, facts: Facts): Verdict[] {
  const isShareOfWomen = /女.*(?:比例|占比|比重)$/u.test(indicator.name) && isPercent(unitOf(indicator.unit));
  return isShareOfWomen ? [ofYear(indicator, year, { ...claim, where: null, without: true }, facts)] : [];
}

/** A town's figure, or that of 城镇, 农村, 男, 女. */
function placeVerdict(claim: Level, facts: Facts): Verdict {
  const { options, years, where, figure } = claim;
  const wanted = bareGroup(where ?? "");
  const verdicts = years.flatMap((year) =>
    options.flatMap((indicator): Verdict[] => {
      const found = facts.dataset.groups.find(
        (each) => each.indicator === indicator.id && each.year === year && bareGroup(each.group) === wanted,
      );
      const factor = scale(unitOf(indicator.unit), figure.unit);
      if (found === undefined && wanted === "男") return ofMen(indicator, year, claim, facts);
      if (found === undefined || factor === null || figure.form !== "number") return [];
      const known = { value: found.value, from: cellText(found.source), year };
      if (fits(figure, found.value.times(factor), facts.plan.method.rounding))
        return [
          movedWrongly(indicator, known, claim, facts) ??
            hadBefore(indicator, known, factor, claim, facts) ??
            AGREE,
        ];
      const right = `${shown(found.value, figure, indicator.decimals)}${unitOf(indicator.unit).behind}`;
      return [
        { state: "differ", about: `${where}${indicator.name}${year}年`, right, from: cellText(found.source) },
      ];
    }),
  );
  return anyOf(verdicts);
}

/** 死亡1例 */
export function casesVerdict(claim: Of<"cases">, facts: Facts): Verdict {
  if (claim.sum != null) return casesSummed(claim, claim.sum, facts);
  return anyOf(
    claim.years.flatMap((year) =>
      claim.options.map((indicator) => {
        const factor = scale(unitOf(indicator.unit), claim.figure.unit);
        if (factor === null || unitOf(claim.figure.unit).per === null)
          return casesOf(indicator, year, claim.figure, facts);
        return ofYear(indicator, year, { ...claim, ...PLAIN_LEVEL }, facts);
      }),
    ),
  );
}
