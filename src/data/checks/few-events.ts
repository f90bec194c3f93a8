import type { Decimal } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import type { Observation } from "../dataset.js";

/** Whether chance alone may move the figure: it rests on fewer events than `limit`. */
export function restsOnFew({ value, numerator }: Observation, unit: string, limit: number): boolean {
  // 5.12万人 and 1.89张 are no counts of few: a count is whole, and in units of one.
  const { per, times } = unitOf(unit);
  const isCount = per === null && times === 1 && value.isInteger();
  const events: Decimal | null = numerator?.value ?? (isCount ? value : null);
  return events !== null && events.lt(limit);
}
