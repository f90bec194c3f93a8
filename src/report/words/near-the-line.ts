import type { JudgedIndicator } from "../../score/scorecard.js";
import { unitOf } from "../../terms/unit.js";
import type { JudgedFacts } from "../row-facts.js";

/**
 * Whether a figure within one shown step of its target could slip over the line. At a natural limit there is
 * no line to slip over, and a count of whole things is what it is: one doctor where one is asked for.
 */
export function isNearTheLine({ scored, scale }: JudgedFacts): boolean {
  if (!scored.flags.includes("fragile")) return false;
  const isWholeCount = scale.decimals === 0 && unitOf(scale.unit).kind !== "rate";
  return !isWholeCount && !atNaturalLimit(scored);
}

function atNaturalLimit({ value, indicator: { range } }: JudgedIndicator): boolean {
  return value.eq(range.min) || (range.max !== null && value.eq(range.max));
}
