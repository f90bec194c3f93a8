import { decimal, type Decimal } from "../terms/decimal.js";
import { distance, meets } from "./goal.js";
import { verdict, type Case, type Judgement } from "./kinds/kind.js";
import type { Baseline, Goal, Progress } from "./scorecard.js";

/** What the pace of a numeric row is judged by. */
export type PaceCase = Pick<Case, "baseline" | "value" | "year" | "end" | "pace">;

/**
 * Judges a numeric target: met, else by the pace ρ = P/τ. With d the distance to the goal, P is
 * (d(B)−d(x))/d(B): for a threshold not yet met this is (x−B)/(T−B).
 */
export function judgeByPace(context: PaceCase, goal: Goal): Judgement {
  const { baseline, value, pace } = context;
  if (meets(goal, value)) return verdict("achieved", "met", { goal });
  if (baseline === null) return verdict("unmet", "noBaseline", { goal });
  const grounds = { goal, baseline };
  if (meets(goal, baseline.value)) return verdict("offTrack", "lostTarget", grounds);
  const whole = distance(goal, baseline.value);
  if (whole.isZero()) {
    // A strict target equal to the baseline leaves no way to measure progress along.
    return verdict(distance(goal, value).isZero() ? "slow" : "offTrack", "targetIsBaseline", grounds);
  }
  const made = whole.minus(distance(goal, value)).div(whole);
  const paced = { ...grounds, progress: progressOf(made, context, grounds) };
  if (keepsPace(context, baseline, goal, pace.onTrack)) return verdict("onTrack", "pace", paced);
  if (keepsPace(context, baseline, goal, pace.slow)) return verdict("slow", "pace", paced);
  return verdict("offTrack", "pace", paced);
}

/** P, τ = (t−b)/(end−b) and ρ = P/τ; quotients for output only, nothing compares them. */
export function progressOf(
  made: Decimal,
  { year, end }: Pick<Case, "year" | "end">,
  { baseline, goal }: Pick<Progress, "baseline" | "goal">,
): Progress {
  const gone = decimal(year - baseline.year);
  const inAll = decimal(end - baseline.year);
  return { baseline, goal, made, expected: gone.div(inAll), pace: made.times(inAll).div(gone) };
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
