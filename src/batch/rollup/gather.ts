import { groupBy } from "../../terms/group-by.js";
import type { Alert } from "../../terms/alert.js";
import type { Status } from "../../terms/status.js";
import type { Decimal } from "../../terms/decimal.js";
import type { Flag, Scorecard, ScoredIndicator } from "../../score/scorecard.js";

/* What stays of the scorecards of many districts: a column of numbers a row and year, and nothing else. */

/** 分子 and 分母 as JSON has them. */
interface RawCounts {
  numerator: number;
  denominator: number;
}

/** A row of a district's scorecard, or a part of one. */
export interface DistrictRow {
  id: string;
  value: number | null;
  /** `pooled`: of three years together, where events are counted. */
  counts: (RawCounts & { pooled: RawCounts | null }) | null;
  status: Status;
  alert: Alert | null;
  flags: readonly Flag[];
}

/** A district's scorecard by one plan. */
export interface DistrictScores {
  code: string;
  name: string;
  plan: string;
  year: number;
  /** Parts of compound rows behind their row. */
  rows: readonly DistrictRow[];
}

export interface District {
  code: string;
  name: string;
}

/**
 * One row over all districts: in each column the district's place is the same. NaN where a district gives none, so that
 * a column is packed numbers: figures have 15 digits at most, which a double holds exactly.
 */
export interface Column {
  values: number[];
  numerators: number[];
  denominators: number[];
  pooledNumerators: number[];
  pooledDenominators: number[];
  statuses: Status[];
  alerts: (Alert | null)[];
  flags: (readonly Flag[])[];
}

/** All districts' scorecards by one plan in one year. */
export interface Gathered {
  plan: string;
  year: number;
  districts: District[];
  columns: Map<string, Column>;
}

/** The rows of a scorecard as score.json has them, for whoever scores and adds up in one go. */
export function districtRows({ rows }: Scorecard): DistrictRow[] {
  return rows.flatMap((row) => [
    districtRow(row, row.alert),
    ...row.parts.map((part) => districtRow(part, null)),
  ]);
}

function districtRow(scored: ScoredIndicator, alert: Alert | null): DistrictRow {
  const { id, value, status, flags, observation, rate } = scored;
  const { numerator = null, denominator = null } = observation ?? {};
  const counts =
    numerator === null || denominator === null
      ? null
      : { ...rawCounts(numerator.value, denominator.value), pooled: pooledCounts(rate) };
  return { id, value: value?.toNumber() ?? null, counts, status, alert, flags };
}

function pooledCounts(rate: ScoredIndicator["rate"]): RawCounts | null {
  const pooled = rate?.pooled ?? null;
  return pooled === null ? null : rawCounts(pooled.numerator, pooled.denominator);
}

function rawCounts(numerator: Decimal, denominator: Decimal): RawCounts {
  return { numerator: numerator.toNumber(), denominator: denominator.toNumber() };
}

/** Gathers scorecards as they come; nothing of a scorecard is kept but its figures. */
export function gatherer() {
  const all = new Map<string, Gathered>();
  const seen = new Map<string, readonly Flag[]>();
  /** Equal lists of flags are one list: there are a few dozen, and a row and district each. */
  const shared = (flags: readonly Flag[]): readonly Flag[] => {
    const key = flags.join(" ");
    const known = seen.get(key);
    if (known === undefined) seen.set(key, [...flags]);
    return known ?? seen.get(key)!;
  };
  return {
    add: ({ code, name, plan, year, rows }: DistrictScores): void => {
      const key = `${plan} ${year}`;
      const into = all.get(key) ?? { plan, year, districts: [], columns: new Map<string, Column>() };
      all.set(key, into);
      into.districts.push({ code, name });
      for (const row of rows) put(columnOf(into, row.id), row, shared(row.flags));
    },
    /** By plan in the order first seen, years ascending. */
    gathered: (): Gathered[] =>
      [...groupBy([...all.values()], ({ plan }) => plan).values()].flatMap((years) =>
        years.sort((a, b) => a.year - b.year),
      ),
  };
}

function columnOf({ columns }: Gathered, id: string): Column {
  const known = columns.get(id);
  if (known !== undefined) return known;
  const column: Column = {
    values: [],
    numerators: [],
    denominators: [],
    pooledNumerators: [],
    pooledDenominators: [],
    statuses: [],
    alerts: [],
    flags: [],
  };
  columns.set(id, column);
  return column;
}

function put(column: Column, { value, counts, status, alert }: DistrictRow, flags: readonly Flag[]) {
  column.values.push(value ?? NaN);
  column.numerators.push(counts?.numerator ?? NaN);
  column.denominators.push(counts?.denominator ?? NaN);
  column.pooledNumerators.push(counts?.pooled?.numerator ?? NaN);
  column.pooledDenominators.push(counts?.pooled?.denominator ?? NaN);
  column.statuses.push(status);
  column.alerts.push(alert);
  column.flags.push(flags);
}
