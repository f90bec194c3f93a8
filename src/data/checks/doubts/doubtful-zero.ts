import { decimal, type Decimal } from "../../../terms/decimal.js";
import { traitsOf } from "../../../plan/target-kinds.js";
import { unitOf } from "../../../terms/unit.js";
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
 * unless the limits keep well away from it. What is built and is to grow does not go away, be there ever so few of it.
 */
export const doubtfulZero: Doubter = ({ series }, { entries }, doubted) =>
  entries.flatMap((entry) => {
    const own = (series[entry.indicator.id] ?? []).filter((each) => !doubted.has(each));
    const zeros = own.filter(({ value }) => value.isZero());
    if (zeros.length === 0 || mayBeZero(entry)) return [];
    const others = own.filter(({ value }) => !value.isZero());
    const isTold = keepsAway(entry) || (own[0] !== zeros[0] && isFar(entry, own, others));
    const gone = isTold ? zeros : isLasting(entry) ? zeros.filter((zero) => isFallen(own, zero)) : [];
    if (gone.length === 0) return [];
    const args = { ...typed(entry, gone), beside: besideText(entry, others) };
    return doubt(issue("data/doubtful-zero", latestOf(gone).source, args), gone);
  });

/** A count of things that are to become more, and of which the plan's limits know no zero: 所, 户, 个. */
function isLasting({ indicator: { unit, decimals }, judged }: Entry): boolean {
  const isCount = unitOf(unit).kind === "count" && decimals === 0;
  return isCount && judged !== null && traitsOf(judged.target).better === "up";
}

/** There was some the year before. */
function isFallen(own: readonly Observation[], zero: Observation): boolean {
  return own[own.indexOf(zero) - 1]?.value.isZero() === false;
}

/** Whether 0 is out of the question: 50—100%, 80—140. */
function keepsAway({ indicator: { plausible } }: Entry): boolean {
  return plausible !== null && plausible.low.gte(plausible.high.times(AWAY));
}

function isFar(
  { plan, indicator }: Entry,
  own: readonly Observation[],
  others: readonly Observation[],
): boolean {
  // 1.2名 a site are no few that are counted.
  const isFew = (each: Observation): boolean =>
    (indicator.decimals === 0 || each.numerator !== null) &&
    restsOnFew(each, indicator.unit, plan.method.smallNumbers);
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
  if (others.length > 1 && low === high) return `其他年份均为${low}`;
  return others.length === 1 ? `${first.year}年为${first.display}` : `其他年份为${low}—${high}`;
}

function rangeText({ plausible, unit }: Entry["indicator"]): string {
  return plausible === null ? "" : `${plausible.low.toString()}—${plausible.high.toString()}${unit}`;
}
