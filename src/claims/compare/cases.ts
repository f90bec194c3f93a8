import { decimal, round } from "../../terms/decimal.js";
import { countsEvents, unitOf } from "../../terms/unit.js";
import { cellText } from "../../issues/place.js";
import type { Indicator } from "../../plan/plan.js";
import type { Change, Known, Of, Verdict } from "../claim.js";
import { judgedRow, type Facts } from "../facts.js";
import type { Figure } from "../figure.js";
import { scale } from "../scale.js";
import { fits } from "./amount.js";
import { AGREE, anyOf, UNMATCHED } from "./any-of.js";

/** 五年间孕产妇死亡2例: those of all the years. */
export function casesSummed(
  { options, figure }: Of<"cases">,
  [first, last]: readonly [number, number],
  facts: Facts,
): Verdict {
  return anyOf(
    options.map((indicator): Verdict => {
      const all = yearsBetween(first, last).map((year) => numberOfCases(indicator, year, facts));
      const known = all.filter((each) => each !== null);
      const [one] = known;
      if (one === undefined || known.length < all.length || !CASES.has(figure.unit)) return UNMATCHED;
      const sum = known.reduce((sofar, each) => sofar.plus(each.value), decimal(0));
      if (fits(figure, sum, facts.plan.method.rounding)) return AGREE;
      const right = `${sum.toFixed()}${figure.unit}（${known.map(({ year, value }) => `${year}年${value.toFixed()}${figure.unit}`).join("、")}）`;
      return { state: "differ", about: `${indicator.name}${first}—${last}年合计`, right, from: one.from };
    }),
  );
}

/** Whether a change is one in the number of cases behind a rate. */
export function isOfCases({ figure, options, yearly, where }: Change): boolean {
  const isCount = figure.form === "number" && !figure.points && CASES.has(figure.unit);
  return isCount && !yearly && where == null && options.every(({ unit }) => countsEvents(unitOf(unit)));
}

/** 5岁以下儿童死亡28例，同比减少2例 */
export function casesMoved({ options, years, bases, figure, sign }: Change, facts: Facts): Verdict {
  const { baseline } = facts.plan.period;
  return anyOf(
    options.flatMap((indicator) =>
      years.flatMap((year) =>
        (bases.length > 0 ? bases : yearsBetween(baseline, year - 1)).flatMap((base): Verdict[] => {
          const [now, then] = [year, base].map((each) => numberOfCases(indicator, each, facts));
          if (now == null || then == null || base >= year) return [];
          const moved = now.value.minus(then.value);
          if (fits(figure, sign < 0 ? moved.times(-1) : moved, facts.plan.method.rounding)) return [AGREE];
          const { unit } = figure;
          const went = `${then.value.toFixed()}${unit}→${now.value.toFixed()}${unit}`;
          const right = moved.isZero() ? `持平（${went}）` : went;
          const about = `${indicator.name}${year}年比${base}年的例数`;
          return [{ state: "differ", about, right, from: `${then.from}、${now.from}` }];
        }),
      ),
    ),
  );
}

/** 当年发生4例，与上年持平: whether the number of cases went that way. */
export function casesWent({ options, years, bases, sign }: Of<"direction">, facts: Facts): boolean {
  return options.some((indicator) =>
    years.some((year) =>
      bases.some((base) => {
        const [now, then] = [year, base].map((each) => numberOfCases(indicator, each, facts));
        return now != null && then != null && now.value.comparedTo(then.value) === sign;
      }),
    ),
  );
}

/** 新生儿死亡占婴儿死亡的64.3% */
export function caseShareVerdict({ options, others, years, figure }: Of<"caseShare">, facts: Facts): Verdict {
  return anyOf(
    years.flatMap((year) =>
      options.flatMap((one) =>
        others.map((other): Verdict => {
          const [part, whole] = [one, other].map((each) => numberOfCases(each, year, facts));
          if (part == null || whole == null || whole.value.isZero()) return UNMATCHED;
          const share = part.value.times(100).div(whole.value);
          if (fits(figure, share, facts.plan.method.rounding)) return AGREE;
          const right = `${round(share, Math.max(figure.value.decimalPlaces(), 1)).toFixed()}%（${part.value.toFixed()}例，${whole.value.toFixed()}例）`;
          return {
            state: "differ",
            about: `${year}年${one.name}与${other.name}的例数之比`,
            right,
            from: part.from,
          };
        }),
      ),
    ),
  );
}

/** 出生男婴3245人: the number that a ratio was reckoned from. */
export function partVerdict({ options, years, side, called, figure }: Of<"part">, facts: Facts): Verdict {
  return anyOf(
    years.flatMap((year) =>
      options.flatMap(({ id }): Verdict[] => {
        const known = facts.dataset.series[id]?.find((each) => each.year === year)?.[side] ?? null;
        const factor = scale(unitOf("人"), figure.unit);
        if (known === null || factor === null) return [];
        if (fits(figure, known.value.times(factor), facts.plan.method.rounding)) return [AGREE];
        const right = `${known.value.toFixed()}人`;
        return [{ state: "differ", about: `${year}年${called}数`, right, from: cellText(known.source) }];
      }),
    ),
  );
}

function numberOfCases(indicator: Indicator, year: number, facts: Facts): Known | null {
  const found = facts.dataset.series[indicator.id]?.find((each) => each.year === year);
  if (found === undefined || !countsEvents(unitOf(indicator.unit))) return null;
  const { numerator, value, source } = found;
  if (numerator !== null) return { value: numerator.value, from: cellText(numerator.source), year };
  return value.isZero() ? { value, from: cellText(source), year } : null;
}

const yearsBetween = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(last - first + 1, 0) }, (_, nth) => first + nth);

/** The number of events behind a rate of events; whether there were any can be told from the rate alone. */
export function casesOf(indicator: Indicator, year: number, figure: Figure, facts: Facts): Verdict {
  const row = judgedRow(facts.plan, indicator.id);
  const unit = unitOf(indicator.unit);
  const found = facts.dataset.series[indicator.id]?.find((each) => each.year === year);
  // 母婴传播率为0: there was none.
  const isNone = found?.value.isZero() === true;
  if (row === undefined || !(countsEvents(unit) || row.events || figure.value.isZero() || isNone))
    return UNMATCHED;
  if (
    figure.form !== "number" ||
    figure.points ||
    unitOf(figure.unit).per !== null ||
    !CASES.has(figure.unit)
  )
    return UNMATCHED;
  if (found === undefined) return UNMATCHED;
  const { numerator, value } = found;
  if (numerator === null && isNone && figure.hedge === "exact" && !figure.value.isZero())
    return {
      state: "differ",
      about: `${indicator.name}${year}年`,
      right: `0，没有发生`,
      from: cellText(found.source),
    };
  if (numerator === null) {
    if (!figure.value.isZero() || figure.hedge !== "exact") return UNMATCHED;
    if (value.isZero()) return AGREE;
    const right = `${round(value, indicator.decimals).toFixed()}${unit.behind}，不是没有`;
    return { state: "differ", about: `${indicator.name}${year}年`, right, from: cellText(found.source) };
  }
  if (fits(figure, numerator.value, facts.plan.method.rounding)) return AGREE;
  const right = `${numerator.value.toFixed()}${figure.unit}`;
  return { state: "differ", about: `${indicator.name}${year}年`, right, from: cellText(numerator.source) };
}

const CASES = new Set(["例", "人", "名", "件", "起", "个"]);
