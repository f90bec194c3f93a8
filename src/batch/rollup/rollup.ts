import { judgedOf } from "../../plan/lookup.js";
import type { Judged, Plan, PlanRow } from "../../plan/plan.js";
import { ratesOf } from "../../score/rates.js";
import { countsOf, tallyOf } from "../../score/tally.js";
import type { Rates, Tally } from "../../score/scorecard.js";
import { STATUSES, type Status } from "../../terms/status.js";
import type { Column, District, Gathered } from "./gather.js";
import { indicatorRollup, type IndicatorRollup } from "./indicator-rollup.js";
import { beyond, toldApart, type Limit, type Standing } from "./statistics/chance.js";

/** A district that differs from all together in an indicator by more than chance. */
export interface Apart {
  /** Its place among the districts. */
  district: number;
  side: Standing["side"];
}

/** An indicator over all districts, and which of them differ. */
export interface ToldIndicator extends IndicatorRollup {
  apart: readonly Apart[];
  /** How many districts lie beyond each limit of the funnel, the outer ones counted with the inner. */
  outside: Readonly<Record<Limit, number>>;
}

/** A row of the plan over all districts. */
export interface RowRollup {
  row: PlanRow;
  statuses: Readonly<Record<Status, number>>;
  /** The row, or each part of a compound one. */
  indicators: readonly ToldIndicator[];
}

/** How one district stands: its rates over all its rows. */
export interface DistrictRollup extends District {
  rates: Rates;
  statuses: Readonly<Record<Status, number>>;
}

/** All districts by one plan in one year. */
export interface Rollup {
  plan: Plan;
  year: number;
  districts: readonly DistrictRollup[];
  rows: readonly RowRollup[];
  /** Over all districts' rows, each counted once. */
  rates: Rates;
  tally: Tally;
  columns: ReadonlyMap<string, Column>;
}

/**
 * What many districts are together. Rates of the whole are Σ分子/Σ分母 over the districts that give both and never
 * means; districts are told apart where all comparisons of the report, taken together, show more than chance.
 * Pure; a row that no district has a column of is left out.
 */
export function rollupOf({ year, districts, columns }: Gathered, plan: Plan): Rollup {
  const rows = plan.rows.filter(({ id }) => columns.has(id));
  const indicators = rows
    .flatMap((row): readonly Judged[] => judgedOf(row))
    .flatMap((indicator) => {
      const column = columns.get(indicator.id);
      return column === undefined ? [] : [indicatorRollup(indicator, column, plan.method)];
    });
  const told = new Map(toldOf(indicators).map((each) => [each.indicator.id, each]));
  const statusAt = (row: PlanRow, at: number): Status => columns.get(row.id)!.statuses[at] ?? "noData";
  const standing = districts.map((_, at) => rows.map((row) => ({ row, status: statusAt(row, at) })));
  return {
    plan,
    year,
    columns,
    districts: districts.map((district, at) => ({
      ...district,
      rates: ratesOf(standing[at]!),
      statuses: countsOf(standing[at]!.map(({ status }) => status)),
    })),
    rows: rows.map((row) => ({
      row,
      statuses: countsOf(columns.get(row.id)!.statuses),
      indicators: judgedOf<Judged>(row).flatMap(({ id }) => told.get(id) ?? []),
    })),
    rates: ratesOf(standing.flat()),
    tally: tallyOf(standing.flat()),
  };
}

/** Every indicator of it, parts in the place of compound rows. */
export function indicatorsOf({ rows }: Pick<Rollup, "rows">): ToldIndicator[] {
  return rows.flatMap(({ indicators }) => indicators);
}

/** Statuses that any row of any district has. */
export function presentIn({ rows }: Rollup): Status[] {
  return STATUSES.filter((status) => rows.some(({ statuses }) => statuses[status] > 0));
}

/** The family of comparisons is the whole report's: whoever reads it reads all of them. */
function toldOf(indicators: readonly IndicatorRollup[]): ToldIndicator[] {
  const ps = indicators.flatMap(({ comparison }) => comparison?.standings.map(({ p }) => p) ?? []);
  const apart = toldApart(ps);
  let first = 0;
  return indicators.map((each) => {
    const { districts, standings } = each.comparison ?? { districts: [], standings: [] };
    const own = apart.slice(first, (first += standings.length));
    return {
      ...each,
      apart: districts.flatMap((district, at) => (own[at] ? [{ district, side: standings[at]!.side }] : [])),
      outside: outsideOf(standings),
    };
  });
}

function outsideOf(standings: readonly Standing[]): Record<Limit, number> {
  const limits = standings.map(beyond);
  const outer = limits.filter((limit) => limit === "99.8").length;
  return { "99.8": outer, "95": outer + limits.filter((limit) => limit === "95").length };
}
