import { decimal, type Decimal } from "../../../terms/decimal.js";
import { issue } from "../../../issues/issue.js";
import type { Entry } from "../../catalogue.js";
import type { Observation } from "../../dataset.js";
import { mayBeZero, restsOnFew } from "./few-events.js";
import { doubt, latestOf, typed, type Doubter } from "./doubt.js";
import { greatestOf, leastOf, stepsOf } from "./near.js";

/** Every other figure is at least this share of the greatest: the row keeps away from 0. */
const AWAY = decimal("0.1");
/** To 0 it is more than so many of the greatest step the row has made between its other figures. */
const STEPS = 2;

/**
 * Zeros in a row that is far from 0 in all its other years: somebody had no data. Rates of events reach 0, and so
 * do counts of few and rows of which the plan's limits say so; a row that begins with 0 has grown from nothing,
 * unless the limits keep well away from it.
 */
export const doubtfulZero: Doubter = ({ series }, { entries }, doubted) =>
  entries.flatMap((entry) => {
    const own = (series[entry.indicator.id] ?? []).filter((each) => !doubted.has(each));
    const zeros = own.filter(({ value }) => value.isZero());
    if (zeros.length === 0 || mayBeZero(entry)) return [];
    const others = own.filter(({ value }) => !value.isZero());
    const isTold = keepsAway(entry) || (own[0] !== zeros[0] && isFar(entry, own, others));
    if (!isTold) return [];
    const args = { ...typed(entry, zeros), beside: besideText(entry, others) };
    return doubt(issue("data/doubtful-zero", latestOf(zeros).source, args), zeros);
  });

/** Whether 0 is out of the question: 50—100%, 80—140. */
function keepsAway({ indicator: { plausible } }: Entry): boolean {
  return plausible !== null && plausible.low.gte(plausible.high.times(AWAY));
}

function isFar(
  { plan, indicator }: Entry,
  own: readonly Observation[],
  others: readonly Observation[],
): boolean {
  const isFew = (each: Observation): boolean => restsOnFew(each, indicator.unit, plan.method.smallNumbers);
  const values = others.map(({ value }) => value);
  if (others.every(isFew)) return false;
  const steps = greatestOf(stepsOf(values));
  const fall = greatestOf(fallsToZero(own));
  return leastOf(values).gte(greatestOf(values).times(AWAY)) && fall.gt(steps.times(STEPS));
}

/** The last figures before each zero. */
function fallsToZero(own: readonly Observation[]): Decimal[] {
  return own.flatMap(({ value }, index) => {
    const before = own[index - 1]?.value;
    return value.isZero() && before !== undefined ? [before] : [];
  });
}

function besideText({ indicator }: Entry, others: readonly Observation[]): string {
  const [first] = others;
  if (first === undefined) return `合理范围是${rangeText(indicator)}`;
  const inOrder = [...others].sort((a, b) => a.value.comparedTo(b.value));
  const [low, high] = [inOrder[0]?.display, inOrder.at(-1)?.display];
  return others.length === 1 ? `${first.year}年为${first.display}` : `其他年份为${low}—${high}`;
}

function rangeText({ plausible, unit }: Entry["indicator"]): string {
  return plausible === null ? "" : `${plausible.low.toString()}—${plausible.high.toString()}${unit}`;
}
