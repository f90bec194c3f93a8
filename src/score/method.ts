import type { Decimal } from "../terms/decimal.js";

/** A quotient or rate that may not exist: then `reason` names why, and the value is null. Never NaN. */
export type Outcome = { value: Decimal; reason: null } | { value: null; reason: OutcomeReason };

export type OutcomeReason =
  /** The plan names no figure to reach: a direction, an observation, a comparison with another series. */
  | "noTarget"
  /** No earlier figure to measure from. */
  | "noBaseline"
  /** No figure for the year that is scored. */
  | "noValue"
  | "fewerThanTwoPoints"
  /** The first figure is 0: nothing grows from it by a rate. */
  | "zeroBase"
  | "negativeBase"
  /** A negative figure after a positive one. */
  | "signChange"
  /** A later figure, or the target, is 0: no steady rate leads there. */
  | "zeroValue"
  /** The baseline is the target itself: nothing was asked for, so there is nothing to divide by. */
  | "baseEqualsTarget"
  /** The baseline met the target already. */
  | "baseMeetsTarget"
  /** From a year to itself or to an earlier one. */
  | "noTimeElapsed"
  /** The plan's last year has come: no year is left to change anything in. */
  | "noTimeLeft"
  | "alreadyMet"
  /** Too few events: chance moves the figure more than any pace. */
  | "smallNumbers"
  /** The method does not suit the row: see where it is given. */
  | "notApplicable"
  /** The figure stands still, moves away, or would need more than a century. */
  | "neverAtThisPace";

/** Three classes a method may give a row: at or above its upper cut, between its cuts, below. */
export type MethodClass = "upper" | "middle" | "lower";

/** What the years say about a row, by the methods of the field. Rates are fractions a year: 0.05 is 5 %. */
export interface RowTrend {
  /**
   * Compound annual growth since the baseline; for a band with two edges, of the distance laid off from one
   * edge. `required` points backward where the baseline was past the target. Where the plan names no figure,
   * `required` and `ratio` have the reason noTarget, and the class of a direction comes from the growth.
   */
  cagr: { observed: Outcome; required: Outcome; ratio: Outcome; class: MethodClass | null };
  /** The pro-rata pace ρ; its class is that of the status. */
  linear: { ratio: Outcome; class: MethodClass | null };
  /** Average annual rate of reduction, positive where the figure falls. `ratio` is observed over |required|. */
  aarr: { observed: Outcome; required: Outcome; ratio: Outcome; class: MethodClass | null };
  /** The value of the plan's last year if the pace goes on; `method` names how it was drawn. */
  projection: { year: number; value: Outcome; method: "linear" | "cagr" | "reported" };
  /** The year in which the target is reached at the present pace; null with a reason otherwise. */
  reachYear: { value: number; reason: null } | { value: null; reason: OutcomeReason };
  /**
   * Change a year, in the row's unit: needed from t to the end, and so far since the baseline. Signed as
   * the figure moves; for a band with two edges it is the distance from the band that is closed a year.
   */
  pace: { needed: Outcome; soFar: Outcome };
  /** Years better than, worse than and level with the year with data before, by the row's better direction. */
  years: { improved: readonly number[]; worsened: readonly number[]; level: readonly number[] };
}
