import type { Scorecard, ScoredRow, Status } from "./scorecard.js";

/** A row whose status is not what it was. */
export interface StatusChange {
  id: string;
  /** As it is scored now. */
  row: ScoredRow;
  from: Status;
  to: Status;
  /**
   * other: to or from a status that ranks nowhere (missing, observed, not met without a baseline), or from a
   * word used before the plan's last year to its like of the last year.
   */
  direction: "better" | "worse" | "other";
}

/** Best first; the words of the last year stand beside those they replace. */
const RANKS: readonly (readonly Status[])[] = [
  ["achieved"],
  ["onTrack", "nearlyAchieved"],
  ["slow"],
  ["offTrack", "notAchieved"],
];

/** Rows of `now`, in its order, whose status was another in `then`: the year before, or the mid-term. */
export function statusChanges(now: Scorecard, then: Scorecard): StatusChange[] {
  const before = new Map(then.rows.map(({ id, status }) => [id, status]));
  return now.rows.flatMap((row) => {
    const from = before.get(row.id);
    if (from === undefined || from === row.status) return [];
    return [{ id: row.id, row, from, to: row.status, direction: directionOf(from, row.status) }];
  });
}

function directionOf(from: Status, to: Status): StatusChange["direction"] {
  // Without a baseline only one thing can be told: whether the target is met.
  if (from === "unmet" && to === "achieved") return "better";
  if (from === "achieved" && to === "unmet") return "worse";
  const [was, is] = [rankOf(from), rankOf(to)];
  if (was < 0 || is < 0 || was === is) return "other";
  return is < was ? "better" : "worse";
}

function rankOf(status: Status): number {
  return RANKS.findIndex((rank) => rank.includes(status));
}
