import { decimal, type Decimal } from "../../terms/decimal.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import { issue } from "../../issues/issue.js";
import type { Entry } from "../catalogue.js";
import type { Observation } from "../dataset.js";
import type { Check, Figures } from "./check.js";
import { restsOnFew } from "./few-events.js";

/** A way a figure is off by a power of ten, and how it must look once put right to be told. */
interface Slip {
  factor: Decimal;
  /** Put right, it lies within this factor of its neighbours and of most other figures of the row. */
  near: number;
  /** As many other figures are needed to say so. */
  beside: number;
}

function slips(factor: string, near: number, beside: number): Slip[] {
  return [decimal(factor), decimal(1).div(factor)].map((each) => ({ factor: each, near, beside }));
}

/** 94.12% typed as a share, 0.9412, is the commonest slip of all: one other figure is witness enough. */
const SHARE = slips("100", 2, 1);
/** A lost or added digit, ‰ for %, and 人 for 万人. A row may well double or halve, so ten needs more. */
const DIGITS = [
  ...slips("10", 1.25, 3),
  ...slips("100", 2, 3),
  ...slips("1000", 2, 3),
  ...slips("10000", 2, 3),
];

/** A figure this near (from half to twice) most others of its row has not slipped. */
const AT_HOME = 2;

/**
 * A figure off by a power of ten from the row's other years and its baseline in the plan's text. Rates of a
 * few events move by themselves and are left alone.
 */
export const unitSlip: Check = (figures, { entries }) =>
  entries.flatMap((entry) =>
    (figures.series[entry.indicator.id] ?? []).flatMap((each) => {
      const factor = slipOf(figures, entry, each);
      if (factor === null) return [];
      const { name, unit } = entry.indicator;
      return issue("data/unit-slip", each.source, {
        name,
        year: each.year,
        unit,
        display: each.display,
        times: (factor.gt(1) ? factor : decimal(1).div(factor)).toString(),
        right: each.value.times(factor).toString(),
        share: isPercent(unitOf(unit)) && factor.eq(100),
      });
    }),
  );

/** What a figure must be multiplied by to fit in with its row; null where it fits or nothing makes it fit. */
export function slipOf(figures: Figures, entry: Entry, observation: Observation): Decimal | null {
  const { indicator, plan } = entry;
  const percent = isPercent(unitOf(indicator.unit));
  if (!percent && restsOnFew(observation, indicator.unit, plan.method.smallNumbers)) return null;
  const beside = others(figures, entry, observation);
  if (nearMost(observation.value, beside, AT_HOME)) return null;
  const adjoining = neighbours(figures, entry, observation);
  const isIt = ({ factor, near, beside: needed }: Slip): boolean => {
    const right = observation.value.times(factor);
    const fits = adjoining.every((other) => isNear(right, other, near));
    return beside.length >= needed && fits && nearMost(right, beside, near);
  };
  return [...(percent ? SHARE : []), ...DIGITS].find(isIt)?.factor ?? null;
}

/** The figures before and after: 8.7, 30.4, 65.2, 100 is a way up, not a digit lost at its beginning. */
function neighbours({ series }: Figures, { indicator }: Entry, observation: Observation): Decimal[] {
  const own = series[indicator.id] ?? [];
  const index = own.indexOf(observation);
  return [own[index - 1], own[index + 1]].flatMap((each) => each?.value ?? []);
}

function others({ series }: Figures, { indicator, judged }: Entry, observation: Observation): Decimal[] {
  const years = (series[indicator.id] ?? []).filter((each) => each !== observation);
  const text = judged?.baseline?.value;
  return [...years.map(({ value }) => value), ...(text === undefined ? [] : [text])];
}

function nearMost(value: Decimal, beside: readonly Decimal[], times: number): boolean {
  return beside.filter((other) => isNear(value, other, times)).length * 2 > beside.length;
}

function isNear(value: Decimal, other: Decimal, times: number): boolean {
  return !value.isZero() && value.lte(other.times(times)) && other.lte(value.times(times));
}
