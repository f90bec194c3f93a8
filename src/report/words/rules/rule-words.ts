import type { Rule } from "../../../score/scorecard.js";
import type { RowFacts, RuleFacts } from "../../row-facts.js";
import { statusSaid } from "../labels.js";

/**
 * How a row stands to its target, in a clause: 提前达到 94% 的目标. Neighbours with the same lead and tail can share
 * a sentence (均提前达到94%的目标) unless `alone`.
 */
export interface Verdict {
  /** 2030年: named before it where years have been told in between; "" else. */
  year: string;
  lead: string;
  /** What of it is the row's own; "" where all is in the lead. */
  figure: string;
  tail: string;
  alone: boolean;
  /** 未实现目标: what it all comes to, after whatever else is said of the row; "" where the rest says it. */
  end: string;
}

/** All that is said of a row because the rule R decided its status. */
export interface RuleWords<R extends Rule> {
  /** How the row stands to its target: a clause of its sentence. */
  clause(facts: RuleFacts<R>): Verdict;
  /** Why it has its status, in a short line, its year and figure left out. */
  reason(facts: RuleFacts<R>): string;
  /** The clause of the method that the explained steps lead to. */
  conclusion(facts: RuleFacts<R>): string;
  /** Why nothing is judged yet and what would change that; "" where it is judged. */
  pending(facts: RuleFacts<R>): string;
}

/** A clause neighbours can share. */
export function shared(lead: string, figure = "", tail = ""): Verdict {
  return { year: "", lead, figure, tail, alone: false, end: "" };
}

export function alone(lead: string, end = ""): Verdict {
  return { year: "", lead, figure: "", tail: "", alone: true, end };
}

/** All of it, where nothing else is said of the row. */
export function verdictText(verdict: Verdict): string {
  return joined(standingText(verdict), verdict.end);
}

/** What it says before it comes to an end. */
export function standingText({ year, lead, figure, tail }: Verdict): string {
  return `${year}${lead}${figure}${tail}`;
}

/** Clauses, the empty ones left out. */
export function joined(...clauses: string[]): string {
  return clauses.filter((clause) => clause !== "").join("，");
}

/** 未实现目标: what the plan's last year makes of a target not met; before it the gap says enough. */
export function missedAtEnd({ scored: { status }, final }: RowFacts): string {
  return final ? statusSaid(status === "nearlyAchieved" ? status : "notAchieved", true) : "";
}

/** What is said of pending where nothing is. */
export const settled = { pending: () => "" };

/** 补报2020年或2025年以前任一年的数据后即可: what a baseline would come from. */
export function earlierData({ scored, plan }: Pick<RuleFacts<Rule>, "scored" | "plan">): string {
  return `补报${plan.period.baseline}年或${scored.year}年以前任一年的数据后即可`;
}
