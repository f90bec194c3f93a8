import type { Comparator } from "../../plan/traits.js";
import type { Target } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { atOrAbove, atOrBelow, meets, shortfall } from "../goal.js";
import type { Goal, OtherFigure } from "../scorecard.js";
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

function comparatorGoal({ target, comparator }: Setting): Goal | null {
  return comparator === null ? null : goalBeside(comparator, askedOf(target));
}

function goalBeside({ value }: OtherFigure, { side, tolerance }: Comparator): Goal {
  return side === "notBelow" ? atOrAbove(value.minus(tolerance)) : atOrBelow(value.plus(tolerance));
}

function askedOf(target: Target): Comparator {
  const { comparator } = traitsOf(target);
  if (comparator === null) throw new Error(`the target “${target.text}” is compared with nothing`);
  return comparator;
}

/** On the wrong side of the comparator, a row is slow while the gap is smaller than it was in the baseline's year. */
function judgeAgainstComparator({ target, comparator, baseline, value }: Case): Judgement {
  if (comparator === null) return verdict("observed", "noComparator", {}, ["noComparator"]);
  const asked = askedOf(target);
  const goal = goalBeside(comparator, asked);
  if (meets(goal, value)) return verdict("achieved", "metBeside", { goal, comparator });
  const { atBaseline } = comparator;
  if (baseline === null || atBaseline === null) return verdict("unmet", "gapUnknown", { goal, comparator });
  const grounds = { goal, baseline, comparator: { ...comparator, atBaseline } };
  const gapNow = shortfall(value, comparator.value, asked.side);
  const gapThen = shortfall(baseline.value, atBaseline, asked.side);
  return gapNow.lt(gapThen)
    ? verdict("slow", "gapNarrowed", grounds)
    : verdict("offTrack", "gapNotNarrowed", grounds);
}
