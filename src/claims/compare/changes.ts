import { decimal, round, type Decimal } from "../../terms/decimal.js";
import { apartText, isPercent, POINT_NAMES, pointsOf, unitOf, type Unit } from "../../terms/unit.js";
import type { Indicator } from "../../plan/plan.js";
import type { Change, Known, Of, Verdict } from "../claim.js";
import type { Figure } from "../figure.js";
import { isMissing, knownAt, knownOf, type Facts } from "../facts.js";
import { fits, inItsUnit } from "./amount.js";
import { casesMoved, isOfCases } from "./cases.js";
import { scale } from "../scale.js";
import { AGREE, anyOf, UNMATCHED } from "./any-of.js";

/** Two figures of an indicator. */
export interface Pair {
  now: Known;
  then: Known;
}

/** 比2020年提高1.89个百分点 */
export function changeVerdict(claim: Change, facts: Facts): Verdict {
  if (claim.every === true) return everyYearVerdict(claim, facts);
  if (isOfCases(claim)) return casesMoved(claim, facts);
  const verdict = changeOf(claim, facts);
  if (verdict.state !== "unmatched" || claim.where != null) return verdict;
  const late = changeOf({ ...claim, years: lastKnown(claim, facts) }, facts);
  // Right of the last year reported: whether that is meant, nobody can tell.
  return late.state === "differ" ? late : verdict;
}

/** 2024, where the year that is spoken of is not reported. */
function lastKnown({ options, years }: Change, facts: Facts): number[] {
  const [indicator, ...others] = options;
  const [year, ...more] = years;
  if (indicator === undefined || year === undefined || others.length + more.length > 0) return [];
  if (!isMissing(facts, indicator, year)) return [];
  return earlier(year, facts)
    .filter((each) => knownOf(facts, indicator, each).length > 0)
    .slice(0, 1);
}

function changeOf(claim: Change, facts: Facts): Verdict {
  const named = claim.bases.length > 0;
  return anyOf(
    claim.options.flatMap((indicator) =>
      claim.years.flatMap((year) => {
        const bases = named
          ? claim.bases
          : claim.yearly
            ? firstYear(indicator, year, facts)
            : earlier(year, facts);
        const found = pairs(indicator, year, bases, facts, claim.where).map((pair) =>
          ofPair(indicator, pair, claim, facts),
        );
        return found.length > 0 || claim.where != null ? found : withoutBase(indicator, year, claim, facts);
      }),
    ),
  );
}

/** 每年提高1个百分点以上: in every year since the base. */
function everyYearVerdict(claim: Change, facts: Facts): Verdict {
  const [since = facts.plan.period.baseline] = [...claim.bases].sort((a, b) => a - b);
  const yearly = { ...claim, every: false, yearly: false };
  return anyOf(
    claim.options.flatMap((indicator) =>
      claim.years.map((last): Verdict => {
        const bases = Array.from({ length: Math.max(last - since, 0) }, (_, nth) => since + nth).filter(
          (base) => claim.except?.includes(base + 1) !== true,
        );
        const each = bases.map((base) =>
          changeVerdict({ ...yearly, options: [indicator], years: [base + 1], bases: [base] }, facts),
        );
        const wrong = each.find(({ state }) => state === "differ");
        return wrong ?? (each.length > 0 && each.every(({ state }) => state === "agree") ? AGREE : UNMATCHED);
      }),
    ),
  );
}

/** 比上年延长0.4小时, where that year is not reported: held against the latest that is. */
function withoutBase(indicator: Indicator, year: number, claim: Change, facts: Facts): Verdict[] {
  const [base, ...more] = claim.bases;
  if (base === undefined || more.length > 0 || !isMissing(facts, indicator, base)) return [];
  const [pair, ...older] = pairs(indicator, year, earlier(year, facts), facts);
  if (pair === undefined) return [];
  const verdict = ofPair(indicator, pair, claim, facts);
  if (verdict.state !== "differ") return base === year - 1 ? [verdict] : [];
  // Since another year it is right: which of the two is meant, nobody can tell.
  if (older.some((each) => ofPair(indicator, each, claim, facts).state === "agree")) return [];
  const about = `${indicator.name}${year}年比${base}年的变化`;
  const right = `${base}年缺报，没有这个数；比${pair.then.year}年${verdict.right}`;
  return [{ ...verdict, about, right }];
}

/** 年均, from no year that is named: from the first that is known. */
function firstYear(indicator: Indicator, year: number, facts: Facts): number[] {
  return earlier(year, facts)
    .filter((each) => knownOf(facts, indicator, each).length > 0)
    .slice(-1);
}

export function earlier(year: number, { plan }: Facts): number[] {
  return Array.from({ length: Math.max(year - plan.period.baseline, 0) }, (_, nth) => year - 1 - nth);
}

/** The figures of the year and of each base that has one, of one 口径 each. */
export function pairs(
  indicator: Indicator,
  year: number,
  bases: readonly number[],
  facts: Facts,
  where: string | null = null,
): Pair[] {
  const now = knownAt(facts, indicator, year, where);
  return bases.flatMap((base) => {
    if (base >= year) return [];
    const then = knownAt(facts, indicator, base, where);
    return now.flatMap((each, nth) => {
      const other = then[nth] ?? (then.length === 1 && now.length === 1 ? then[0] : undefined);
      return other === undefined ? [] : [{ now: each, then: other }];
    });
  });
}

function ofPair(indicator: Indicator, { now, then }: Pair, claim: Change, facts: Facts): Verdict {
  const { figure } = claim;
  const digits = (value: Decimal): Decimal => round(value, indicator.decimals, facts.plan.method.rounding);
  const readings = [
    { now: digits(now.value), then: digits(then.value) },
    { now: now.value, then: then.value },
  ];
  const ways = waysOf(indicator, figure);
  if (ways.length === 0) return UNMATCHED;
  const years = claim.yearly ? now.year - then.year : 1;
  const holds = readings.some((pair) =>
    ways.some((way) =>
      way({ ...pair, years, yearly: claim.yearly }).some(
        (value) =>
          value !== null &&
          fits(figure, claim.sign < 0 ? value.times(-1) : value, facts.plan.method.rounding),
      ),
    ),
  );
  if (holds) return AGREE;
  const [shown] = readings;
  if (shown === undefined) return UNMATCHED;
  return { state: "differ", ...rightChange(indicator, now, then, shown, claim) };
}

interface Moved {
  now: Decimal;
  then: Decimal;
  years: number;
  yearly: boolean;
}

type Way = (moved: Moved) => (Decimal | null)[];

/** The ways a change in the written unit is reckoned. */
function waysOf(indicator: Indicator, figure: Figure): Way[] {
  const unit = unitOf(indicator.unit);
  if (figure.form === "times") return [grown];
  if (figure.form === "doubled") return [figure.hedge === "exact" ? doubled(figure.value) : multiple];
  if (figure.form !== "number") return [];
  if (figure.points) {
    const rate = pointsOf(figure.unit);
    // 百分点 of what is no rate are a wrong unit: nothing fits.
    if (rate === null || unit.per === null) return [() => []];
    return [difference(scale(unit, rate.name))];
  }
  const written = unitOf(figure.unit);
  // 提高近七成 is said of points, too.
  if (isPercent(written)) return /成|半|分之/u.test(figure.text) ? [relative, ...points(unit)] : [relative];
  const factor = figure.unit === "" ? (unit.kind === "bare" ? decimal(1) : null) : scale(unit, figure.unit);
  return factor === null ? [] : [difference(factor)];
}

const points = (unit: Unit): Way[] => (isPercent(unit) ? [difference(decimal(1))] : []);

function difference(factor: Decimal | null): Way {
  return ({ now, then, years }) => [factor === null ? null : now.minus(then).times(factor).div(years)];
}

const relative: Way = ({ now, then, years, yearly }) => {
  if (then.isZero()) return [];
  const whole = now.minus(then).times(100).div(then);
  return yearly ? [whole.div(years), now.div(then).pow(decimal(1).div(years)).minus(1).times(100)] : [whole];
};

/** 增长1.5倍: by so many times what it was. */
const grown: Way = ({ now, then }) => (then.isZero() ? [] : [now.minus(then).div(then)]);

/** 翻番 of 1.5 times is none, of 2.2 times it is. */
const doubled =
  (written: Decimal): Way =>
  ({ now, then }) => {
    if (then.isZero()) return [];
    const times = now.div(then);
    return times.gte(written.times(LEAST_DOUBLED)) && times.lte(written.times(MOST_DOUBLED)) ? [written] : [];
  };

const LEAST_DOUBLED = "0.9";
const MOST_DOUBLED = "1.25";

/** 翻一番还多, 近一番: to so many times what it was, roughly. */
const multiple: Way = ({ now, then }) => {
  if (then.isZero()) return [];
  const times = now.div(then);
  return [times, round(times.times(5), 0).div(5)];
};

function rightChange(
  indicator: Indicator,
  now: Known,
  then: Known,
  shown: { now: Decimal; then: Decimal },
  claim: Change,
): { about: string; right: string; from: string } {
  const unit = unitOf(indicator.unit);
  const apart = shown.now.minus(shown.then);
  const years = claim.yearly ? now.year - then.year : 1;
  const words = apart.isZero()
    ? "持平"
    : `${wayOf(apart, unit)}${apartText(
        round(
          apart.abs().div(years),
          Math.max(indicator.decimals, claim.yearly ? claim.figure.step.decimalPlaces() : 0),
        ).toFixed(),
        unit,
      )}${relativeWords(shown, claim)}`;
  return {
    about: `${claim.where ?? ""}${indicator.name}${now.year}年比${then.year}年${claim.yearly ? "的年均变化" : "的变化"}`,
    right: words,
    from: `${then.year}年${inItsUnit(shown.then.toFixed(), indicator)}，${now.year}年${inItsUnit(shown.now.toFixed(), indicator)}，见${then.from}、${now.from}`,
  };
}

/** Rates and ratios rise and fall; of what is counted there is more or less. */
function wayOf(apart: Decimal, { per, kind, name }: Unit): string {
  const rises = per !== null || kind === "bare" || POINT_NAMES.includes(name);
  if (apart.isNegative()) return rises ? "下降" : "减少";
  return rises ? "上升" : "增加";
}

function relativeWords({ now, then }: { now: Decimal; then: Decimal }, { figure }: Change): string {
  if (then.isZero()) return "";
  const times = now.div(then);
  if (figure.form === "times" && now.gt(then))
    return `，即${round(times.minus(1), 2).toFixed()}倍（为原来的${round(times, 2).toFixed()}倍）`;
  if (figure.form === "times" || figure.form === "doubled") return `，为原来的${round(times, 2).toFixed()}倍`;
  if (!isPercent(unitOf(figure.unit)) || figure.points) return "";
  return `，即${round(now.minus(then).times(100).div(then), Math.max(figure.step.decimalPlaces(), 1)).toFixed()}${figure.unit}`;
}

/** 是2020年的3.4倍 */
export function multipleVerdict(claim: Of<"multiple">, facts: Facts): Verdict {
  const { options, years, bases, figure } = claim;
  return anyOf(
    options.flatMap((indicator) =>
      years.flatMap((year) =>
        pairs(indicator, year, bases, facts).map(({ now, then }): Verdict => {
          if (then.value.isZero()) return UNMATCHED;
          const times = now.value.div(then.value);
          if (fits(figure, times, facts.plan.method.rounding)) return AGREE;
          return {
            state: "differ",
            about: `${indicator.name}${now.year}年与${then.year}年之比`,
            right: `${round(times, Math.max(figure.value.decimalPlaces(), 1)).toFixed()}倍`,
            from: `${then.from}、${now.from}`,
          };
        }),
      ),
    ),
  );
}

/** 由A提高到B，提高C: the sentence against itself. */
export function sumVerdict({ course, figure, sign, isRest = false }: Of<"sum">, facts: Facts): Verdict {
  const { from, to } = course;
  if (from.form !== "number" || to.form !== "number" || from.hedge !== "exact" || to.hedge !== "exact")
    return UNMATCHED;
  const unit = unitOf(to.unit);
  const moved = { now: to.value, then: from.value, years: 1, yearly: false };
  const indicator = { unit: to.unit } as Indicator;
  // 由2.08个百分点缩小到1.83个百分点，缩小0.25个百分点: how a distance moved.
  const isOfPoints = to.points && figure.points && to.unit === figure.unit;
  const ways = isOfPoints ? [difference(decimal(1))] : waysOf(indicator, figure);
  if (ways.length === 0) return UNMATCHED;
  const values = ways.flatMap((way) => way(moved)).filter((each) => each !== null);
  const rounding = facts.plan.method.rounding;
  const signed = (value: Decimal): Decimal => (sign < 0 ? value.times(-1) : value);
  if (values.some((value) => fits(figure, signed(value), rounding))) return AGREE;
  const apart = to.value.minus(from.value);
  if (isRest)
    return {
      state: "differ",
      about: `${to.text}去掉${from.text}`,
      right: `${apart.toFixed()}${unit.behind}`,
      from: "",
    };
  const percent = from.value.isZero() ? "" : `（${round(apart.times(100).div(from.value), 1).toFixed()}%）`;
  return {
    state: "differ",
    about: `由${from.text}到${to.text}`,
    right: `${wayOf(apart, unit)}${apartText(apart.abs().toFixed(), unit)}${unit.per === null ? percent : ""}`,
    from: "",
  };
}
