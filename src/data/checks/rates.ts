import type { Decimal } from "../../terms/decimal.js";
import type { Observation } from "../dataset.js";

/** What a quotient is multiplied by to be in the unit; other units (张, 名) do not say. */
const FACTORS: Readonly<Record<string, number>> = { "%": 100, "‰": 1000, "1/10万": 100_000 };

/** 100 for %, 1000 for ‰; null for a unit that is no rate. */
export function factorOf(unit: string): number | null {
  return FACTORS[unit] ?? null;
}

/** Whether chance alone may move the figure: it rests on fewer events than `limit`. */
export function restsOnFew({ value, numerator }: Observation, unit: string, limit: number): boolean {
  // 5.12万人 and 1.89张 are no counts of few: a count is whole, and in units of one.
  const isCount = factorOf(unit) === null && !unit.startsWith("万") && value.isInteger();
  const events: Decimal | null = numerator?.value ?? (isCount ? value : null);
  return events !== null && events.lt(limit);
}
