import { decimal, type Decimal } from "../../../terms/decimal.js";
import { groupBy } from "../../../terms/group-by.js";
import { parseAddress } from "../../../workbook/address.js";
import type { CellPlace } from "../../../issues/place.js";
import type { Misplaced } from "../../../issues/checks/doubts.js";
import type { Catalogue, Entry } from "../../catalogue.js";
import type { Observation } from "../../dataset.js";
import type { Figures } from "../check.js";
import { greatestOf, stepsOf } from "./near.js";

/** A row of a table in one of its years: what was typed, and what is known of it from years before. */
export interface YearRow {
  entry: Entry;
  source: CellPlace;
  /** Null where the cell holds no figure. */
  typed: Observation | null;
  before: Observation | null;
  /** The greatest change the row has made from year to year, this one left out; 0 where none is known. */
  step: Decimal;
  /** Whether what was typed is far from what the row itself had before. */
  astray: boolean;
}

/** Of one row nobody can say where its figure came from. */
const LEAST_ASTRAY = 2;

/**
 * The columns of figures of one year in which rows may have moved, each with its rows as they stand below each
 * other, cells without a figure included.
 */
export function yearColumns(figures: Figures, { entries, byId }: Catalogue): YearRow[][] {
  const all = entries.map(({ indicator }) => figures.series[indicator.id] ?? []);
  const astray = new Set<Observation | null>(
    all.flatMap((series) => series.filter((each) => isAstray(each, series))),
  );
  if (astray.size < LEAST_ASTRAY) return [];
  const typed = all.flat();
  const cells = [
    ...typed.map((each) => ({ ...each, typed: each })),
    ...figures.gaps.map((each) => ({ ...each, typed: null })),
  ].map((each) => ({ ...each, at: parseAddress(each.source.cell) }));
  const columns = groupBy(cells, ({ source, at, year }) =>
    [source.file, source.sheet, at?.column ?? 0, year].join("\n"),
  );
  return [...columns.values()]
    .filter((column) => column.filter((each) => astray.has(each.typed)).length >= LEAST_ASTRAY)
    .map((column) =>
      column
        .sort((a, b) => (a.at?.row ?? 0) - (b.at?.row ?? 0))
        .flatMap(({ indicator, year, source, typed }) => {
          const entry = byId.get(indicator);
          if (entry === undefined) return [];
          const series = figures.series[indicator] ?? [];
          const known = { before: lastBefore(series, year), step: stepBeside(series, year) };
          return { entry, source, typed, ...known, astray: astray.has(typed) };
        }),
    );
}

/**
 * The latest figures that are farther from the one before than their row ever went in a year, however little that is
 * of a share near 100: 99.51 behind 94.52. By column, as they stand below each other.
 */
export function strayedColumns(figures: Figures, { entries }: Catalogue): YearRow[][] {
  const strayed = entries.flatMap((entry): (YearRow & { column: string; row: number })[] => {
    const series = figures.series[entry.indicator.id] ?? [];
    const typed = series.at(-1);
    const before = series.at(-2) ?? null;
    if (typed === undefined || before === null) return [];
    const step = stepBeside(series, typed.year);
    const isFar = typed.value.minus(before.value).abs().gt(step.times(FAR_STEPS));
    if (step.isZero() || !isFar) return [];
    const { source, year } = typed;
    const at = parseAddress(source.cell);
    const column = [source.file, source.sheet, at?.column ?? 0, year].join("\n");
    return [{ entry, source, typed, before, step, astray: true, column, row: at?.row ?? 0 }];
  });
  return [...groupBy(strayed, ({ column }) => column).values()].map((same) =>
    same.sort((a, b) => a.row - b.row),
  );
}

function lastBefore(series: readonly Observation[], year: number): Observation | null {
  return series.findLast((each) => each.year < year) ?? null;
}

function stepBeside(series: readonly Observation[], year: number): Decimal {
  return greatestOf(stepsOf(series.filter((each) => each.year !== year).map(({ value }) => value)));
}

/** Beyond so many of its greatest steps, and this share of the figure before, a row has left its own ways. */
const FAR_STEPS = 3;
const FAR_SHARE = decimal("0.15");

function isAstray({ value, year }: Observation, series: readonly Observation[]): boolean {
  const before = lastBefore(series, year);
  if (before === null) return false;
  const apart = value.minus(before.value).abs();
  return apart.gt(before.value.times(FAR_SHARE)) && apart.gt(stepBeside(series, year).times(FAR_STEPS));
}

/** What a row's figure may well move in a year: its greatest step and a half, or this share. */
const AT_HOME_STEPS = decimal("1.5");
const AT_HOME_SHARE = decimal("0.03");

/** Whether the figure would be at home in the row `other`. */
export function suits({ typed }: YearRow, other: YearRow | undefined): boolean {
  if (typed === null || other?.before == null) return false;
  const apart = typed.value.minus(other.before.value).abs();
  return apart.lte(other.step.times(AT_HOME_STEPS)) || apart.lte(other.before.value.times(AT_HOME_SHARE));
}

/** Whether the figure has left its own row for `other`, to which it is this many times as near. */
const TIMES_NEARER = 3;

export function belongsTo(row: YearRow, other: YearRow | undefined): boolean {
  return row.astray && suits(row, other) && isFarNearer(row, other, row);
}

/** Whether what was typed in a row is far nearer to what one row had before than to what another had. */
export function isFarNearer(
  { typed }: YearRow,
  one: YearRow | undefined,
  another: YearRow | undefined,
): boolean {
  if (typed === null) return false;
  const [toOne, toAnother] = [one, another].map((row) => typed.value.minus(row?.before?.value ?? 0).abs());
  return toOne !== undefined && toAnother !== undefined && toOne.times(TIMES_NEARER).lte(toAnother);
}

export function misplaced({ entry, source, typed }: YearRow, other: YearRow): Misplaced {
  const before = other.before === null ? "" : `${other.before.year}年${other.before.display}`;
  return {
    cell: source.cell,
    name: entry.indicator.name,
    display: typed?.display ?? "",
    neighbour: other.entry.indicator.name,
    before,
  };
}
