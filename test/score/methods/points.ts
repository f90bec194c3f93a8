import fc from "fast-check";
import { decimal } from "../../../src/terms/decimal.js";
import type { YearValue } from "../../../src/score/scorecard.js";

export function point([year, value]: readonly [number, string]): YearValue {
  return { year, value: decimal(value) };
}

/** Anything a cell may hold: large, tiny, negative, and 0 often. */
export const figures = fc.oneof(
  { weight: 1, arbitrary: fc.constant("0") },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: -9, max: 9 }))
      .map(([digits, exponent]) => `${digits}e${exponent}`),
  },
);
