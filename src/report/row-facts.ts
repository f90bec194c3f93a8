import type { Dataset } from "../data/dataset.js";
import type { Plan } from "../plan/plan.js";
import type {
  CompoundIndicator,
  Grounds,
  JudgedIndicator,
  MissingIndicator,
  Rule,
  Scorecard,
  ScoredIndicator,
  ScoredRow,
  WithheldIndicator,
} from "../score/scorecard.js";
import { scaleOf, type Scale } from "./words/number.js";
import { isLastYear } from "../plan/period.js";
import { judgedOf } from "../plan/lookup.js";

/** What every sentence about an indicator is made from. */
export interface RowFacts<S extends ScoredIndicator = ScoredIndicator> {
  scored: S;
  plan: Plan;
  scale: Scale;
  /** The plan's last year: targets are 已实现, not 已达标. */
  final: boolean;
}

/** The facts of an indicator whose status the rule R decided. */
export type RuleFacts<R extends Rule> = RowFacts<ScoredBy<R>>;

type ScoredBy<R extends Rule> = R extends keyof Grounds
  ? JudgedIndicator<R>
  : R extends "noValue"
    ? MissingIndicator
    : R extends "withheld"
      ? WithheldIndicator
      : CompoundIndicator;

/** The facts of an indicator that has a figure for the year. */
export type JudgedFacts = RowFacts<JudgedIndicator>;

export function isJudged(facts: RowFacts): facts is JudgedFacts {
  return facts.scored.value !== null;
}

export function factsOf<S extends ScoredIndicator>(scored: S, plan: Plan): RowFacts<S> {
  return { scored, plan, scale: scaleOf(scored, plan), final: isLastYear({ plan, year: scored.year }) };
}

/** The matter a report is made of: one plan's scorecard and the figures behind it. */
export interface Matter {
  scorecard: Scorecard;
  dataset: Dataset;
}

/** Name of a row, a part or an auxiliary series; the id itself where the plan does not know it. */
export function nameOf(plan: Plan, id: string): string {
  const indicators = [...plan.rows, ...plan.rows.flatMap(({ parts }) => parts), ...plan.series];
  return indicators.find((indicator) => indicator.id === id)?.name ?? id;
}

/** Every row, its parts behind it. */
export function rowsAndParts({ rows }: Pick<Scorecard, "rows">): ScoredIndicator[] {
  return rows.flatMap((row) => [row, ...row.parts]);
}

/** What is told of a row: each part of a compound one, unless none has data; else the row itself. */
export function toldOf(row: ScoredRow): readonly ScoredIndicator[] {
  return row.status === "noData" ? [row] : judgedOf(row);
}

/** A row, not a part of one. */
export function isRow(scored: ScoredIndicator | ScoredRow): scored is ScoredRow {
  return "row" in scored;
}

/** Whether it is a row that is told by its parts: it has no figure to show. */
export function isToldByParts(scored: ScoredIndicator | ScoredRow): boolean {
  return isRow(scored) && scored.parts.length > 0 && scored.status !== "noData";
}

/** Years of the plan up to the one reported. */
export function yearsOf({ plan, year }: Pick<Scorecard, "plan" | "year">): number[] {
  const { start } = plan.period;
  return Array.from({ length: year - start + 1 }, (_, index) => start + index);
}
