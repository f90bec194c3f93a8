import { decimal, type Decimal } from "../terms/decimal.js";
import type { Judged, Plan } from "../plan/plan.js";
import { countsEvents, isPercent, unitOf } from "../terms/unit.js";
import { traitsOf } from "../plan/target-kinds.js";
import { meets } from "./goal.js";
import type { Outcome, OutcomeReason, RowTrend } from "./method.js";
import { courseOf, observedGrowth, requiredGrowth, type Course } from "./methods/course.js";
import { annualFactor, classByGrowth, classByRatio, growthRatio, limitScale } from "./methods/growth.js";
import { classOfStatus, linearRatio, statusAt } from "./methods/linear.js";
import { known, none } from "./methods/outcome.js";
import { projectGrowth, projectLine, reachByGrowth, reachByLine, type Reach } from "./methods/projection.js";
import {
  averageReduction,
  classByReduction,
  reductionRatio,
  requiredReduction,
} from "./methods/reduction.js";
import { paceNeeded, paceSoFar, pointsOf, yearsOf } from "./methods/steps.js";
import type { JudgedIndicator, ScoredIndicator } from "./scorecard.js";

/**
 * What the years say of a row: growth, pace, reduction, projection. Worked out where it is asked for, since
 * logarithms are slow and the annual report needs none. A compound row has no trend, its parts have; a row
 * that is there or not has none either; without a value for year t there is none to tell.
 */
export function trendOf(scored: ScoredIndicator, plan: Plan): RowTrend {
  const years = yearsOf(scored);
  const isNot = scored.rule === "worstPart" || scored.rule === "withheld";
  if (isNot || traitsOf(scored.indicator.target).stepwise) {
    return { ...withoutTrend("notApplicable", plan.period.end), years };
  }
  if (scored.rule === "noValue") return { ...withoutTrend("noValue", plan.period.end), years };
  const course = courseOf(scored, scored.value, plan);
  const factor = factorOf(scored);
  const [cagr, aarr] = [growthTrend(scored, course), reductionTrend(scored, course)];
  const linear = classOfStatus(statusAt(scored, scored.value, plan));
  return {
    cagr: { ...cagr, ratio: unlessMet(cagr.ratio, course) },
    linear: { ratio: linearRatio(scored), class: linear },
    aarr: { ...aarr, ratio: unlessMet(aarr.ratio, course) },
    projection: projectionOf(scored, factor, plan.period.end),
    reachYear: reachOf(scored, factor),
    pace: { needed: paceNeeded(scored, plan.period.end), soFar: paceSoFar(scored) },
    years,
  };
}

/** What has been reached is no matter of pace any more. */
function unlessMet(ratio: Outcome, { met }: Course): Outcome {
  return met && ratio.value !== null ? none("alreadyMet") : ratio;
}

function withoutTrend(reason: OutcomeReason, end: number): Omit<RowTrend, "years"> {
  const missing = none(reason);
  return {
    cagr: { observed: missing, required: missing, ratio: missing, class: null },
    linear: { ratio: missing, class: null },
    aarr: { observed: missing, required: missing, ratio: missing, class: null },
    projection: { year: end, value: missing, method: "linear" },
    reachYear: { value: null, reason },
    pace: { needed: missing, soFar: missing },
  };
}

/** Only a limit in the better direction counts; a direction compared with another series has no cuts of its own. */
function growthTrend({ indicator }: JudgedIndicator, course: Course): RowTrend["cagr"] {
  const { base, due, better, met } = course;
  const observed = observedGrowth(course);
  const required = requiredGrowth(course);
  if (better === null || due === null) {
    const directional = traitsOf(indicator.target).class === "directional";
    const judged = directional && better !== null && base !== null;
    const limit = better === "up" ? indicator.range.max : indicator.range.min;
    const growthClass = judged ? classByGrowth(observed, better, limitScale(base.value, limit)) : null;
    return { observed, required, ratio: none("noTarget"), class: growthClass };
  }
  const ratio = growthRatio(observed, required, better);
  return { observed, required, ratio, class: met ? "upper" : classByRatio(observed, required, better) };
}

/** For rates of events that should fall; other rows have the reason notApplicable. */
function reductionTrend(scored: JudgedIndicator, { due, base, met }: Course): RowTrend["aarr"] {
  if (!isFallingRate(scored)) return withoutTrend("notApplicable", 0).aarr;
  const observed = averageReduction(pointsOf(scored));
  const required =
    due === null ? none("noTarget") : base === null ? none("noBaseline") : requiredReduction(base, due);
  const ratio = reductionRatio(observed, required);
  return { observed, required, ratio, class: met ? "upper" : classByReduction(observed, required) };
}

/** Rates of events that should fall are followed by their rate of reduction. */
function isFallingRate({ indicator }: ScoredIndicator): boolean {
  return countsEvents(unitOf(indicator.unit)) && traitsOf(indicator.target).better === "down";
}

/**
 * The annual factor by which a row is drawn on. Rates of events fall by a share of what is left; all else,
 * and rates from or to 0, follow a straight line: null.
 */
function factorOf(scored: JudgedIndicator): Decimal | null {
  const { baseline } = scored;
  return baseline === null || !isFallingRate(scored) ? null : annualFactor(baseline, scored).value;
}

function projectionOf(scored: JudgedIndicator, factor: Decimal | null, end: number): RowTrend["projection"] {
  const { baseline, year, value } = scored;
  const range = rangeOf(scored);
  if (year >= end) return { year: end, value: known(value), method: "reported" };
  if (scored.flags.includes("smallNumbers"))
    return { year: end, value: none("smallNumbers"), method: "linear" };
  if (baseline === null) return { year: end, value: none("noBaseline"), method: "linear" };
  return factor === null
    ? { year: end, value: projectLine(baseline, scored, end, range), method: "linear" }
    : { year: end, value: projectGrowth(factor, scored, end, range), method: "cagr" };
}

/**
 * The natural limits of a forecast. A percentage that may pass 100 and never has, 巩固率, is not drawn beyond it;
 * one that has, 毛入学率, is.
 */
function rangeOf({ indicator, baseline, series }: JudgedIndicator): Judged["range"] {
  const { range, unit } = indicator;
  const points = baseline === null ? series : [baseline, ...series];
  const open = range.max === null && isPercent(unitOf(unit)) && points.every(({ value }) => value.lte(FULL));
  return open ? { ...range, max: FULL } : range;
}

const FULL = decimal(100);

function reachOf(scored: JudgedIndicator, factor: Decimal | null): Reach {
  const { goal, baseline, value, indicator } = scored;
  if (goal === null || !traitsOf(indicator.target).numeric) return { value: null, reason: "noTarget" };
  if (meets(goal, value)) return { value: null, reason: "alreadyMet" };
  if (scored.flags.includes("smallNumbers")) return { value: null, reason: "smallNumbers" };
  if (baseline === null) return { value: null, reason: "noBaseline" };
  return factor === null
    ? reachByLine(baseline, scored, goal, indicator.range)
    : reachByGrowth(factor, scored, goal, indicator.range);
}
