import type { Judged } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { meets } from "../../score/goal.js";
import { turnedBack } from "./change.js";
import { figure } from "./number.js";
import type { JudgedFacts } from "../row-facts.js";

/** 2024年曾达标，现已回落: where the rule that decided the status does not say it. */
export function lostText({ scored }: JudgedFacts): string {
  if (!scored.flags.includes("fellBack") || scored.rule === "lostTarget") return "";
  const year = lastMetYear(scored);
  return year === null ? "" : `${year}年曾达标，现已${turnedBack(scored.indicator)}`;
}

/** The latest year of the data before this one in which the target was met. */
function lastMetYear({ series, goal, year, baseline }: JudgedFacts["scored"]): number | null {
  if (goal === null) return null;
  const points = baseline === null ? series : [baseline, ...series];
  return points.findLast((point) => point.year < year && meets(goal, point.value))?.year ?? null;
}

/**
 * Where few events are counted, chance weighs more than any change from one year to the next; "" elsewhere. What a
 * reviewer must know besides (doubtful baselines, intervals, figures close to a line) stands below the data tables.
 */
export function fewEvents({ scored, scale }: JudgedFacts): string {
  if (!scored.flags.includes("smallNumbers")) return "";
  const pooled = scored.rate?.pooled ?? null;
  const still = scored.value.isZero() && (scored.previous?.value.isZero() ?? true);
  if (still) return "";
  const years =
    pooled === null
      ? ""
      : `，${pooled.years[0]}—${pooled.years.at(-1)}年三年合并为${figure(scale, pooled.rate)}`;
  return `受人数少影响，年度间波动较大${years}`;
}

/** 镇街, 机构: what the sites of a row are. */
export function groupingOf({ target }: Judged): string {
  return traitsOf(target).sites?.grouping ?? "单位";
}
