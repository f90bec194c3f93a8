import type { Judged } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { turnedBack, type Change } from "./change.js";
import { metYears, yearsSaid } from "./met-years.js";
import { figure } from "./number.js";
import type { JudgedFacts } from "../row-facts.js";
import { pointsOf } from "../../score/methods/steps.js";
import type { ScoredIndicator } from "../../score/scorecard.js";
import { joined } from "./rules/rule-words.js";
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
export function fewEvents(facts: JudgedFacts, changes: readonly Change[]): string {
  const { scored, scale } = facts;
  if (!scored.flags.includes("smallNumbers")) return "";
  const pooled = scored.rate?.pooled ?? null;
  // None, and none before: nothing is told that chance could explain.
  if (scored.value.isZero() && changes.every(({ kind }) => kind === "level")) return "";
  const years =
    pooled === null
      ? ""
      : `${pooled.years[0]}—${pooled.years.at(-1)}年三年${pooled.rate.isZero() ? "均为0" : `合并为${figure(scale, pooled.rate)}`}`;
  if (swings(scored)) return joined("受例数少影响，年度间波动较大", years);
  return years === "" ? "" : joined(`例数较少${casesUntold(facts, changes)}`, years);
}

/** （9例）: how many they are, where no change has been told with them. */
function casesUntold({ scored: { rate, value } }: JudgedFacts, changes: readonly Change[]): string {
  const isTold = value.isZero() || changes.some(({ kind }) => kind === "told");
  return isTold || rate === null ? "" : `（${rate.numerator.value.toFixed()}例）`;
}

/** A series swings that has both risen and fallen from one figure to the next by this part of what it is on average. */
const SWING = 0.25;

function swings(scored: JudgedFacts["scored"]): boolean {
  const values = pointsOf(scored).map(({ value }) => value);
  const steps = values.slice(1).map((value, at) => value.minus(values[at]!));
  const mean = values.reduce((sum, value) => sum.plus(value)).div(values.length);
  const large = steps.filter((step) => step.abs().gte(mean.times(SWING)));
  return large.some((step) => step.gt(0)) && large.some((step) => step.lt(0));
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
