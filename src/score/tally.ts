import { STATUS, STATUSES, type Status } from "../terms/status.js";
import type { ScoredRow, Tally } from "./scorecard.js";

/** Counts rows by status; every status is there, and they sum to `total`. */
export function tallyOf(rows: readonly Pick<ScoredRow, "status">[]): Tally {
  const counted = STATUSES.map((status) => [status, count(rows, status)] as const);
  const counts = Object.fromEntries(counted) as Record<Status, number>;
  return {
    total: rows.length,
    assessable: rows.filter(({ status }) => STATUS[status].judged).length,
    ...counts,
  };
}

function count(rows: readonly Pick<ScoredRow, "status">[], wanted: Status): number {
  return rows.filter(({ status }) => status === wanted).length;
}
