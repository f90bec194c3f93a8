import { decimal, type Decimal } from "../terms/decimal.js";
import { unitOf, type Unit } from "../terms/unit.js";

/**
 * How many of the written unit one of `unit` is: 10 for ‰ written of a %. Null where the two measure different
 * things. Counted things go by many measure words: 41家 of 个 is the same number.
 */
export function scale(unit: Unit, written: string): Decimal | null {
  const own = unitOf(written);
  if (unit.per !== null) return own.per === null ? null : decimal(own.per).div(unit.per);
  if (own.per !== null) return null;
  if (own.thing === unit.thing) return decimal(unit.times).div(own.times);
  if (unit.kind === "bare") return written === "" ? decimal(1) : null;
  const counts = (each: Unit): boolean => each.kind === "count" || isCounted(each.thing);
  return counts(unit) && counts(own) ? decimal(unit.times).div(own.times) : null;
}

function isCounted(thing: string): boolean {
  return unitOf(thing).kind === "count" || ["位", "起", "宗", "家次", ""].includes(thing);
}
