import { decimal, type Decimal } from "../../../terms/decimal.js";
import { isPercent, unitOf } from "../../../terms/unit.js";
import type { Entry } from "../../catalogue.js";
import type { Observation } from "../../dataset.js";
import type { Figures } from "../check.js";
import { fitsFraction } from "../fraction.js";
import { mayBeZero, restsOnFew } from "./few-events.js";
import { isPlausible } from "./doubt.js";
import { greatestOf, isNear, isNearMost, leastOf } from "./near.js";

/** A way a figure is off by a power of ten, and how it must look once put right to be told. */
export interface Slip {
  factor: Decimal;
  /** Put right, it lies within this factor of its neighbours, and within `AT_HOME` of most other figures of the row. */
  near: number;
  /** As many other figures are needed to say so, where the plan's limits do not. */
  beside: number;
}

function slips(factor: string, near: number, beside: number): Slip[] {
  return [decimal(factor), decimal(1).div(factor)].map((each) => ({ factor: each, near, beside }));
}

/** A lost or added digit. A row may well double or halve, so ten must fit its neighbours better. */
export const TENFOLD: readonly Slip[] = slips("10", 1.25, 1);

/** A figure this near (from half to twice) most others of its row, or those of other groups or sites, has not slipped. */
export const AT_HOME = 2;
/** Of what is only ten times as much, more is asked. */
export const AS_OTHERS = 1.25;

/** A share for a percentage, ‰ for %, a lost point, 人 for 万人. */
export const HUNDREDFOLD: readonly Slip[] = [
  ...slips("100", 2, 2),
  ...slips("1000", 2, 2),
  ...slips("10000", 2, 2),
];

/** Those of the figures `among` a row's that one of `slips` explains, each with what puts it right. */
export function slipsIn(
  figures: Figures,
  entry: Entry,
  among: readonly Observation[],
  slips: readonly Slip[],
): { figure: Observation; factor: Decimal }[] {
  if (isOfOneSize(others(figures, entry, null))) return [];
  return among.flatMap((figure) => {
    const factor = slipOf(figures, entry, figure, slips);
    return factor === null ? [] : { figure, factor };
  });
}

/** So nearly all rows are, and their figures need not be asked one by one. */
function isOfOneSize(values: readonly Decimal[]): boolean {
  return greatestOf(values).lte(leastOf(values).times(AT_HOME));
}

/**
 * What a figure must be multiplied by to fit in with its row's other years and its baseline in the plan's text;
 * null where it fits, or none of `slips` makes it fit. Figures that rest on a few events move by themselves and
 * are left alone, and so are those that their own 分子 and 分母 give, as long as the plan's limits hold them.
 */
function slipOf(
  figures: Figures,
  entry: Entry,
  observation: Observation,
  slips: readonly Slip[],
): Decimal | null {
  const { indicator } = entry;
  const { value } = observation;
  const beside = others(figures, entry, observation);
  if (value.isZero() || isNearMost(value, beside, AT_HOME)) return null;
  if (isPlausible(entry, value) !== false && isVouchedFor(entry, observation)) return null;
  const adjoining = neighbours(figures, entry, observation);
  const isIt = ({ factor, near, beside: needed }: Slip): boolean => {
    const right = value.times(factor);
    const isSure = isPlausible(entry, value) === false && isPlausible(entry, right) === true;
    const isShare = isPercent(unitOf(indicator.unit)) && factor.eq(SHARE);
    const fits = adjoining.every((other) => isNear(right, other, near));
    return beside.length >= (isSure || isShare ? 1 : needed) && fits && isNearMost(right, beside, AT_HOME);
  };
  return slips.find(isIt)?.factor ?? null;
}

/** 94.12% typed as a share, 0.9412, is the commonest slip of all: one other figure is witness enough. */
const SHARE = 100;

/** Whether chance or its own fraction explains a figure. */
function isVouchedFor({ indicator, plan }: Entry, observation: Observation): boolean {
  const unit = unitOf(indicator.unit);
  if (!isPercent(unit) && restsOnFew(observation, indicator.unit, plan.method.smallNumbers)) return true;
  return unit.per !== null && fitsFraction(observation, unit.per) === true;
}

/**
 * The figures before and after: 8.7, 30.4, 65.2, 100 is a way up, not a digit lost at its beginning. A zero says
 * nothing, unless zeros are common: beside one any figure may be great.
 */
function neighbours({ series }: Figures, entry: Entry, observation: Observation): Decimal[] {
  const all = series[entry.indicator.id] ?? [];
  const own = mayBeZero(entry) ? all : all.filter(({ value }) => !value.isZero());
  const index = own.indexOf(observation);
  return [own[index - 1], own[index + 1]].flatMap((each) => each?.value ?? []);
}

/** The row's figures but for one, and for zeros, and its baseline in the plan's text. */
function others(
  { series }: Figures,
  { indicator, judged }: Entry,
  observation: Observation | null,
): Decimal[] {
  const years = (series[indicator.id] ?? []).filter((each) => each !== observation && !each.value.isZero());
  const text = judged?.baseline?.value;
  return [...years.map(({ value }) => value), ...(text === undefined ? [] : [text])];
}
