import { judgedOf } from "../../plan/lookup.js";
import type { Scorecard } from "../../score/scorecard.js";
import { bestRows } from "../memos/best-rows.js";
import type { JudgedFacts } from "../row-facts.js";
import { cited } from "../words/cited.js";
import { copulaOf } from "../words/copula.js";
import { withoutIdleZeros } from "../words/idle-zeros.js";
import { figure } from "../words/number.js";
import { joined, verdictText } from "../words/rules/rule-words.js";
import { verdictOf } from "../words/rules/rules.js";

/**
 * What a leader would name: binding rows that have met their target since the baseline, then a row of each domain in the
 * plan's order, within a domain those that came farthest first.
 */
export function newlyMet(scorecard: Scorecard): JudgedFacts[] {
  const met = bestRows(scorecard).filter(({ scored }) => scored.status === "achieved");
  const rowOf = ({ scored }: JudgedFacts) =>
    scorecard.rows.find((row) => judgedOf(row).some(({ id }) => id === scored.id))?.row;
  const binding = met.filter((facts) => rowOf(facts)?.nature === "binding");
  const others = met.filter((facts) => !binding.includes(facts));
  const byDomain = scorecard.plan.domains.map(({ id }) =>
    others.filter((facts) => rowOf(facts)?.domain === id),
  );
  const rounds = others.flatMap((_, round) => byDomain.flatMap((own) => own.slice(round, round + 1)));
  return [...binding, ...rounds];
}

/** 5岁以下儿童贫血率为3.35%，实现低于4%的目标: what was reached, against what was asked. */
export function metText(facts: JudgedFacts): string {
  const { scored, scale } = facts;
  const value = cited(figure(scale, scored.value), scored.id, scored.year);
  const said = joined(`${copulaOf(scored)}${value}`, verdictText(verdictOf(facts)));
  return `${scored.indicator.name}${withoutIdleZeros(said, facts)}`;
}
