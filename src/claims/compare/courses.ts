import { decimal, round, type Decimal } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import type { Indicator } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Known, Of, Sign, Verdict } from "../claim.js";
import type { Figure } from "../figure.js";
import { judgedRow, knownOf, type Facts } from "../facts.js";
import { scale } from "../scale.js";
import { fits, inItsUnit } from "./amount.js";
import { casesWent } from "./cases.js";
import { earlier, pairs, type Pair } from "./changes.js";
import { AGREE, anyOf, UNMATCHED } from "./any-of.js";
import { roundedOverGoal } from "./levels.js";

/** 高于2023年; 持续下降; 与上年持平. */
export function directionVerdict(claim: Of<"direction">, facts: Facts): Verdict {
  const { options, years, bases, sign, strict } = claim;
  // As many cases, of another number of people.
  if (claim.cases === true && casesWent(claim, facts)) return AGREE;
  return anyOf(
    options.flatMap((indicator) =>
      years.flatMap((year) => {
        const against = bases.length > 0 ? bases : earlier(year, facts);
        const found = pairs(indicator, year, against, facts);
        if (strict) return found.map((pair) => headed(indicator, pair, claim, facts));
        // Without a base it is wrong only where it holds neither against the year before nor the first.
        const ends = [found[0], found.at(-1)].filter((pair) => pair !== undefined);
        return sign === 0 ? [] : ends.map((pair) => headed(indicator, pair, claim, facts));
      }),
    ),
  );
}

function headed(
  indicator: Indicator,
  { now, then }: Pair,
  { sign, nearly }: Of<"direction">,
  facts: Facts,
): Verdict {
  const digits = (value: Decimal): Decimal => round(value, indicator.decimals, facts.plan.method.rounding);
  const moved = digits(now.value).comparedTo(digits(then.value));
  const apart = digits(now.value).minus(digits(then.value)).abs();
  const exact = now.value.comparedTo(then.value);
  if (sign === 0 ? apart.lte(nearly ? levelWithin(indicator) : 0) : moved === sign || exact === sign)
    return AGREE;
  const told = ({ value }: Known): string => inItsUnit(digits(value).toFixed(), indicator);
  return {
    state: "differ",
    about: `${indicator.name}${now.year}年比${then.year}年`,
    right: moved === 0 ? "持平" : `${moved > 0 ? "上升" : "下降"}（${told(then)}→${told(now)}）`,
    from: `${then.from}、${now.from}`,
  };
}

/** 基本持平 reaches as far as a tenth of a point. */
function levelWithin({ unit }: Indicator): Decimal {
  return unitOf(unit).points === null ? decimal(0) : decimal("0.1");
}

/** 连续三年上升 */
export function streakVerdict(claim: Of<"streak">, facts: Facts): Verdict {
  return anyOf(
    claim.options.flatMap((indicator) => {
      const sign = claim.better === true ? betterWay(indicator, facts) : claim.sign;
      if (claim.better === true && sign === 0) return [];
      return claim.years.map((year) => streakOf(indicator, year, { ...claim, sign }, facts));
    }),
  );
}

/** Which way the plan would have a row go. */
function betterWay({ id }: Indicator, { plan }: Facts): Sign {
  const row = judgedRow(plan, id);
  const better = row === undefined ? "neither" : traitsOf(row.target).better;
  return better === "neither" ? 0 : better === "up" ? 1 : -1;
}

/** Whether of two years one after the other, both known, the later did not go that way. */
function brokeOff(values: readonly (Known | undefined)[], sign: 1 | -1 | 0): boolean {
  return values.some((now, nth) => {
    const then = nth === 0 ? undefined : values[nth - 1];
    return sign !== 0 && now !== undefined && then !== undefined && now.value.comparedTo(then.value) !== sign;
  });
}

function streakOf(
  indicator: Indicator,
  year: number,
  { count, since, sign, held, except, nth }: Of<"streak">,
  facts: Facts,
): Verdict {
  const first =
    count !== null
      ? year - count + (held === null && sign !== 0 ? 0 : 1)
      : held === null
        ? (since ?? facts.plan.period.baseline)
        : (since ?? year - 1);
  const values = Array.from(
    { length: year - first + 1 },
    (_, nth) => knownOf(facts, indicator, first + nth)[0],
  );
  const known = values.filter((each) => each !== undefined);
  if (known.length === 0 || year > facts.year) return UNMATCHED;
  // 连续六年下降, of five that are known: wrong all the same, once it rose in one of them.
  const isShort = known.length < values.length && (count !== null || known.length < 2);
  if (isShort && (held !== null || nth === true || except.length > 0 || !brokeOff(values, sign)))
    return UNMATCHED;
  const unit = unitOf(indicator.unit);
  if (held !== null) {
    const factor = held.unit === "" ? decimal(1) : scale(unit, held.unit);
    if (factor === null) return UNMATCHED;
    if (known.every(({ value }) => isHeldAt(value, held, factor, indicator, facts))) return AGREE;
  } else {
    const steps = known.slice(1).map(({ value, year }, nth) => {
      const moved = value.comparedTo(known[nth]?.value ?? value);
      // 除2022年外: there it did not.
      return except.includes(year) ? (moved === sign ? 0 : sign) : moved;
    });
    const [begun] = known;
    const [earlier] = nth === true ? knownOf(facts, indicator, first - 1) : [];
    const isLonger =
      earlier !== undefined && begun !== undefined && begun.value.comparedTo(earlier.value) === sign;
    if (isLonger) return courseDiffers([earlier, ...known], indicator);
    if (steps.every((each) => each === sign)) return AGREE;
    // At its limit a figure cannot rise further: 100 stays 100.
    const isLevelOrSo = steps.every((each) => each === sign || each === 0);
    const limit = sign < 0 ? 0 : unit.per;
    const atLimit = limit !== null && known.at(-1)?.value.eq(limit) === true;
    if (count === null && except.length === 0 && isLevelOrSo && (steps.includes(sign) || atLimit))
      return AGREE;
  }
  return courseDiffers(known, indicator, except.length === 0 ? sign : 0);
}

function isHeldAt(
  value: Decimal,
  held: Figure,
  factor: Decimal,
  indicator: Indicator,
  facts: Facts,
): boolean {
  const isSo = fits(held, value.times(factor), facts.plan.method.rounding);
  return isSo && !roundedOverGoal(indicator, held, value, factor, facts);
}

/** What the years were in fact; and in which of them it first went another way, where that was the word. */
function courseDiffers(known: readonly Known[], indicator: Indicator, sign: Sign = 0): Verdict {
  const all = known.map((each) => toldOfYear(each, indicator)).join("、");
  const nth = known.findIndex(
    ({ value }, at) => at > 0 && value.comparedTo(known[at - 1]?.value ?? value) !== sign,
  );
  const [then, now] = known.slice(Math.max(nth - 1, 0));
  const isBroken = sign !== 0 && nth > 0 && known.length > 2 && then !== undefined && now !== undefined;
  const way = now?.value.comparedTo(then?.value ?? now.value) ?? 0;
  const told = way === 0 ? "与上年持平" : `比${then?.year}年${way > 0 ? "上升" : "下降"}`;
  return {
    state: "differ",
    about: `${indicator.name}历年变化`,
    right: isBroken ? `${now.year}年${told}（${all}）` : all,
    from: known.at(-1)?.from ?? "",
  };
}

/** 五年来第二次下降 */
export function timesMovedVerdict(
  { options, years, since, nth, sign }: Of<"timesMoved">,
  facts: Facts,
): Verdict {
  return anyOf(
    options.flatMap((indicator) =>
      years.map((year): Verdict => {
        const known = Array.from(
          { length: Math.max(year - since + 1, 0) },
          (_, at) => knownOf(facts, indicator, since + at)[0],
        );
        const all = known.filter((each) => each !== undefined);
        if (all.length < known.length || all.length < 2) return UNMATCHED;
        const steps = all.slice(1).map(({ value }, at) => value.comparedTo(all[at]?.value ?? value));
        if (steps.at(-1) === sign && steps.filter((step) => step === sign).length === nth) return AGREE;
        return courseDiffers(all, indicator);
      }),
    ),
  );
}

/** 五年中四年提高、一年下降: of as many years as the two come to. */
export function yearsMovedVerdict({ options, years, up, down }: Of<"yearsMoved">, facts: Facts): Verdict {
  return anyOf(
    options.flatMap((indicator) =>
      years.map((year): Verdict => {
        const known = Array.from(
          { length: up + down + 1 },
          (_, nth) => knownOf(facts, indicator, year - up - down + nth)[0],
        );
        const all = known.filter((each) => each !== undefined);
        if (all.length < known.length) return UNMATCHED;
        const steps = all.slice(1).map(({ value }, at) => value.comparedTo(all[at]?.value ?? value));
        const many = (way: Sign): number => steps.filter((step) => step === way).length;
        return many(1) === up && many(-1) === down ? AGREE : courseDiffers(all, indicator);
      }),
    ),
  );
}

/** 2024年94.52% */
function toldOfYear({ year, value }: Known, indicator: Indicator): string {
  return `${year}年${inItsUnit(round(value, indicator.decimals).toFixed(), indicator)}`;
}

/** 为近五年最低: wrong where a later year than the first of the span stands beyond it. */
export function recordVerdict(
  { options, years, since, until, highest }: Of<"record">,
  facts: Facts,
): Verdict {
  return anyOf(
    options.flatMap((indicator) =>
      years.flatMap((year): Verdict[] => {
        const [now] = knownOf(facts, indicator, year);
        const earlier = Array.from(
          { length: Math.max((until ?? year) - since - (until === undefined ? 1 : 0), 0) },
          (_, nth) => knownOf(facts, indicator, since + 1 + nth)[0],
        ).filter((each) => each !== undefined);
        if (now === undefined || earlier.length === 0) return [];
        const beyond = earlier.filter(({ value }) => value.comparedTo(now.value) === (highest ? 1 : -1));
        const [first] = beyond.sort((a, b) => b.value.comparedTo(a.value) * (highest ? 1 : -1));
        if (first === undefined) return [AGREE];
        const right = `${toldOfYear(first, indicator)}，${toldOfYear(now, indicator)}`;
        return [
          { state: "differ", about: `${indicator.name}历年的数`, right, from: `${first.from}、${now.from}` },
        ];
      }),
    ),
  );
}

/** 较上年“两升一降” */
export function coursesVerdict({ rows, years, bases, up, down }: Of<"courses">, facts: Facts): Verdict {
  const moved = (options: readonly Indicator[], year: number, base: number): Pair[] =>
    options.flatMap((indicator) => pairs(indicator, year, [base], facts).slice(0, 1));
  return anyOf(
    years.flatMap((year) =>
      (bases.length > 0 ? bases : [year - 1, facts.plan.period.baseline]).flatMap((base): Verdict[] => {
        const all = rows.flatMap((options) => moved(options, year, base).slice(0, 1));
        if (all.length < rows.length) return [];
        const went = all.map(({ now, then }) => now.value.comparedTo(then.value));
        const [rose, fell] = [1, -1].map((way) => went.filter((each) => each === way).length);
        if (rose === up && fell === down) return [AGREE];
        const right = `${rose}项上升、${fell}项下降`;
        return [{ state: "differ", about: `${year}年比${base}年`, right, from: all[0]?.now.from ?? "" }];
      }),
    ),
  );
}
