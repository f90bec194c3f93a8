import { round, type Decimal } from "../../../terms/decimal.js";
import { traitsOf } from "../../../plan/target-kinds.js";
import { isBand } from "../../../score/methods/course.js";
import { paceNeeded, paceSoFar } from "../../../score/methods/steps.js";
import { verbOf } from "../../words/change.js";
import { amountIn, isToldFromMiddle } from "../../words/goal-text.js";
import { visibleDecimals, type Scale } from "../../words/number.js";
import type { RowFacts } from "../../row-facts.js";
import { STATUS } from "../../../terms/status.js";
import { counted } from "../../words/wording.js";
import { asShown } from "../../words/shown.js";

/**
 * The pace of a row: 到2030年需年均提高0.80个百分点，近五年年均提高0.30个百分点. Worked out from the shown figures.
 * "" where a pace says nothing: the target is met, only watched or there or not, a ratio, few events.
 */
export function paceText(facts: RowFacts): string {
  // Where a row is on its way, the pace is no matter.
  if (!hasPace(facts) || !STATUS[facts.scored.status].behind) return "";
  const row = asShown(facts);
  const needed = paceNeeded(row, facts.plan.period.end);
  if (needed.reason === "alreadyMet") return "";
  const ahead = needed.value === null ? "" : neededText(needed.value, facts);
  // The change since the baseline has been told: by the year it only says something beside what is needed.
  if (ahead === "") return "";
  const soFar = paceSoFar(row).value;
  // That a figure has not moved has been said with its change.
  const isSaid = soFar === null || (soFar.isZero() && !isBanded(facts));
  return isSaid ? ahead : `${ahead}，${soFarText(soFar, facts)}`;
}

function hasPace({ scored, scale }: RowFacts): boolean {
  const traits = traitsOf(scored.indicator.target);
  if (traits.stepwise || traits.class === "watched" || isToldFromMiddle(scored.indicator.target))
    return false;
  return !scale.ratio && !scored.flags.includes("smallNumbers");
}

/** A strict target one step away needs no pace: the gap says how it is missed. */
function neededText(pace: Decimal, facts: RowFacts): string {
  const { scored, plan } = facts;
  if (pace.isZero()) return "";
  const yearly = plan.period.end - scored.year === 1 ? "" : "年均";
  const lead = isBanded(facts) ? "与目标的差距" : "";
  return `${lead}到${plan.period.end}年需${yearly}${moveText(pace, facts)}`;
}

function soFarText(pace: Decimal, facts: RowFacts): string {
  const { scored } = facts;
  const years = scored.year - (scored.baseline?.year ?? scored.year);
  const lead = `近${counted(years)}年`;
  if (pace.isZero()) return `${lead}差距没有变化`;
  return `${lead}${years === 1 ? "" : "年均"}${moveText(pace, facts)}`;
}

/** 提高0.30个百分点; of a band, by how much the distance from it shrinks: 缩小0.30个百分点. */
function moveText(pace: Decimal, facts: RowFacts): string {
  const { scored, scale } = facts;
  const up = pace.gt(0);
  const verb = isBanded(facts) ? (up ? "缩小" : "扩大") : verbOf(scored.indicator, up ? "up" : "down");
  return `${verb}${amountIn({ ...scale, decimals: paceDecimals(pace, scale) }, pace.abs())}`;
}

/**
 * Two paces are compared, so each shows two digits that count, beyond the row's own only where they are not 0; a yearly
 * share of whole things is seldom whole.
 */
function paceDecimals(pace: Decimal, { decimals, rounding }: Scale): number {
  if (decimals === 0 && pace.isInteger()) return 0;
  const own = Math.max(decimals, 1);
  const counting = visibleDecimals(pace.div(10), own, rounding);
  return Math.max(own, round(pace, counting, rounding).decimalPlaces());
}

function isBanded({ scored }: RowFacts): boolean {
  return scored.goal !== null && isBand(scored.goal);
}
