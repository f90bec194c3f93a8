import { isLastYear } from "../plan/period.js";
import type { PlanRow } from "../plan/plan.js";
import { traitsOf } from "../plan/target-kinds.js";
import { STATUS, type Status } from "../terms/status.js";
import type { Scorecard, ScoredRow } from "./scorecard.js";
import { largest, smallest } from "../terms/long-lists.js";

/** A row whose status is not what it was. */
export interface StatusChange {
  id: string;
  /** As it is scored now. */
  row: ScoredRow;
  from: Status;
  to: Status;
  /**
   * other: to or from a status that ranks nowhere (missing, observed, not met without a baseline), from a word used
   * before the plan's last year to its like of the last year, or on course and then reached: the plan fulfilled.
   */
  direction: "better" | "worse" | "other";
}

/** Rows of `now`, in its order, whose status was another in `then`: the year before, or the mid-term. */
export function statusChanges(
  now: Scorecard,
  then: { rows: readonly Pick<ScoredRow, "id" | "status">[] },
): StatusChange[] {
  const before = new Map(then.rows.map(({ id, status }) => [id, status]));
  return now.rows.flatMap((row) => {
    const from = before.get(row.id);
    if (from === undefined || from === row.status) return [];
    const fulfilled = isLastYear(now) && from === "onTrack" && row.status === "achieved";
    return [
      { id: row.id, row, from, to: row.status, direction: fulfilled ? "other" : directionOf(from, row) },
    ];
  });
}

function directionOf(from: Status, { status: to, row }: ScoredRow): StatusChange["direction"] {
  // Without a baseline only one thing can be told: whether the target is met.
  if (from === "unmet" && to === "achieved") return "better";
  if (from === "achieved" && to === "unmet") return "worse";
  const [was, is] = [standingOf(from, row), standingOf(to, row)];
  if (is.length * was.length === 0) return "other";
  if (largest(is) < smallest(was)) return "better";
  return smallest(is) > largest(was) ? "worse" : "other";
}

/** A directional row has nothing above holding: what is 预期可达标 on the way is 已实现 at the end. */
function standingOf(status: Status, row: PlanRow): readonly number[] {
  const holds = status === "achieved" && traitsOf(row.target).class === "directional";
  return STATUS[holds ? "onTrack" : status].stands;
}
