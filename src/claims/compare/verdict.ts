import { sitesApartVerdict, sitesMovedVerdict } from "./site-moves.js";
import type { Claim, Of, Verdict } from "../claim.js";
import { indicatorsOf } from "../../plan/lookup.js";
import type { Facts } from "../facts.js";
import {
  besideVerdict,
  extremeVerdict,
  extremumVerdict,
  groupsApartVerdict,
  rowTimesVerdict,
  thanVerdict,
} from "./beside.js";
import { changeVerdict, multipleVerdict, sumVerdict } from "./changes.js";
import {
  coursesVerdict,
  directionVerdict,
  recordVerdict,
  streakVerdict,
  timesMovedVerdict,
  yearsMovedVerdict,
} from "./courses.js";
import { growthVerdict } from "./growth.js";
import { widenedVerdict } from "./widened.js";
import {
  beyondVerdict,
  gapVerdict,
  metVerdict,
  paceVerdict,
  shortVerdict,
  targetVerdict,
  timesGoalVerdict,
} from "./goals.js";
import { sitesVerdict } from "./sites.js";
import { isSlipOfPen } from "./slip-of-pen.js";
import { alertVerdict, natureVerdict, statusVerdict } from "./statuses.js";
import { loneVerdict } from "./lone.js";
import { caseShareVerdict, partVerdict } from "./cases.js";
import { AGREE, UNMATCHED } from "./any-of.js";
import { casesVerdict, levelVerdict } from "./levels.js";
import { milestoneVerdict, projectVerdict, quantityVerdict } from "./projects.js";
import { listedVerdict, manyVerdict } from "./listed.js";
import { rankedVerdict, togetherVerdict } from "./ranked.js";
import { earlyVerdict, reachVerdict, wayGoneVerdict } from "./ahead.js";
import { shareVerdict, tallyVerdict } from "./tallies.js";

type Comparisons = { [K in Claim["kind"]]: (claim: Of<K>, facts: Facts) => Verdict };

/** How each kind of claim is held against the facts. */
const COMPARISONS: Comparisons = {
  level: levelVerdict,
  change: changeVerdict,
  multiple: multipleVerdict,
  direction: directionVerdict,
  streak: streakVerdict,
  record: recordVerdict,
  timesMoved: timesMovedVerdict,
  yearsMoved: yearsMovedVerdict,
  target: targetVerdict,
  gap: gapVerdict,
  timesGoal: timesGoalVerdict,
  wayGone: wayGoneVerdict,
  beyond: beyondVerdict,
  pace: paceVerdict,
  early: earlyVerdict,
  reach: reachVerdict,
  met: metVerdict,
  short: shortVerdict,
  status: statusVerdict,
  cases: casesVerdict,
  part: partVerdict,
  caseShare: caseShareVerdict,
  extreme: extremeVerdict,
  sitesMoved: sitesMovedVerdict,
  sitesApart: sitesApartVerdict,
  extremum: extremumVerdict,
  beside: besideVerdict,
  than: thanVerdict,
  rowTimes: rowTimesVerdict,
  groupsApart: groupsApartVerdict,
  lone: loneVerdict,
  growth: growthVerdict,
  widened: widenedVerdict,
  courses: coursesVerdict,
  alert: alertVerdict,
  nature: natureVerdict,
  sites: sitesVerdict,
  sum: sumVerdict,
  tally: tallyVerdict,
  ranked: rankedVerdict,
  together: togetherVerdict,
  listed: listedVerdict,
  many: manyVerdict,
  share: shareVerdict,
  project: projectVerdict,
  quantity: quantityVerdict,
  milestone: milestoneVerdict,
  unmatched: () => UNMATCHED,
};

/**
 * Right, wrong, or nothing to compare with. What is uncertain can be right, but wrong only where it is what is right
 * but for a slip of the pen: a figure of something else is not so near by chance.
 */
export function verdictOf(claim: Claim, facts: Facts): Verdict {
  const compare = COMPARISONS[claim.kind] as (claim: Claim, facts: Facts) => Verdict;
  const verdict = compare(claim, facts);
  if (verdict.state !== "differ") return verdict;
  if (claim.nearGoal === true && isOfGoal(claim, facts)) return AGREE;
  if (isOfAnothersGoal(claim, facts)) return UNMATCHED;
  if (claim.sure || isTurned(claim, compare, facts)) return verdict;
  return (isAnybodys(claim) ? null : slipIn(claim, compare, facts)) ?? UNMATCHED;
}

/** 控制目标8/10万, 高于25%的上限8.24个百分点: the goal's own figure, or how far the row is from it. */
function isOfGoal(claim: Claim, facts: Facts): boolean {
  if (claim.kind !== "level" && claim.kind !== "change") return false;
  if (claim.kind === "level" && claim.within === true) return false;
  const { figure, years, options } = claim;
  const { at, written, sure, doubt } = claim;
  const of = { at, written, sure, doubt, options, years, figure };
  const verdict =
    claim.kind === "change" || figure.points
      ? gapVerdict({ ...of, kind: "gap", goal: null, where: claim.where ?? null }, facts)
      : targetVerdict({ ...of, kind: "target" }, facts);
  return verdict.state === "agree";
}

/** Words that leave open whose figure it is: much the same may be true of others. */
function isAnybodys({ doubt }: Claim): boolean {
  return doubt === "whose" || doubt === "other";
}

/** The right figure to its digits, told to be more where it is less: what else would be so near. */
function isTurned(claim: Claim, compare: (claim: Claim, facts: Facts) => Verdict, facts: Facts): boolean {
  if (!("figure" in claim) || claim.figure == null || isAnybodys(claim)) return false;
  const { hedge, form, value } = claim.figure;
  if (hedge !== "exact" || form !== "number" || value.decimalPlaces() < LEAST_DECIMALS) return false;
  const turned =
    "sign" in claim && claim.sign !== 0
      ? { ...claim, sign: claim.sign > 0 ? (-1 as const) : (1 as const) }
      : claim.kind === "level" && claim.moved !== 0
        ? { ...claim, moved: 0 as const }
        : null;
  return turned !== null && compare(turned, facts).state === "agree";
}

/** Figures of fewer are as much by chance. */
const LEAST_DECIMALS = 2;

/** What is said of goals, or of points that may be told from one. */
const OF_GOALS: ReadonlySet<Claim["kind"]> = new Set<Claim["kind"]>([
  "target",
  "gap",
  "timesGoal",
  "pace",
  "early",
  "reach",
  "short",
  "met",
  "status",
  "lone",
  "alert",
]);

/** The goals of another plan's rows are in that plan: 九年义务教育巩固率 may be that of girls, and of all. */
function isOfAnothersGoal(claim: Claim, { plan }: Facts): boolean {
  if (!("options" in claim) || !(claim.nearGoal === true || OF_GOALS.has(claim.kind))) return false;
  const own = indicatorsOf(plan);
  return claim.options.some(({ id }) => !own.some((each) => each.id === id));
}

/** The year of those that may be meant in which the figure is a slip of the pen; null where there is none. */
function slipIn(
  claim: Claim,
  compare: (claim: Claim, facts: Facts) => Verdict,
  facts: Facts,
): Verdict | null {
  if (!("options" in claim)) return null;
  const verdicts = claim.years.map((year) => compare({ ...claim, years: [year] }, facts));
  return verdicts.find((each) => each.state === "differ" && isSlip(claim, each)) ?? null;
}

/** Only figures with decimals, or of thousands, say so much. */
function isSlip(claim: Claim, { right }: Extract<Verdict, { state: "differ" }>): boolean {
  if (!("options" in claim && "figure" in claim) || claim.figure == null) return false;
  const { figure } = claim;
  const isExact = figure.hedge === "exact" && figure.form === "number";
  return isExact && (!figure.value.isInteger() || figure.value.gte(1000)) && isSlipOfPen(figure.text, right);
}
