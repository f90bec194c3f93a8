import { decimal, type Decimal } from "../../terms/decimal.js";
import type { MethodClass, Outcome, OutcomeReason } from "../method.js";

/** A figure that exists, as an exact decimal whatever precision it was estimated with. */
export function known(value: Decimal): Outcome {
  return { value: decimal(value), reason: null };
}

/** A figure that does not exist, and why. */
export function none(reason: OutcomeReason): Outcome {
  return { value: null, reason };
}

/** The shares of `whole` at which a method changes its class. */
export interface Cuts {
  upper: Decimal;
  middle: Decimal;
}

/** The class of `part` measured against `whole` ≥ 0: cross-multiplied, so that no quotient is compared. */
export function classOf(part: Decimal, whole: Decimal, cuts: Cuts): MethodClass {
  if (part.gte(cuts.upper.times(whole))) return "upper";
  return part.gte(cuts.middle.times(whole)) ? "middle" : "lower";
}
