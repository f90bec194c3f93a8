import { decimal } from "../../terms/decimal.js";
import type { Plan } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Rule, ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { changeSince } from "./change.js";
import { gapPhrase, targetText } from "./goal-text.js";
import { figureWords } from "./kind-words.js";
import { figure, roundedClear } from "./number.js";
import { factsOf, type RowFacts } from "../row-facts.js";
import { verdictOf, verdictText } from "./verdict.js";

/** Why a row has its status, in one short line without a full stop: 2025年4.49‰，低于目标值4.5‰. */
export function reasonOf(scored: ScoredIndicator, plan: Plan): string {
  return reasonFrom(factsOf(scored, plan));
}

/** The clause of the rule alone, without year and figure. */
export function reasonClause(facts: RowFacts): string {
  return REASONS[facts.scored.rule](facts);
}

function reasonFrom(facts: RowFacts): string {
  const { scored, scale } = facts;
  const clause = reasonClause(facts);
  if (scored.value === null) return clause;
  const value = `${scored.year}年${figure(scale, scored.value)}`;
  return clause === "" ? value : `${value}，${clause}`;
}

/** One entry per rule of judgement. */
const REASONS: Record<Rule, (facts: RowFacts) => string> = {
  noValue,
  watched: ({ scored }) => `“${scored.indicator.target.text}”，只监测不判定`,
  noBaseline: (facts) =>
    facts.scored.comparator === null
      ? joined(
          gapPhrase(facts),
          facts.scored.status === "observed" ? "无基期数据，暂不判定" : "无基期数据，无法评价进度",
        )
      : verdictText(verdictOf(facts)),
  noComparator: (facts) => verdictText(verdictOf(facts)),
  met,
  pace,
  lostTarget: (facts) => joined(`${facts.scored.baseline!.year}年已达标，现已回落`, gapPhrase(facts)),
  targetIsBaseline: (facts) => joined(gapPhrase(facts), "目标值即基期水平，未优于基期"),
  binaryUnmet: gapPhrase,
  better: (facts) => joined(sinceBaseline(facts), verdictText(verdictOf(facts))),
  level: (facts) => joined(sinceBaseline(facts), verdictText(verdictOf(facts))),
  worse: (facts) => joined(sinceBaseline(facts), verdictText(verdictOf(facts))),
  notEveryYear: (facts) => joined(sinceBaseline(facts), verdictText(verdictOf(facts))),
  belowLastYear: (facts) => joined(sinceBaseline(facts), verdictText(verdictOf(facts))),
  belowMark: (facts) => joined(sinceBaseline(facts), verdictText(verdictOf(facts))),
  gapNarrowed: (facts) => verdictText(verdictOf(facts)),
  gapNotNarrowed: (facts) => verdictText(verdictOf(facts)),
  worstPart,
};

function joined(...clauses: string[]): string {
  return clauses.filter((clause) => clause !== "").join("，");
}

function noValue({ scored, scale }: RowFacts): string {
  const { previous, year } = scored;
  const latest = previous === null ? "" : `，最近一次为${previous.year}年的${figure(scale, previous.value)}`;
  return `缺${year}年数据${latest}`;
}

/** 低于目标值4.5‰: the comparison that was made, in words. */
function met(facts: RowFacts): string {
  const { indicator, groups } = facts.scored;
  const { comparator, sites } = traitsOf(indicator.target);
  const stands = comparator === null ? figureWords(indicator.target).stands : null;
  if (stands === null) return verdictText(verdictOf(facts));
  const number = targetText(indicator).replace(/^[^\d]*/u, "");
  const all = sites === null || groups === null ? "" : `各${sites.grouping}均`;
  return `${all}${stands(indicator.target)}目标值${number}`;
}

/** The pace is shown with the digits that keep it on its side of the cuts. */
function pace(facts: RowFacts): string {
  const { scored, plan, scale, final } = facts;
  if (scored.pace === null) return gapPhrase(facts);
  if (scored.pace.isNegative() && !scored.pace.isZero()) return joined(gapPhrase(facts), "比基期更远离目标");
  const cuts = [plan.method.pace.onTrack, plan.method.pace.slow, decimal(1)].map((cut) => cut.times(100));
  const percent = roundedClear(scored.pace.times(100), cuts, 0, scale.rounding);
  // In the last year the pro-rata share is the whole way.
  return joined(gapPhrase(facts), final ? `完成目标进程的${percent}%` : `进度为序时进度的${percent}%`);
}

function sinceBaseline({ scored, scale }: RowFacts): string {
  if (scored.baseline === null) return "";
  return changeSince(scored, scale, scored.baseline)?.said ?? "";
}

/** The parts that decide the row's status: those that share it. */
function worstPart({ scored, plan }: RowFacts): string {
  const { parts } = scored as ScoredRow;
  return parts
    .filter(({ status }) => status === scored.status)
    .map((part) => `${part.indicator.name}${reasonOf(part, plan)}`)
    .join("；");
}
