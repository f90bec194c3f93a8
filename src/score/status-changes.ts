import { traitsOf } from "../plan/target-kinds.js";
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

/**
 * Where a status ranks, best (0) first. The words of the last year stand for those they replace:
 * 基本实现 for 预期可达标, 未实现 for 进展偏慢 and 达标困难 alike.
 */
const RANKS: Partial<Record<Status, readonly number[]>> = {
  achieved: [0],
  onTrack: [1],
  nearlyAchieved: [1],
  slow: [2],
  offTrack: [3],
  notAchieved: [2, 3],
};

/** A directional row has nothing above holding: what is 预期可达标 on the way is 已实现 at the end. */
const DIRECTIONAL_RANKS: typeof RANKS = { ...RANKS, achieved: [1] };

/** Rows of `now`, in its order, whose status was another in `then`: the year before, or the mid-term. */
export function statusChanges(now: Scorecard, then: Scorecard): StatusChange[] {
  const before = new Map(then.rows.map(({ id, status }) => [id, status]));
  return now.rows.flatMap((row) => {
    const from = before.get(row.id);
    if (from === undefined || from === row.status) return [];
    return [{ id: row.id, row, from, to: row.status, direction: directionOf(from, row) }];
  });
}

function directionOf(from: Status, { status: to, row }: ScoredRow): StatusChange["direction"] {
  // Without a baseline only one thing can be told: whether the target is met.
  if (from === "unmet" && to === "achieved") return "better";
  if (from === "achieved" && to === "unmet") return "worse";
  const ranks = traitsOf(row.target).class === "directional" ? DIRECTIONAL_RANKS : RANKS;
  const [was, is] = [ranks[from] ?? [], ranks[to] ?? []];
  if (is.length * was.length === 0) return "other";
  if (Math.max(...is) < Math.min(...was)) return "better";
  return Math.min(...is) > Math.max(...was) ? "worse" : "other";
}
