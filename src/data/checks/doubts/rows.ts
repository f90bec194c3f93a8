import { decimal, type Decimal } from "../../../terms/decimal.js";
import { groupBy } from "../../../terms/group-by.js";
import { parseAddress } from "../../../workbook/address.js";
import type { CellPlace } from "../../../issues/place.js";
import type { Misplaced } from "../../../issues/checks/doubts.js";
import type { Catalogue, Entry } from "../../catalogue.js";
import type { Observation } from "../../dataset.js";
import { unitOf } from "../../../terms/unit.js";
import type { Figures } from "../check.js";
import { fitsFraction, rateOf, shownDigits } from "../fraction.js";
import { greatestOf, leastOf, stepsOf } from "./near.js";

/** A row of a table in one of its years: what was typed, and what is known of it from years before. */
export interface YearRow {
  entry: Entry;
  source: CellPlace;
  /** Null where the cell holds no figure. */
  typed: Observation | null;
  before: Observation | null;
  /** The greatest change the row has made from year to year, this one left out; 0 where none is known. */
  step: Decimal;
  /** What its own 分子 and 分母 make, where the plan has such a rate; else null. */
  rate: Decimal | null;
  /** Whether what was typed is far from what the row itself had before, or is not what its fraction makes. */
  astray: boolean;
}

/** Of one row nobody can say where its figure came from. */
const LEAST_ASTRAY = 2;

/**
 * The columns of figures of one year in which rows may have moved, each with its rows as they stand below each
 * other, cells without a figure included.
 */
export function yearColumns(figures: Figures, { entries, byId }: Catalogue): YearRow[][] {
  const all = entries.map(({ indicator }) => ({
    series: figures.series[indicator.id] ?? [],
    per: unitOf(indicator.unit).per,
  }));
  const astray = new Set<Observation | null>(
    all.flatMap(({ series, per }) =>
      series.filter((each) => isAstray(each, series) || isUnlikeRate(each, per)),
    ),
  );
  if (astray.size < LEAST_ASTRAY) return [];
  const typed = all.flatMap(({ series }) => series);
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
          const { per } = unitOf(entry.indicator.unit);
          const rate = typed === null || per === null ? null : rateOf(typed, per);
          return { entry, source, typed, ...known, rate, astray: astray.has(typed) };
        }),
    )
    .map((column) => withUnanswered(column, entries, figures));
}

/**
 * A column with the rows that its office was asked for and left blank, where nothing else tells of them: of what the
 * monitoring database holds the blanks are no lines. They stood where the plan has them and the sheet has room.
 */
function withUnanswered(column: readonly YearRow[], entries: readonly Entry[], figures: Figures): YearRow[] {
  const places = new Map(entries.map((entry, at) => [entry, at]));
  return column.flatMap((row, index) => {
    const before = column[index - 1];
    const to = places.get(row.entry) ?? 0;
    const lead = leadOf(row.entry);
    const isAsked = (entry: Entry) => leadOf(entry) === lead && !isTold(entry, row, figures);
    if (before === undefined) {
      const first = entries.slice(0, to).findLast((entry) => leadOf(entry) === lead);
      return first !== undefined && isAsked(first) ? [unanswered(first, row, figures), row] : row;
    }
    const between = entries.slice((places.get(before.entry) ?? to) + 1, to).filter(isAsked);
    const room = rowOf(row) - rowOf(before) - 1;
    return between.length > room ? row : [...between.map((entry) => unanswered(entry, row, figures)), row];
  });
}

function unanswered(entry: Entry, { typed, source }: YearRow, figures: Figures): YearRow {
  const series = figures.series[entry.indicator.id] ?? [];
  const year = typed?.year ?? 0;
  const known = { before: lastBefore(series, year), step: stepBeside(series, year) };
  return { entry, source, typed: null, ...known, rate: null, astray: false };
}

/** Whether the year of `row` has a figure or a gap of its own for an entry. */
function isTold({ indicator }: Entry, { typed }: YearRow, { series, gaps }: Figures): boolean {
  const isOf = (each: { year: number }) => each.year === typed?.year;
  return (
    typed === null ||
    (series[indicator.id] ?? []).some(isOf) ||
    gaps.some((gap) => gap.indicator === indicator.id && isOf(gap))
  );
}

function rowOf({ source }: YearRow): number {
  return parseAddress(source.cell)?.row ?? 0;
}

/** Who is to report a row. */
function leadOf({ plan, row }: Entry): string | undefined {
  return plan.rows.find(({ id }) => id === row)?.reporters.names[0];
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
    return [{ entry, source, typed, before, step, rate: null, astray: true, column, row: at?.row ?? 0 }];
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

function isUnlikeRate(figure: Observation, per: number | null): boolean {
  return per !== null && fitsFraction(figure, per) === false;
}

/** What a row's figure may well move in a year: its greatest step and a half, or this share. */
const AT_HOME_STEPS = decimal("1.5");
const AT_HOME_SHARE = decimal("0.03");

/** Whether the figure would be at home in the row `other`. */
export function suits({ typed }: YearRow, other: YearRow | undefined): boolean {
  if (typed === null || other === undefined) return false;
  if (isRateOf(typed, other)) return true;
  if (other.before === null) return false;
  const apart = typed.value.minus(other.before.value).abs();
  return apart.lte(other.step.times(AT_HOME_STEPS)) || apart.lte(other.before.value.times(AT_HOME_SHARE));
}

/** Whether the figure is what the fraction of the row `other` makes, as far as its digits tell. */
function isRateOf({ value }: Observation, { rate }: YearRow): boolean {
  return rate !== null && rate.toDecimalPlaces(shownDigits(value)).eq(value);
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
  if (one === undefined || another === undefined) return false;
  return apartFrom(typed, one, least)
    .times(TIMES_NEARER)
    .lte(apartFrom(typed, another, ([first]) => first));
}

/**
 * How far a figure is from what a row had before, and from what its fraction makes: of the row it may belong to the
 * nearer counts, of the row it stands in the former: a block is pasted with its fractions, or without.
 */
function apartFrom(
  { value }: Observation,
  { before, rate }: YearRow,
  pick: (apart: readonly Decimal[]) => Decimal | undefined,
): Decimal {
  const known = [before?.value ?? null, rate].flatMap((each) => each ?? []);
  return pick(known.map((each) => value.minus(each).abs())) ?? value;
}

function least(apart: readonly Decimal[]): Decimal | undefined {
  return apart.length === 0 ? undefined : leastOf(apart);
}

export function misplaced({ entry, source, typed }: YearRow, other: YearRow): Misplaced {
  const known = other.before === null ? "" : `${other.before.year}年${other.before.display}`;
  const isRate = typed !== null && isRateOf(typed, other);
  return {
    cell: source.cell,
    name: entry.indicator.name,
    display: typed?.display ?? "",
    neighbour: other.entry.indicator.name,
    before: isRate ? "按分子分母的数" : known,
  };
}
