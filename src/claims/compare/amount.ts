import { decimal, round, type Decimal, type Rounding } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import type { Indicator, Judged } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Figure } from "../figure.js";

/** A tenth: as far as 约 and 左右 reach. */
const ABOUT = "0.1";

/** Whether what is written holds of the value, in the unit that is written. */
export function fits(figure: Figure, value: Decimal, rounding: Rounding): boolean {
  const { value: written, step, hedge } = figure;
  const apart = value.minus(written).abs();
  const wide = written.abs().times(ABOUT);
  switch (hedge) {
    case "exact":
      return figure.step.isZero() ? apart.lt("0.000001") : rounded(value, step, rounding).eq(written);
    case "about":
      if (figure.outOf !== undefined && isAnotherPart(figure, figure.outOf, value)) return false;
      // 0.01个百分点左右 of 0.012: the digits themselves are as coarse.
      return (
        apart.lte(wide) ||
        ((step.gte(10) || (step.lt(1) && /\d/u.test(figure.text))) &&
          rounded(value, step, rounding).eq(written))
      );
    case "near":
      // 不到2个百分点 is any number of one and something.
      return value.lt(written) && (apart.lte(wide) || (figure.text.startsWith("不到") && apart.lt(step)));
    case "some":
      return value.gte(written) && apart.lte(wide.gt(place(written)) ? wide : place(written));
    case "over":
      return value.gt(written);
    case "from":
      return value.gte(written);
    case "under":
      return value.lt(written);
    case "upTo":
      return value.lte(written);
  }
}

/** 五分之四 of 75%, which is three of four: a simpler part is what it is, and this one is not. */
function isAnotherPart({ value: written, text }: Figure, whole: number, value: Decimal): boolean {
  if (/约|近|左右|上下|接近|以[上下]/u.test(text) || value.minus(written).abs().lte(FAR)) return false;
  return Array.from({ length: whole }, (_, nth) => nth + 1).some((all) => {
    const some = round(value.times(all).div(100), 0);
    return some.gt(0) && value.minus(some.times(100).div(all)).abs().lte(NEAR);
  });
}

/** In per cent: what nobody would take for the same part, and what anybody would. */
const FAR = 3;
const NEAR = "0.5";

function rounded(value: Decimal, step: Decimal, rounding: Rounding): Decimal {
  return round(value.div(step), 0, rounding).times(step);
}

/** What the last digit that is not 0 stands for: 100 of 200. */
function place(value: Decimal): Decimal {
  const zeros = /0*$/u.exec(value.toFixed(0))?.[0].length ?? 0;
  return decimal(10).pow(zeros);
}

/** A value as a sentence would give it, with the digits that were written. */
export function shown(value: Decimal, figure: Figure, least: number): string {
  const digits = Math.max(figure.value.decimalPlaces(), least);
  return round(value, digits).toFixed();
}

/** 94.88%; 1：1.6 of a row of ratios, which is held as 1.6. */
export function inItsUnit(digits: string, indicator: Indicator): string {
  return isOfRatios(indicator) ? `1：${digits}` : `${digits}${unitOf(indicator.unit).behind}`;
}

function isOfRatios(indicator: Indicator & Partial<Pick<Judged, "target">>): boolean {
  return indicator.target !== undefined && traitsOf(indicator.target).ratio;
}
