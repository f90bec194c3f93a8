import { decimal, round, type Decimal } from "../../terms/decimal.js";
import { apartText, unitOf, type Unit } from "../../terms/unit.js";
import { cellText } from "../../issues/place.js";
import type { Dataset } from "../../data/dataset.js";
import { indicatorsOf } from "../../plan/lookup.js";
import type { Indicator } from "../../plan/plan.js";
import type { Of, Verdict } from "../claim.js";
import { bareGroup, knownAt, knownOf, type Facts } from "../facts.js";
import { scale } from "../scale.js";
import { fits } from "./amount.js";
import { isShareOf, pointFactor } from "./goals.js";
import { siteMovedVerdict } from "./site-moves.js";
import { AGREE, anyOf, UNMATCHED } from "./any-of.js";

/** 居各镇街首位 */
export function extremeVerdict(claim: Of<"extreme">, facts: Facts): Verdict {
  const { options, years, where, highest, many, ranked, moved } = claim;
  if (moved !== undefined) return siteMovedVerdict({ ...claim, moved }, facts);
  // 排名后三位: of a rate that should fall those at the top.
  if (ranked === true)
    return anyOf(
      [highest, !highest].map((end) => extremeVerdict({ ...claim, ranked: false, highest: end }, facts)),
    );
  return anyOf(
    years.flatMap((year) =>
      options.flatMap(({ id, name, decimals }): Verdict[] => {
        const all = facts.dataset.groups.filter((each) => each.indicator === id && each.year === year);
        const own = all.filter(({ group }) => where.map(bareGroup).includes(bareGroup(group)));
        const [first] = [...all].sort((a, b) => b.value.comparedTo(a.value) * (highest ? 1 : -1));
        if (first === undefined || own.length === 0) return [];
        if (many !== undefined && many > 1) return [foremost(own, all, claim, facts)];
        if (claim.nth !== undefined && claim.nth > 1) return [placedAt(own, all, claim, decimals)];
        if (own.every(({ value }) => value.eq(first.value))) return [AGREE];
        const right = `${first.group}${highest ? "最高" : "最低"}，为${round(first.value, decimals).toFixed()}`;
        return [{ state: "differ", about: `${name}${year}年`, right, from: cellText(first.source) }];
      }),
    ),
  );
}

/** 居第二低: so many stand before it; those that are level share a place. */
function placedAt(
  own: readonly Dataset["groups"][number][],
  all: readonly Dataset["groups"][number][],
  { highest, nth = 1 }: Of<"extreme">,
  decimals: number,
): Verdict {
  const [one, ...more] = own;
  if (one === undefined || more.length > 0) return UNMATCHED;
  const way = highest ? 1 : -1;
  const before = all.filter(({ value }) => value.comparedTo(one.value) === way).length;
  const level = all.filter(({ value }) => value.eq(one.value)).length;
  if (before < nth && nth <= before + level) return AGREE;
  const told = `${round(one.value, decimals).toFixed()}`;
  const right = `${one.group}（${told}）居第${before + 1}${highest ? "高" : "低"}`;
  return { state: "differ", about: `${one.year}年`, right, from: cellText(one.source) };
}

/** 最低的3个镇街: no other is lower than any of them. */
function foremost(
  own: readonly Dataset["groups"][number][],
  all: readonly Dataset["groups"][number][],
  { highest, many = 1 }: Of<"extreme">,
  { plan }: Facts,
): Verdict {
  const sorted = [...all].sort((a, b) => b.value.comparedTo(a.value) * (highest ? 1 : -1));
  const last = sorted[many - 1];
  const within = (value: Decimal): boolean =>
    last !== undefined && value.comparedTo(last.value) !== (highest ? -1 : 1);
  if (own.length !== many || last === undefined) return UNMATCHED;
  if (own.every(({ value }) => within(value))) return AGREE;
  const { decimals, name, unit } = indicatorsOf(plan).find(({ id }) => id === last.indicator) ?? {
    decimals: 2,
    name: "",
    unit: "",
  };
  return {
    state: "differ",
    about: `${name}${last.year}年${highest ? "最高" : "最低"}的${many}个`,
    right: sorted
      .slice(0, many)
      .map(({ group, value }) => `${group}${round(value, decimals).toFixed()}${unitOf(unit).behind}`)
      .join("、"),
    from: cellText(last.source),
  };
}

/** 接种率最高的为99.24% */
export function extremumVerdict(claim: Of<"extremum">, facts: Facts): Verdict {
  const { options, years, figure, highest, since } = claim;
  if (since !== null) return ofYears(claim, since, facts);
  return anyOf(
    years.flatMap((year) =>
      options.flatMap(({ id, name, unit, decimals }): Verdict[] => {
        const all = facts.dataset.groups.filter((each) => each.indicator === id && each.year === year);
        const [first] = [...all].sort((a, b) => b.value.comparedTo(a.value) * (highest ? 1 : -1));
        const factor = scale(unitOf(unit), figure.unit);
        if (first === undefined || factor === null) return [];
        if (fits(figure, first.value.times(factor), facts.plan.method.rounding)) return [AGREE];
        const right = `${first.group}${round(first.value, decimals).toFixed()}${unitOf(unit).behind}`;
        const about = `${year}年${name}${highest ? "最高" : "最低"}的`;
        return [{ state: "differ", about, right, from: cellText(first.source) }];
      }),
    ),
  );
}

/** 五年间最高2.37‰: since the first year, or since the one after it. */
function ofYears({ options, years, figure, highest }: Of<"extremum">, since: number, facts: Facts): Verdict {
  return anyOf(
    options.flatMap((indicator) =>
      years.flatMap((year) =>
        [since, since + 1].flatMap((first): Verdict[] => {
          const factor = scale(unitOf(indicator.unit), figure.unit);
          const known = Array.from(
            { length: Math.max(year - first + 1, 0) },
            (_, nth) => knownOf(facts, indicator, first + nth)[0],
          ).filter((each) => each !== undefined);
          const [top] = known.sort((a, b) => b.value.comparedTo(a.value) * (highest ? 1 : -1));
          if (top === undefined || factor === null || known.length < 2) return [];
          if (fits(figure, top.value.times(factor), facts.plan.method.rounding)) return [AGREE];
          const right = `${top.year}年${round(top.value, indicator.decimals).toFixed()}${unitOf(indicator.unit).behind}`;
          const about = `${indicator.name}${first}—${year}年${highest ? "最高" : "最低"}的`;
          return [{ state: "differ", about, right, from: top.from }];
        }),
      ),
    ),
  );
}

/** 高于全市平均水平 */
export function besideVerdict(claim: Of<"beside">, facts: Facts): Verdict {
  const { options, years, region, year: theirs } = claim;
  return anyOf(
    options.flatMap((indicator) =>
      years.flatMap((year) => {
        const place = facts.dataset.references.find(
          (each) =>
            each.indicator === indicator.id &&
            each.year === (theirs ?? year) &&
            region.startsWith(each.region),
        );
        const [own] = knownOf(facts, indicator, year);
        if (place === undefined || own === undefined) return [];
        if (isBeside(indicator, [own.value, place.value], claim, facts)) return [AGREE];
        return [
          {
            state: "differ" as const,
            about: `${indicator.name}${year}年与${place.region}${theirs === null ? "" : `${theirs}年`}相比`,
            right: rightBeside(indicator, own.value, place, claim),
            from: cellText(place.source),
          },
        ];
      }),
    ),
  );
}

/** 全国77.1%, where its own figure alone is wrong; else 低10.95个百分点（本地66.15%，全国77.1%）. */
function rightBeside(
  { unit: name, decimals }: Indicator,
  own: Decimal,
  { region, value }: Dataset["references"][number],
  { figure, sign }: Of<"beside">,
): string {
  const unit = unitOf(name);
  const isOnSide = sign === 0 || own.comparedTo(value) === sign;
  if (figure !== null && isOnSide) return `${region}${value.toFixed()}${unit.behind}`;
  const apart = own.minus(value).abs();
  const how = apart.isZero() ? "两者相同" : `${wayTo(own, value, unit)}${apartText(apart.toFixed(), unit)}`;
  return `${how}（本地${round(own, decimals).toFixed()}${unit.behind}，${region}${value.toFixed()}${unit.behind}）`;
}

/** 持平: in the digits of the other; 基本持平: nearly so. */
function isLevelWith(own: Decimal, theirs: Decimal, how: "level" | "nearly"): boolean {
  const apart = own.minus(theirs).abs();
  return how === "level" ? apart.lte(HALF.div(decimal(10).pow(theirs.decimalPlaces()))) : apart.lte(NEARLY);
}

const HALF = decimal("0.5");
/** So many points are told as 基本持平. */
const NEARLY = decimal("0.1");

/** Whether ours stands to the other place's as is told: on which side, the other's figure, and how far they are apart. */
function isBeside(
  indicator: Indicator,
  [own, theirs]: readonly [Decimal, Decimal],
  { figure, by, sign, level }: Of<"beside">,
  facts: Facts,
): boolean {
  if (level !== undefined && !isLevelWith(own, theirs, level)) return false;
  if (sign !== 0 && own.comparedTo(theirs) !== sign) return false;
  const { rounding } = facts.plan.method;
  const unit = unitOf(indicator.unit);
  const apart = own.minus(theirs).abs();
  if (figure !== null) {
    const factor = scale(unit, figure.unit);
    // 低于全市0.13个: so many fewer, in a unit that has no points.
    const told = by === null && sign !== 0 && unit.points === null ? [theirs, apart] : [theirs];
    if (factor === null || !told.some((value) => fits(figure, value.times(factor), rounding))) return false;
  }
  const points = by === null ? null : pointFactor(unit.points, by.unit, indicator);
  if (by === null || points === null) return true;
  return fits(by, isShareOf(by, unit) ? shareOf(apart, theirs) : apart.times(points), rounding);
}

/** 高于区政协委员中女性比例3.67个百分点: both rows in the year, by what is shown or by what was reported. */
export function thanVerdict(
  { options, others, otherYear = null, years, sign, figure, first }: Of<"than">,
  facts: Facts,
): Verdict {
  const rounding = facts.plan.method.rounding;
  const shownOf = ({ decimals }: Indicator, value: Decimal): Decimal => round(value, decimals, rounding);
  const ofRows = (one: Indicator, other: Indicator, year: number): Verdict[] => {
    const [[own], [beside]] = [knownOf(facts, one, year), knownOf(facts, other, otherYear ?? year)];
    if (own === undefined || beside === undefined || one.unit !== other.unit || one.id === other.id)
      return [];
    const unit = unitOf(one.unit);
    const factor = figure?.form === "number" ? pointFactor(unit.points, figure.unit, one) : decimal(1);
    if (factor === null) return [];
    const apart = [
      own.value.minus(beside.value),
      shownOf(one, own.value).minus(shownOf(other, beside.value)),
    ];
    const isShare = figure !== null && isShareOf(figure, unit);
    const isApart = (by: Decimal): boolean =>
      figure?.form !== "number" ||
      fits(figure, isShare ? shareOf(by, beside.value) : by.abs().times(factor), rounding);
    const before = first ? beyondBefore(one, other, year, sign, facts) : null;
    if (before !== null) return [before];
    if ((sign === 0 || apart.some((by) => by.comparedTo(0) === sign)) && apart.some(isApart)) return [AGREE];
    const words = (indicator: Indicator, value: Decimal): string =>
      `${indicator.name}${shownOf(indicator, value).toFixed()}${unit.behind}`;
    const by = apart[1]?.abs() ?? own.value.minus(beside.value).abs();
    const how = `${sign === 0 ? "相差" : wayTo(own.value, beside.value, unit)}${apartText(by.toFixed(), unit)}`;
    const right = `${by.isZero() ? "两者相同" : how}（${words(one, own.value)}，${words(other, beside.value)}）`;
    const years = otherYear === null || otherYear === year ? `${year}年` : `${year}年与${otherYear}年`;
    return [{ state: "differ", about: `${years}两项指标相比`, right, from: `${own.from}、${beside.from}` }];
  };
  return anyOf(sideBySide(years, options, others, ofRows));
}

/** Which way one stands from the other: of what is counted there is more or less. */
function wayTo(own: Decimal, other: Decimal, { kind }: Unit): string {
  const isCount = kind === "count" || kind === "amount";
  if (own.gt(other)) return isCount ? "多" : "高";
  return isCount ? "少" : "低";
}

/** How far apart in per cent of the other. */
function shareOf(apart: Decimal, other: Decimal): Decimal {
  return other.isZero() ? other : apart.abs().times(100).div(other);
}

/** 首次超过: wrong where it did in an earlier year of the plan. */
function beyondBefore(
  one: Indicator,
  other: Indicator,
  year: number,
  sign: Of<"than">["sign"],
  facts: Facts,
): Verdict | null {
  const { start } = facts.plan.period;
  for (let earlier = start; earlier < year; earlier += 1) {
    const [[own], [beside]] = [knownOf(facts, one, earlier), knownOf(facts, other, earlier)];
    if (own === undefined || beside === undefined || own.value.comparedTo(beside.value) !== sign) continue;
    const behind = unitOf(one.unit).behind;
    const right = `${earlier}年已经如此（${own.value.toFixed()}${behind}，${beside.value.toFixed()}${behind}）`;
    return {
      state: "differ",
      about: `${one.name}首次与${other.name}相比`,
      right,
      from: `${own.from}、${beside.from}`,
    };
  }
  return null;
}

/** 是小学生近视率的2.2倍 */
export function rowTimesVerdict({ options, others, years, figure }: Of<"rowTimes">, facts: Facts): Verdict {
  const ofRows = (one: Indicator, other: Indicator, year: number): Verdict[] => {
    const [[own], [beside]] = [knownOf(facts, one, year), knownOf(facts, other, year)];
    if (own === undefined || beside === undefined || one.unit !== other.unit || beside.value.isZero())
      return [];
    const times = own.value.div(beside.value);
    if (fits(figure, times, facts.plan.method.rounding)) return [AGREE];
    // 75.7%, where the words tell a share.
    const isShare = !figure.text.includes("倍");
    const digits = Math.max(figure.value.decimalPlaces() - (isShare ? 2 : 0), 1);
    const right = isShare
      ? `${round(times.times(100), digits).toFixed()}%`
      : `${round(times, digits).toFixed()}倍`;
    const about = `${year}年${one.name}与${other.name}之比`;
    return [{ state: "differ", about, right, from: `${own.from}、${beside.from}` }];
  };
  return anyOf(sideBySide(years, options, others, ofRows));
}

/** What is said of each row with each of the others, in each year. */
function sideBySide(
  years: readonly number[],
  options: readonly Indicator[],
  others: readonly Indicator[],
  told: (one: Indicator, other: Indicator, year: number) => Verdict[],
): Verdict[] {
  return years.flatMap((year) => options.flatMap((one) => others.flatMap((other) => told(one, other, year))));
}

/** 城乡相差1.83个百分点 */
export function groupsApartVerdict(
  { options, years, where, sign, figure }: Of<"groupsApart">,
  facts: Facts,
): Verdict {
  const { area } = facts.plan.terms;
  return anyOf(
    options.flatMap((indicator) =>
      years.flatMap((year): Verdict[] => {
        const [one, other] = where.map((group) => knownAt(facts, indicator, year, group)[0]);
        const factor = pointFactor(unitOf(indicator.unit).points, figure.unit, indicator);
        if (one === undefined || other === undefined || factor === null) return [];
        const apart = one.value.minus(other.value).abs().times(factor);
        const isThere = sign === 0 || one.value.comparedTo(other.value) === sign;
        const told = isShareOf(figure, unitOf(indicator.unit)) ? shareOf(apart, other.value) : apart;
        if (isThere && fits(figure, told, facts.plan.method.rounding)) return [AGREE];
        const about = `${indicator.name}${year}年${where[0]}与${where[1] ?? area}的差距`;
        const unit = unitOf(indicator.unit);
        const way = sign === 0 ? "" : wayTo(one.value, other.value, unit);
        const right = `${way}${apartText(apart.toFixed(), unit)}`;
        return [{ state: "differ", about, right, from: `${one.from}、${other.from}` }];
      }),
    ),
  );
}
