import type { Decimal } from "../../../terms/decimal.js";
import { countsEvents, unitOf } from "../../../terms/unit.js";
import type { Entry } from "../../catalogue.js";
import type { Observation } from "../../dataset.js";

/** Whether chance alone may move the figure: it rests on fewer events than `limit`. */
export function restsOnFew({ value, numerator }: Observation, unit: string, limit: number): boolean {
  // 5.12万人 and 1.89张 are no counts of few: a count is whole, and in units of one.
  const { per, times } = unitOf(unit);
  const isCount = per === null && times === 1 && value.isInteger();
  const events: Decimal | null = numerator?.value ?? (isCount ? value : null);
  return events !== null && events.lt(limit);
}

/** Whether zeros are common: rates of deaths, cases and crimes, and rows that a `low` of 0 says so of (W06, W19). */
export function mayBeZero({ indicator, judged }: Entry): boolean {
  const isEvent = countsEvents(unitOf(indicator.unit)) || judged?.events === true;
  return isEvent || indicator.plausible?.low.isZero() === true;
}
