import { decimal, type Decimal } from "../../terms/decimal.js";
import { atOrAbove, meets } from "../goal.js";
import type { Goal } from "../scorecard.js";
import { verdict, type Case, type Judgement, type Kind, type Setting } from "./kind.js";

/** Not more than `tolerance` below the comparator of the same year. */
function comparatorGoal({ comparator }: Setting, tolerance: Decimal): Goal | null {
  return comparator.now === null ? null : atOrAbove(comparator.now.minus(tolerance));
}

/** Short of the comparator, a row is slow while the gap is smaller than it was in the baseline's year. */
function judgeAgainstComparator(context: Case, tolerance: Decimal): Judgement {
  const { comparator, baseline, value } = context;
  const goal = comparatorGoal(context, tolerance);
  if (goal === null || comparator.now === null) return verdict("observed", "noComparator", ["noComparator"]);
  if (meets(goal, value)) return verdict("achieved", "met");
  if (baseline === null || comparator.atBaseline === null) return verdict("unmet", "noBaseline");
  const gapNow = comparator.now.minus(value);
  const gapThen = comparator.atBaseline.minus(baseline.value);
  return gapNow.lt(gapThen) ? verdict("slow", "gapNarrowed") : verdict("offTrack", "gapNotNarrowed");
}

const none = decimal(0);

/** 不低于本地区党员总数中女性比例. */
export const relativeTo: Kind<"relativeTo"> = {
  kind: "relativeTo",
  goal: (setting) => comparatorGoal(setting, none),
  judge: (context) => judgeAgainstComparator(context, none),
  progress: () => null,
  edges: () => [],
  comparator: (target) => target.row,
};

/** 与女职工比例相适应. */
export const matches: Kind<"matches"> = {
  kind: "matches",
  goal: (setting) => comparatorGoal(setting, setting.target.tolerance),
  judge: (context) => judgeAgainstComparator(context, context.target.tolerance),
  progress: () => null,
  edges: () => [],
  comparator: (target) => target.series,
};
