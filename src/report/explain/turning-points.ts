import type { Dataset } from "../../data/dataset.js";
import { decimal, round, shownStep, type Decimal } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import { STATUS, WORST_FIRST } from "../../terms/status.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { distance, meets } from "../../score/goal.js";
import type { Goal, JudgedIndicator, Status } from "../../score/scorecard.js";
import { shown } from "../words/number.js";
import type { JudgedFacts } from "../row-facts.js";
import { statusAt } from "./rescore.js";

/** A figure with its digits, at which the status becomes another one. */
export interface TurningPoint {
  way: "better" | "worse";
  status: Status;
  value: Decimal;
  decimals: number;
}

/** The half-line of values from `value` on: upward of a low bound, downward of a high one. */
interface Bound {
  value: Decimal;
  side: "low" | "high";
  strict: boolean;
}

/** Worst first. Statuses that are no judgement have no place. */
const RANKS: readonly Status[] = WORST_FIRST.filter((status) => STATUS[status].judged);

/**
 * The nearest figures at which the row would have another status: one for every better status, and one
 * each way for a worse one. Bounds come exactly from the cuts of the rule; each is taken to the
 * nearest shown digit that lies safely on its side, and kept only if scoring the row with it gives the status.
 */
export function turningPoints(facts: JudgedFacts, dataset: Dataset): TurningPoint[] {
  const { scored, plan } = facts;
  const { value, status } = scored;
  if (!RANKS.includes(status)) return [];
  const points = pointsOf(facts, value).map((point): Tried => ({
    ...point,
    status: statusAt(point.value, scored, dataset, plan),
  }));
  const near = points.sort((a, b) => gap(a, value).comparedTo(gap(b, value)));
  return [...betterPoints(near, status), ...worsePoints(near, status, value)];
}

/** A figure tried, with the status it would give. */
type Tried = Omit<TurningPoint, "way">;

/** The nearest figure for every better status. */
function betterPoints(near: readonly Tried[], status: Status): TurningPoint[] {
  return RANKS.slice(RANKS.indexOf(status) + 1)
    .map((better) => near.find((tried) => tried.status === better))
    .filter((tried) => tried !== undefined)
    .map((tried) => ({ ...tried, way: "better" }));
}

/** Each way, the first figure that changes the status, where it changes for the worse. */
function worsePoints(near: readonly Tried[], status: Status, value: Decimal): TurningPoint[] {
  const changing = near.filter((tried) => RANKS.includes(tried.status) && tried.status !== status);
  return [changing.find((tried) => tried.value.lt(value)), changing.find((tried) => tried.value.gt(value))]
    .filter((tried) => tried !== undefined)
    .filter((tried) => RANKS.indexOf(tried.status) < RANKS.indexOf(status))
    .map((tried) => ({ ...tried, way: "worse" }));
}

function gap({ value }: { value: Decimal }, from: Decimal): Decimal {
  return value.minus(from).abs();
}

type Point = Pick<TurningPoint, "value" | "decimals">;

/** Both sides of every bound, on the grid of the shown digits, inside the row's natural limits. */
function pointsOf(facts: JudgedFacts, value: Decimal): Point[] {
  const { min, max } = facts.scored.indicator.range;
  return boundsOf(facts)
    .flatMap((bound) => [bound, beyond(bound)])
    .map((bound) => pointWithin(bound, value, facts))
    .filter((point) => point.value.gte(min) && (max === null || point.value.lte(max)));
}

/** What the bound leaves out. */
function beyond({ value, side, strict }: Bound): Bound {
  return { value, side: side === "low" ? "high" : "low", strict: !strict };
}

/** More digits than these two cells cannot differ by. */
const MOST_DECIMALS = 15;

/** The first shown figure inside the bound; with more digits where it would look like the present one. */
function pointWithin(bound: Bound, value: Decimal, facts: JudgedFacts): Point {
  const { scale } = facts;
  let decimals = digitsOf(facts);
  let point = gridPoint(bound, decimals);
  while (point.eq(shown({ ...scale, decimals }, value)) && !point.eq(value) && decimals < MOST_DECIMALS) {
    decimals += 1;
    point = gridPoint(bound, decimals);
  }
  return { value: point, decimals };
}

/** Doctors come whole: where every site reported whole ones, none can gain or lose a part of one. */
function digitsOf({ scored, scale }: JudgedFacts): number {
  const { groups, indicator } = scored;
  if (groups === null || unitOf(indicator.unit).kind === "rate") return scale.decimals;
  return groups.figures.every(({ value }) => value.isInteger()) ? 0 : scale.decimals;
}

/** Rounded toward the inside, so that whoever reports this figure is on the safe side of the bound. */
function gridPoint({ value, side, strict }: Bound, decimals: number): Decimal {
  const step = side === "low" ? shownStep(decimals) : shownStep(decimals).negated();
  const near = round(value, decimals);
  const outside = side === "low" ? near.lt(value) : near.gt(value);
  return outside || (strict && near.eq(value)) ? near.plus(step) : near;
}

function boundsOf(facts: JudgedFacts): Bound[] {
  const { scored } = facts;
  const bounds = scored.goal === null ? [] : goalBounds(scored.goal);
  return [...bounds, ...paceBounds(facts), ...directionBounds(scored), ...narrowingBounds(scored)];
}

function goalBounds(goal: Goal): Bound[] {
  const low: Bound[] = goal.low === null ? [] : [{ value: goal.low, side: "low", strict: goal.lowStrict }];
  const high: Bound[] =
    goal.high === null ? [] : [{ value: goal.high, side: "high", strict: goal.highStrict }];
  return [...low, ...high];
}

/**
 * Where ρ reaches a cut c: ρ ≥ c is d(x) ≤ d(B)·(1 − c·τ), with τ = (t−b)/(end−b). The quotient is exact
 * where it ends within a cell's digits; where it does not, it lies on no shown figure.
 */
function paceBounds({ scored, plan }: JudgedFacts): Bound[] {
  const { goal, baseline, indicator, year } = scored;
  if (!traitsOf(indicator.target).numeric || goal === null || baseline === null) return [];
  if (meets(goal, baseline.value)) return [];
  const whole = distance(goal, baseline.value);
  const inAll = decimal(plan.period.end - baseline.year);
  const gone = decimal(year - baseline.year);
  return [plan.method.pace.onTrack, plan.method.pace.slow]
    .map((cut) => whole.times(inAll.minus(cut.times(gone))).div(inAll))
    .filter((left) => left.gte(0))
    .flatMap((left) => goalBounds(widened(goal, left)));
}

/** All values at most `far` from the goal. */
function widened(goal: Goal, far: Decimal): Goal {
  return {
    low: goal.low?.minus(far) ?? null,
    high: goal.high?.plus(far) ?? null,
    lowStrict: false,
    highStrict: false,
  };
}

/** A direction turns at the baseline and at last year's figure, level or past it. */
function directionBounds({ indicator, baseline, previous }: JudgedIndicator): Bound[] {
  const { class: way, better } = traitsOf(indicator.target);
  if (way !== "directional") return [];
  const side = better === "up" ? "low" : "high";
  return [baseline, previous]
    .filter((each) => each !== null)
    .flatMap(({ value }): Bound[] => [
      { value, side, strict: false },
      { value, side, strict: true },
    ]);
}

/** The gap to the comparator is narrower than it was: x past comparator − gap of the baseline's year, from its own side. */
function narrowingBounds({ comparator, baseline, indicator }: JudgedIndicator): Bound[] {
  const asked = traitsOf(indicator.target).comparator;
  const then = comparator?.atBaseline ?? null;
  if (asked === null || comparator === null || baseline === null || then === null) return [];
  const value = comparator.value.minus(then.minus(baseline.value));
  return [{ value, side: asked.side === "notBelow" ? "low" : "high", strict: true }];
}
