import { traitsOf } from "../plan/target-kinds.js";
import { STATUS, STATUSES, type Status } from "../terms/status.js";
import type { Rate, Rates, ScoredRow, Tally } from "./scorecard.js";

/** Counts rows by status; every status is there, and they sum to `total`. */
export function tallyOf(rows: readonly ScoredRow[]): Tally {
  const counted = STATUSES.map((status) => [status, count(rows, status)] as const);
  const counts = Object.fromEntries(counted) as Record<Status, number>;
  return { total: rows.length, assessable: assessed(rows).length, ...counts };
}

/** The four rates as n/N. In the plan's last year a direction that holds is achieved, not onTrack. */
export function ratesOf(rows: readonly ScoredRow[]): Rates {
  const judged = assessed(rows);
  const ofClass = (wanted: string) => judged.filter(({ row }) => traitsOf(row.target).class === wanted);
  return {
    achievement: share(ofClass("explicit"), ["achieved"]),
    improving: share(ofClass("directional"), ["onTrack", "achieved"]),
    onCourse: share(judged, ["achieved", "onTrack"]),
    overall: share(rows, ["achieved"]),
  };
}

function assessed(rows: readonly ScoredRow[]): ScoredRow[] {
  return rows.filter(({ status }) => STATUS[status].judged);
}

function share(rows: readonly ScoredRow[], statuses: readonly Status[]): Rate {
  return { n: count(rows, ...statuses), of: rows.length };
}

function count(rows: readonly ScoredRow[], ...statuses: readonly Status[]): number {
  return rows.filter(({ status }) => statuses.includes(status)).length;
}
