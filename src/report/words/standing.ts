import type { Plan } from "../../plan/plan.js";
import { judgedOf } from "../../plan/lookup.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { judgedChange } from "./change.js";
import { cited } from "./cited.js";
import { withoutIdleZeros } from "./idle-zeros.js";
import { figure, WITHHELD_WORDS } from "./number.js";
import { verdictText } from "./rules/rule-words.js";
import { slidBack } from "./rules/directions.js";
import { verdictOf } from "./rules/rules.js";
import { siteStanding } from "./site-sentence.js";
import { factsOf, isJudged, type JudgedFacts } from "../row-facts.js";

/**
 * How far a figure is from what is asked, without the figure itself: 比8/10万的目标高8.04/10万; 23个镇街中20个达到98%.
 * What the plan's last year makes of it (未实现目标) is left to the heading or the column beside.
 */
export function shortcomingOf(facts: JudgedFacts): string {
  const { scored, scale } = facts;
  const sites = siteStanding(facts);
  if (sites !== null) return sites;
  const { baseline, year, indicator } = scored;
  const directional = traitsOf(indicator.target).class === "directional";
  const change =
    directional && baseline !== null && baseline.year < year
      ? [judgedChange(scored, scale, baseline).said]
      : [];
  return [...change, slidBack(facts), verdictText(verdictOf({ ...facts, final: false }))]
    .filter((clause) => clause !== "")
    .join("，");
}

/**
 * 孕产妇死亡率为16.04/10万，比8/10万的目标高8.04/10万; of a compound row the parts that have
 * its status. Without the name where a heading has just said it.
 */
export function standingOf(row: ScoredRow, plan: Plan, named = true): string {
  const told = judgedOf<ScoredIndicator>(row).filter(({ status }) => status === row.status);
  return told
    .map((scored) => factsOf(scored, plan))
    .map((facts) => `${named || row.parts.length > 0 ? facts.scored.indicator.name : ""}${figureText(facts)}`)
    .join("；");
}

function figureText(facts: ReturnType<typeof factsOf>): string {
  if (facts.scored.rule === "withheld") return WITHHELD_WORDS;
  if (!isJudged(facts)) return `缺${facts.scored.year}年数据`;
  const sites = siteStanding(facts);
  if (sites !== null) return `，${sites}`;
  const value = cited(figure(facts.scale, facts.scored.value), facts.scored.id, facts.scored.year);
  return withoutIdleZeros(`为${value}${casesOf(facts)}，${shortcomingOf(facts)}`, facts);
}

/** 16.04/10万，1例: a figure as brackets hold it, with the events it is made of where they are few. */
export function bracketedFigure(facts: JudgedFacts): string {
  const value = cited(figure(facts.scale, facts.scored.value), facts.scored.id, facts.scored.year);
  return withoutIdleZeros(`${value}${casesOf(facts).replace(/^（(.*)）$/u, "，$1")}`, facts);
}

/** （1例）: how many events a rate of few of them is made of. */
function casesOf({ scored }: JudgedFacts): string {
  return scored.flags.includes("smallNumbers") && scored.rate !== null
    ? `（${scored.rate.numerator.value.toFixed()}例）`
    : "";
}
