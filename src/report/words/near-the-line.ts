import { canSlip } from "../../score/sensitivity.js";
import type { JudgedFacts } from "../row-facts.js";

/** Whether a figure within one shown step of its target could slip over the line. */
export function isNearTheLine({ scored }: JudgedFacts): boolean {
  return scored.flags.includes("fragile") && canSlip(scored.indicator, scored.value);
}
