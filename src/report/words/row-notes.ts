import type { Judged } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { turnedBack, type Change } from "./change.js";
import { metYears, yearsSaid } from "./met-years.js";
import { figure } from "./number.js";
import type { JudgedFacts } from "../row-facts.js";
import type { ScoredIndicator } from "../../score/scorecard.js";
import { nameList } from "./wording.js";

/** 2020—2024年曾达标，现已回落: where the rule that decided the status does not say it. */
export function lostText({ scored }: JudgedFacts): string {
  if (!scored.flags.includes("fellBack") || scored.rule === "lostTarget") return "";
  const years = metYears(scored);
  return years.length === 0 ? "" : `${yearsSaid(years)}曾达标，现已${turnedBack(scored.indicator)}`;
}

/**
 * Where few events are counted, chance weighs more than any change from one year to the next; "" elsewhere. What a
 * reviewer must know besides (doubtful baselines, intervals, figures close to a line) stands below the data tables.
 */
export function fewEvents({ scored, scale }: JudgedFacts, changes: readonly Change[]): string {
  if (!scored.flags.includes("smallNumbers")) return "";
  const pooled = scored.rate?.pooled ?? null;
  // None, and none before: nothing is told that chance could explain.
  if (scored.value.isZero() && changes.every(({ kind }) => kind === "level")) return "";
  const years =
    pooled === null
      ? ""
      : `，${pooled.years[0]}—${pooled.years.at(-1)}年三年${pooled.rate.isZero() ? "均为0" : `合并为${figure(scale, pooled.rate)}`}`;
  return `受人数少影响，年度间波动较大${years}`;
}

/** 表中疫苗接种率按最低的镇街列示。: of rows judged by their weakest site; "" where there are none. */
export function weakestNote(indicators: readonly Pick<ScoredIndicator, "indicator" | "groups">[]): string {
  const judged = indicators.filter(({ groups }) => groups !== null);
  const names = nameList([...new Set(judged.map(({ indicator }) => indicator.name))]);
  const sites = [...new Set(judged.map(({ indicator }) => groupingOf(indicator)))].join("、");
  return judged.length === 0 ? "" : `${names}按数值最低的${sites}列示。`;
}

/** 镇街, 机构: what the sites of a row are. */
export function groupingOf({ target }: Judged): string {
  return traitsOf(target).sites?.grouping ?? "单位";
}
