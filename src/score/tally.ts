import { STATUS, STATUSES, type Status } from "../terms/status.js";
import type { ScoredRow, Tally } from "./scorecard.js";

/** Counts rows by status; every status is there, and they sum to `total`. */
export function tallyOf(rows: readonly Pick<ScoredRow, "status">[]): Tally {
  const counts = countsOf(rows.map(({ status }) => status));
  return {
    total: rows.length,
    assessable: rows.filter(({ status }) => STATUS[status].judged).length,
    ...counts,
  };
}

/** How often each status is among them; every status is there. */
export function countsOf(statuses: readonly Status[]): Record<Status, number> {
  const counted = STATUSES.map((status) => [status, statuses.filter((each) => each === status).length]);
  return Object.fromEntries(counted) as Record<Status, number>;
}
