import type { Decimal } from "../../terms/decimal.js";
import type { Indicator } from "../../plan/plan.js";
import { distance } from "../goal.js";
import type { Outcome, OutcomeReason } from "../method.js";
import type { Goal, YearValue } from "../scorecard.js";
import { ln } from "./estimate.js";
import { known, none } from "./outcome.js";

type Range = Indicator["range"];

/** The year a target is reached, or why it is not. */
export type Reach = { value: number; reason: null } | { value: null; reason: OutcomeReason };

/** Beyond this many years a pace says nothing of when. */
const HORIZON = 100;

/** Estimated years that differ by less are the same: logarithms carry 18 digits, and are divided. */
const NOISE = "1e-9";

/** x + (x−B)·(year−t)/(t−b), the line through baseline and year t, held at the natural limits. */
export function projectLine(base: YearValue, now: YearValue, year: number, range: Range): Outcome {
  const gone = now.year - base.year;
  if (gone <= 0) return none("noTimeElapsed");
  const change = now.value
    .minus(base.value)
    .times(year - now.year)
    .div(gone);
  return known(within(range, now.value.plus(change)));
}

/** x·f^(year−t), f the annual factor since the baseline. Held at the natural limits. */
export function projectGrowth(factor: Decimal, now: YearValue, year: number, range: Range): Outcome {
  return known(within(range, now.value.times(factor.pow(year - now.year))));
}

function within({ min, max }: Range, value: Decimal): Decimal {
  if (value.lt(min)) return min;
  return max !== null && value.gt(max) ? max : value;
}

/** When the distance to the goal, shrinking by the same amount a year, is gone. `now` does not meet the goal. */
export function reachByLine(base: YearValue, now: YearValue, goal: Goal, range: Range): Reach {
  const gone = now.year - base.year;
  if (gone <= 0) return { value: null, reason: "noTimeElapsed" };
  const left = distance(goal, now.value);
  const closed = distance(goal, base.value).minus(left);
  if (closed.lte(0) || outOfRange(goal, range)) return never;
  return arrival(now.year, left.times(gone).div(closed), isStrict(goal), 0);
}

/** When figures that multiply by the annual factor come to the goal's one edge. `now` does not meet the goal. */
export function reachByGrowth(factor: Decimal, now: YearValue, goal: Goal, range: Range): Reach {
  const edge = goal.low ?? goal.high;
  const nearer = goal.low === null ? factor.lt(1) : factor.gt(1);
  if (edge === null || edge.lte(0) || !nearer || outOfRange(goal, range)) return never;
  return arrival(now.year, ln(edge.div(now.value)).div(ln(factor)), isStrict(goal), NOISE);
}

const never: Reach = { value: null, reason: "neverAtThisPace" };

/** The first whole year at which the target is met; a strict one asks for more than arriving at its edge. */
function arrival(year: number, after: Decimal, strict: boolean, noise: string | number): Reach {
  const whole = after.round();
  const exact = after.minus(whole).abs().lte(noise);
  const years = exact ? whole.plus(strict ? 1 : 0) : after.ceil();
  return years.gt(HORIZON) ? never : { value: year + years.toNumber(), reason: null };
}

function isStrict({ lowStrict, highStrict }: Goal): boolean {
  return lowStrict || highStrict;
}

/** No pace leads past a natural limit: more than 100 % is never reached. */
function outOfRange(goal: Goal, { min, max }: Range): boolean {
  const { low, high } = goal;
  const tooHigh = low !== null && max !== null && (goal.lowStrict ? low.gte(max) : low.gt(max));
  const tooLow = high !== null && (goal.highStrict ? high.lte(min) : high.lt(min));
  return tooHigh || tooLow;
}
