import { indicatorsOf } from "../../plan/lookup.js";
import type { Indicator } from "../../plan/plan.js";
import type { SmallCells } from "../../score/small-cells.js";
import type { Facts } from "../facts.js";

/** All that is known, and what a public edition tells of it. Both are read with the same words. */
export interface Editions {
  all: Facts;
  open: Facts;
  small: SmallCells["years"];
}

/** Why the public edition does not tell a figure. */
export type Why =
  /** Its row is for the offices alone. */
  | "internal"
  /** It counts, or rests on, fewer people or cases than `publicMinimum`. */
  | "small"
  /** Such a figure could be worked out from it. */
  | "derived";

/** A figure in a text that the public edition does not tell. */
export interface Disclosure {
  /** Index in the text. */
  at: number;
  written: string;
  /** The row's name. */
  name: string;
  why: Why;
}

export function isInternal({ id }: Indicator, { open }: Editions): boolean {
  return !indicatorsOf(open.plan).some((each) => each.id === id);
}

/** Those rows of which the edition keeps something to itself that words of these years may speak of; of none: any. */
export function guardedOf(
  rows: readonly Indicator[],
  years: readonly number[],
  editions: Editions,
): Indicator[] {
  return rows.filter((row) => {
    const own = editions.small.get(row.id);
    const isSmall = own !== undefined && (years.length === 0 || years.some((year) => own.has(year)));
    return isSmall || isInternal(row, editions);
  });
}

export function whyOf(row: Indicator, editions: Editions): Why {
  return isInternal(row, editions) ? "internal" : "small";
}
