import type { CellPlace } from "../../issues/place.js";
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
const OF_ROW: Outcome = { as: "refused", reason: "row" };
const IN_CONFLICT: Outcome = { as: "refused", reason: "conflict" };

type CoverageOf = (
  file: string,
  sheets: readonly { name: string; cells: readonly string[] }[],
  fates: readonly Fate[],
) => SheetCoverage[];

/** Tells of each sheet of a file what became of its figures. What the whole of the data tells is sorted by sheet once, for all files. */
export function coverageAfter(aftermath: Aftermath): CoverageOf {
  const refused = cellsBySheet(aftermath.refused);
  const rows = cellsBySheet(aftermath.rows, rowIn);
  const standing = cellsBySheet(aftermath.standing);
  return (file, sheets, fates) => {
    if (sheets.length === 0) return [{ file, sheet: null, figures: 0, read: 0, known: [], refused: [] }];
    const bySheet = groupBy(fates, ({ source }) => source.sheet);
    return sheets.map(({ name, cells }) => {
      const key = sheetKey({ file, sheet: name });
      const outcomes = outcomesBy(bySheet.get(name) ?? []);
      const outcomeOf = (cell: string): Outcome => {
        const outcome = outcomes.get(cell) ?? UNREAD;
        if (outcome.as !== "read") return outcome;
        if (rows.get(key)?.has(rowIn(cell)) === true) return OF_ROW;
        if (refused.get(key)?.has(cell) === true) return IN_CONFLICT;
        return outcome.echo && standing.get(key)?.has(cell) !== true ? ECHO : outcome;
      };
      return counted(file, isCsv(file, name) ? null : name, cells.map(outcomeOf));
    });
  };
}

function sheetKey({ file, sheet }: Pick<CellPlace, "file" | "sheet">): string {
  return `${file}\n${sheet}`;
}

function cellsBySheet(
  places: readonly CellPlace[],
  of: (cell: string) => string = (cell) => cell,
): ReadonlyMap<string, ReadonlySet<string>> {
  const bySheet = groupBy(places, sheetKey);
  return new Map([...bySheet].map(([key, same]) => [key, new Set(same.map(({ cell }) => of(cell)))]));
}

function rowIn(cell: string): string {
  return cell.replace(/^[A-Z]+/u, "");
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
function counted(file: string, sheet: string | null, outcomes: readonly Outcome[]): SheetCoverage {
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
