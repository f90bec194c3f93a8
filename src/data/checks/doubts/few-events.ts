import type { Decimal } from "../../../terms/decimal.js";
import { countsEvents, unitOf } from "../../../terms/unit.js";
import type { Entry } from "../../catalogue.js";
import type { Observation } from "../../dataset.js";

/** Whether chance alone may move the figure: it rests on fewer events than `limit`. */
export function restsOnFew(figure: Observation, unit: string, limit: number): boolean {
  return eventsIn(figure, unit)?.lt(limit) ?? false;
}

/** The events a figure is made of; null where that is not known. */
function eventsIn({ value, numerator }: Observation, unit: string): Decimal | null {
  // 5.12万人 and 1.89张 are no counts of few: a count is whole, and in units of one.
  const { per, times } = unitOf(unit);
  const isCount = per === null && times === 1 && value.isInteger();
  return numerator?.value ?? (isCount ? value : null);
}

/** Chance seldom moves the difference of two counts by more than so many times its own spread, √(a + b). */
const SPREADS = 3;

/** Whether chance alone may have made of the one count the other. */
export function mayBeChance(from: Observation, to: Observation, unit: string): boolean {
  const [before, now] = [eventsIn(from, unit), eventsIn(to, unit)];
  if (before === null || now === null) return false;
  const apart = now.minus(before);
  return apart.times(apart).lte(before.plus(now).times(SPREADS * SPREADS));
}

/** Whether zeros are common: rates of deaths, cases and crimes, and rows that a `low` of 0 says so of (W06, W19). */
export function mayBeZero({ indicator, judged }: Entry): boolean {
  const isEvent = countsEvents(unitOf(indicator.unit)) || judged?.events === true;
  return isEvent || indicator.plausible?.low.isZero() === true;
}
