import type { Dataset } from "../../src/data/dataset.js";
import type { Plan } from "../../src/plan/plan.js";
import { factsOf, isJudged, type JudgedFacts, type Matter } from "../../src/report/row-facts.js";
import { scorePlan } from "../../src/score/score.js";
import type { ScoredRow } from "../../src/score/scorecard.js";
import { children, women } from "../plan/shipped.js";
import { dataset, type Values } from "../score/builder.js";

export { children, women };

/** Scores `id` in its plan from figures by year; `others` are figures of further rows or series. */
export function scored(
  id: string,
  values: Values,
  options: { year?: number; others?: Record<string, Values>; data?: Partial<Dataset> } = {},
): { row: ScoredRow; matter: Matter } {
  const plan = id.startsWith("W") ? women : children;
  const data = dataset({ [id]: values, ...options.others }, options.data);
  const scorecard = scorePlan(plan, data, options.year ?? 2025);
  const row = scorecard.rows.find((each) => each.id === id.split(".")[0]);
  if (row === undefined) throw new Error(`no row ${id}`);
  return { row, matter: { scorecard, dataset: data } };
}

/** The facts of a row that has a figure. */
export function judgedFacts(row: ScoredRow, plan: Plan): JudgedFacts {
  const facts = factsOf(row, plan);
  if (!isJudged(facts)) throw new Error(`no figure of ${row.id}`);
  return facts;
}
