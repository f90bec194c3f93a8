import type { Plan } from "../../../plan/plan.js";
import type { Rule, ScoredIndicator } from "../../../score/scorecard.js";
import { statusName } from "../../../terms/status.js";
import { factsOf, type RowFacts } from "../../row-facts.js";
import { figure } from "../number.js";
import * as beside from "./beside.js";
import * as directions from "./directions.js";
import * as figures from "./figures.js";
import { alone, settled, type RuleWords, type Verdict } from "./rule-words.js";
import * as unjudged from "./unjudged.js";

/** A compound row is told part by part; the row itself has no clause. */
const worstPart: RuleWords<"worstPart"> = {
  clause: () => alone(""),
  // The parts that decide the row's status: those that share it.
  reason: ({ scored, plan }) =>
    scored.parts
      .filter(({ status }) => status === scored.status)
      .map((part) => `${part.indicator.name}${reasonOf(part, plan)}`)
      .join("；"),
  conclusion: ({ scored, final }) => {
    const said = scored.parts.map((part) => `${part.id}${statusName(part.status, final)}`).join("，");
    return `${said}；取有数据的各部分中最差的`;
  },
  ...settled,
};

/** One row a rule of judgement. */
const RULES: { [R in Rule]: RuleWords<R> } = {
  ...unjudged,
  ...figures,
  ...directions,
  ...beside,
  worstPart,
};

/** The words of the rule that decided the row, so that they may be asked about that row. */
function wordsOf({ scored }: RowFacts): RuleWords<Rule> {
  return RULES[scored.rule];
}

/** How a row stands to its target, in a clause. */
export function verdictOf(facts: RowFacts): Verdict {
  return wordsOf(facts).clause(facts);
}

/** Why a row has its status, in one short line without a full stop: 2025年4.49‰，低于目标值4.5‰. */
export function reasonOf(scored: ScoredIndicator, plan: Plan): string {
  const facts = factsOf(scored, plan);
  const clause = reasonClause(facts);
  if (scored.value === null) return clause;
  const value = `${scored.year}年${figure(facts.scale, scored.value)}`;
  return clause === "" ? value : `${value}，${clause}`;
}

/** The reason without year and figure. */
function reasonClause(facts: RowFacts): string {
  return wordsOf(facts).reason(facts);
}

/** The clause of the method that the explained steps lead to. */
export function conclusionOf(facts: RowFacts): string {
  return wordsOf(facts).conclusion(facts);
}

/** Why nothing is judged yet and what would change that; "" where it is judged. */
export function pendingOf(facts: RowFacts): string {
  return wordsOf(facts).pending(facts);
}
