import type { CellPlace } from "../../issues/place.js";
import type { Cell } from "../../workbook/sheet.js";
import { isFigure } from "./figures.js";
import type { KnownReason, RefusedReason } from "./reasons.js";

/** What became of one figure on a sheet. */
export type Fate = { source: CellPlace } & Outcome;

export type Outcome =
  /** `echo`: a form's 上年数, which only repeats what another cell says where there is one. */
  | { as: "read"; echo: boolean }
  | { as: "known"; reason: KnownReason }
  /** A finding names it: its cell, column, rows or sheet. */
  | { as: "refused"; reason: RefusedReason };

export function read(source: CellPlace, echo = false): Fate {
  return { source, as: "read", echo };
}

export function known(source: CellPlace, reason: KnownReason): Fate {
  return { source, as: "known", reason };
}

export function refused(source: CellPlace, reason: RefusedReason): Fate {
  return { source, as: "refused", reason };
}

/** What a cell that gave no figure is: a mark for a missing one, or refused. */
export function unreadCell(cell: Cell, source: CellPlace, isTold: boolean): Fate[] {
  if (!isFigure(cell)) return [];
  return [isTold ? refused(source, "cell") : known(source, "missing-mark")];
}
