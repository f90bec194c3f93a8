import type { Decimal } from "../decimal.js";

/** A quotient or rate that may not exist: then `reason` names why, and the value is null. Never NaN. */
export type Outcome = { value: Decimal; reason: null } | { value: null; reason: OutcomeReason };

export type OutcomeReason =
  | "noTarget"
  | "noBaseline"
  | "noValue"
  | "fewerThanTwoPoints"
  | "zeroBase"
  | "negativeBase"
  | "signChange"
  | "zeroValue"
  | "baseEqualsTarget"
  | "noTimeElapsed"
  | "notApplicable"
  | "neverAtThisPace";

/** Three classes a method may give a numeric row: at or above the upper cut, between, below. */
export type MethodClass = "upper" | "middle" | "lower";

/** What the years say about a row, by the methods of the field. */
export interface RowTrend {
  cagr: { observed: Outcome; required: Outcome; ratio: Outcome; class: MethodClass | null };
  linear: { ratio: Outcome; class: MethodClass | null };
  aarr: { observed: Outcome; required: Outcome; class: MethodClass | null };
  /** The value of the plan's last year if the pace goes on; `method` names how it was drawn. */
  projection: { year: number; value: Outcome; method: "linear" | "cagr" | "reported" };
  /** The year in which the target is reached at the present pace; null with a reason otherwise. */
  reachYear: { value: number; reason: null } | { value: null; reason: OutcomeReason | "alreadyMet" };
  /** Change a year, in the row's unit: needed from t to the end, and so far since the baseline. */
  pace: { needed: Outcome; soFar: Outcome };
  /** Year pairs that got better, worse or stayed, by the row's better direction. */
  years: { improved: readonly number[]; worsened: readonly number[]; level: readonly number[] };
}
