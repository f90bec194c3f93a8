import { hasDigit } from "./figures.js";
import { counted, type SheetCoverage } from "./coverage.js";
import type { Outcome } from "./fate.js";

/** A field of a CSV that is no sheet of cells, and what it is. */
export type FieldFate = [text: string, outcome: Outcome];

/** What became of the figures of a file of fields: those with a digit in them. */
export function coverageOfFields(file: string, fields: readonly FieldFate[]): SheetCoverage {
  return counted(
    file,
    null,
    fields.filter(([text]) => hasDigit(text)).map(([, outcome]) => outcome),
  );
}
