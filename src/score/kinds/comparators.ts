import type { Comparator } from "../../plan/traits.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { atOrAbove, atOrBelow, meets, shortfall } from "../goal.js";
import type { Goal } from "../scorecard.js";
import { verdict, type Case, type Judgement, type Kind, type Setting } from "./kind.js";

/**
 * Not on the wrong side of another row or series of the same year, beyond the tolerance:
 * 不低于本地区党员总数中女性比例, 与女职工比例相适应. Which side is the wrong one, the target's traits say.
 */
export const beside: Kind = {
  goal: comparatorGoal,
  judge: judgeAgainstComparator,
  progress: () => null,
  edges: () => [],
};

function comparatorGoal(setting: Setting): Goal | null {
  const { now } = setting.comparator;
  if (now === null) return null;
  const { side, tolerance } = askedOf(setting);
  return side === "notBelow" ? atOrAbove(now.minus(tolerance)) : atOrBelow(now.plus(tolerance));
}

function askedOf({ target }: Setting): Comparator {
  const { comparator } = traitsOf(target);
  if (comparator === null) throw new Error(`the target “${target.text}” is compared with nothing`);
  return comparator;
}

/** On the wrong side of the comparator, a row is slow while the gap is smaller than it was in the baseline's year. */
function judgeAgainstComparator(context: Case): Judgement {
  const { comparator, baseline, value } = context;
  const goal = comparatorGoal(context);
  if (goal === null || comparator.now === null) return verdict("observed", "noComparator", ["noComparator"]);
  if (meets(goal, value)) return verdict("achieved", "met");
  if (baseline === null || comparator.atBaseline === null) return verdict("unmet", "noBaseline");
  const { side } = askedOf(context);
  const gapNow = shortfall(value, comparator.now, side);
  const gapThen = shortfall(baseline.value, comparator.atBaseline, side);
  return gapNow.lt(gapThen) ? verdict("slow", "gapNarrowed") : verdict("offTrack", "gapNotNarrowed");
}
