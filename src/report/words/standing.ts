import type { Scorecard, ScoredRow } from "../../score/scorecard.js";
import { copulaOf } from "./copula.js";
import { gapPhrase } from "./goal-text.js";
import { figure } from "./number.js";
import { reasonClause, reasonOf } from "./rules/rules.js";
import { factsOf } from "../row-facts.js";
import { statusName } from "../../terms/status.js";
import { isLastYear } from "../../plan/period.js";

/**
 * A row that is behind, in one clause: 孕产妇死亡率为13.3/10万，距2030年目标值（＜8/10万）还差5.3/10万，达标困难.
 * A direction, which has no distance, is told by the rule that decided it. `when` stands before the figure.
 */
export function standingOf(row: ScoredRow, { plan, year }: Scorecard, when = ""): string {
  const status = statusName(row.status, isLastYear({ plan, year }));
  if (row.value === null) return `${row.row.name}${status}：${reasonOf(row, plan)}`;
  const facts = factsOf(row, plan);
  const gap = gapPhrase(facts);
  const why = gap === "" ? reasonClause(facts) : gap;
  return `${row.row.name}${when}${copulaOf(row)}${figure(facts.scale, row.value)}，${why}，${status}`;
}
