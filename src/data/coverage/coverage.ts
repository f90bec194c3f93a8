import { cellKey, type CellPlace } from "../../issues/place.js";
import { posix } from "node:path";
import { groupBy } from "../../terms/group-by.js";
import type { Fate, Outcome } from "./fate.js";
import type { KnownReason, RefusedReason } from "./reasons.js";

/** How many figures came to what, by reason. */
export interface Counted<R> {
  reason: R;
  count: number;
}

/** What became of the figures of one sheet; read, known and refused make up all of them. */
export interface SheetCoverage {
  file: string;
  /** null for a CSV, and for a file that could not be read. */
  sheet: string | null;
  figures: number;
  read: number;
  known: readonly Counted<KnownReason>[];
  refused: readonly Counted<RefusedReason>[];
}

/** What only the whole of the data tells of figures that were read from their cells. */
export interface Aftermath {
  /** Figures that in the end do not count, with a finding. */
  refused: readonly CellPlace[];
  /** Cells whose whole rows do not count, with a finding. */
  rows: readonly CellPlace[];
  /** The cells whose figures stand. */
  standing: readonly CellPlace[];
}

/** The reader of the sheet failed, and a finding says so. */
const UNREAD: Outcome = { as: "refused", reason: "sheet" };
const ECHO: Outcome = { as: "known", reason: "previous-year-echo" };

/** Of each sheet of a file what became of its figures. */
export function coverageOf(
  file: string,
  sheets: readonly { name: string; cells: readonly string[] }[],
  fates: readonly Fate[],
  aftermath: Aftermath,
): SheetCoverage[] {
  if (sheets.length === 0) return [{ file, sheet: null, figures: 0, read: 0, known: [], refused: [] }];
  const bySheet = groupBy(fates, ({ source }) => source.sheet);
  const refused = new Set(aftermath.refused.map(cellKey));
  const rows = new Set(aftermath.rows.map((source) => cellKey(rowOf(source))));
  const standing = new Set(aftermath.standing.map(cellKey));
  return sheets.map((sheet) => {
    const outcomes = outcomesBy(bySheet.get(sheet.name) ?? []);
    const figures = sheet.cells.map((address) => {
      const source = { file, sheet: sheet.name, cell: address };
      const outcome = outcomes.get(address) ?? UNREAD;
      if (outcome.as !== "read") return outcome;
      if (rows.has(cellKey(rowOf(source)))) return { as: "refused", reason: "row" } as const;
      if (refused.has(cellKey(source))) return { as: "refused", reason: "conflict" } as const;
      return outcome.echo && !standing.has(cellKey(source)) ? ECHO : outcome;
    });
    return counted(file, isCsv(file, sheet.name) ? null : sheet.name, figures);
  });
}

function rowOf(source: CellPlace): CellPlace {
  return { ...source, cell: source.cell.replace(/^[A-Z]+/u, "") };
}

/** A CSV is one sheet that is called like its file. */
function isCsv(file: string, sheet: string): boolean {
  return sheet === posix.basename(file.replaceAll("\\", "/"));
}

const RANK: Readonly<Record<Outcome["as"], number>> = { known: 0, refused: 1, read: 2 };

/** Of several that speak of a cell the one who read it counts, then who refused it. */
function outcomesBy(fates: readonly Fate[]): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const fate of fates) {
    const before = outcomes.get(fate.source.cell);
    if (before === undefined || RANK[fate.as] > RANK[before.as]) outcomes.set(fate.source.cell, fate);
  }
  return outcomes;
}

/** One entry of the coverage. */
export function counted(file: string, sheet: string | null, outcomes: readonly Outcome[]): SheetCoverage {
  return {
    file,
    sheet,
    figures: outcomes.length,
    read: outcomes.filter(({ as }) => as === "read").length,
    known: byReason(outcomes.flatMap((each) => (each.as === "known" ? [each.reason] : []))),
    refused: byReason(outcomes.flatMap((each) => (each.as === "refused" ? [each.reason] : []))),
  };
}

function byReason<R extends string>(reasons: readonly R[]): Counted<R>[] {
  const same = groupBy(reasons, (reason) => reason);
  return mostFirst([...same].map(([reason, { length }]) => ({ reason, count: length })));
}

export function mostFirst<R extends string>(counts: readonly Counted<R>[]): Counted<R>[] {
  return [...counts].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
