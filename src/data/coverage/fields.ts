import { mostFirst, type SheetCoverage } from "./coverage.js";
import type { Outcome } from "./fate.js";
import { hasDigit } from "./figures.js";
import type { KnownReason, RefusedReason } from "./reasons.js";

/** A field of a CSV that is no sheet of cells, and what it is. */
export type FieldFate = [text: string, outcome: Outcome];

/** Counts what became of the figures of a file of fields, those with a digit in them, however many there are. */
export interface FieldCounter {
  take: (fields: Iterable<FieldFate>) => void;
  coverage: (file: string) => SheetCoverage;
}

export function fieldCounter(): FieldCounter {
  const known = new Map<KnownReason, number>();
  const refused = new Map<RefusedReason, number>();
  const sums = { figures: 0, read: 0 };
  const take = (fields: Iterable<FieldFate>): void => {
    for (const [text, outcome] of fields) {
      if (!hasDigit(text)) continue;
      sums.figures += 1;
      if (outcome.as === "read") sums.read += 1;
      else if (outcome.as === "known") known.set(outcome.reason, (known.get(outcome.reason) ?? 0) + 1);
      else refused.set(outcome.reason, (refused.get(outcome.reason) ?? 0) + 1);
    }
  };
  const coverage = (file: string) => ({
    file,
    sheet: null,
    ...sums,
    known: counts(known),
    refused: counts(refused),
  });
  return { take, coverage };
}

function counts<R extends string>(tally: ReadonlyMap<R, number>): { reason: R; count: number }[] {
  return mostFirst([...tally].map(([reason, count]) => ({ reason, count })));
}
