import type { Decimal } from "../terms/decimal.js";
import { distance, meets } from "./goal.js";
import { verdict, type Case, type Judgement } from "./kinds/kind.js";
import type { Baseline, Goal } from "./scorecard.js";

/** What the pace of a numeric row is judged by. */
export type PaceCase = Pick<Case, "baseline" | "value" | "year" | "end" | "pace">;

/**
 * Judges a numeric target: met, else by the pace ρ = P/τ. With d the distance to the goal, P is
 * (d(B)−d(x))/d(B): for a threshold not yet met this is (x−B)/(T−B).
 */
export function judgeByPace(context: PaceCase, goal: Goal): Judgement {
  const { baseline, value, pace } = context;
  if (meets(goal, value)) return verdict("achieved", "met");
  if (baseline === null) return verdict("unmet", "noBaseline");
  if (meets(goal, baseline.value)) return verdict("offTrack", "lostTarget");
  if (distance(goal, baseline.value).isZero()) {
    // A strict target equal to the baseline leaves no way to measure progress along.
    return verdict(distance(goal, value).isZero() ? "slow" : "offTrack", "targetIsBaseline");
  }
  if (keepsPace(context, baseline, goal, pace.onTrack)) return verdict("onTrack", "pace");
  if (keepsPace(context, baseline, goal, pace.slow)) return verdict("slow", "pace");
  return verdict("offTrack", "pace");
}

/** ρ ≥ cut, cross-multiplied: (d(B)−d(x))·(end−b) ≥ cut·d(B)·(t−b). */
function keepsPace(context: PaceCase, baseline: Baseline, goal: Goal, cut: Decimal): boolean {
  const whole = distance(goal, baseline.value);
  const done = whole.minus(distance(goal, context.value));
  const yearsInAll = context.end - baseline.year;
  const yearsGone = context.year - baseline.year;
  return done.times(yearsInAll).gte(cut.times(whole).times(yearsGone));
}

/** P of a goal with one bound T, (x−B)/(T−B): beyond 1 once T is passed. Null unless B is short of T. */
export function progressToThreshold(context: Case, goal: Goal): Decimal | null {
  const { baseline, value } = context;
  const threshold = goal.low ?? goal.high;
  if (baseline === null || threshold === null || distance(goal, baseline.value).isZero()) return null;
  return value.minus(baseline.value).div(threshold.minus(baseline.value));
}

/** P of a band, (d(B)−d(x))/d(B): 1 anywhere inside. Null unless B is outside. */
export function progressToBand(context: Case, goal: Goal): Decimal | null {
  const { baseline, value } = context;
  if (baseline === null) return null;
  const whole = distance(goal, baseline.value);
  return whole.isZero() ? null : whole.minus(distance(goal, value)).div(whole);
}
