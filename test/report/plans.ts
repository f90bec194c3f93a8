import { readFileSync } from "node:fs";
import path from "node:path";
import type { Dataset } from "../../src/data/dataset.js";
import { loadPlan } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";
import type { Matter } from "../../src/report/row-facts.js";
import { scorePlan } from "../../src/score/score.js";
import type { ScoredRow } from "../../src/score/scorecard.js";
import { dataset, type Values } from "../score/builder.js";

const PLANS = path.resolve(import.meta.dirname, "../../plans");

/** The district's own plans: sentences are read with the names and units they will be printed with. */
export const women = load("women.yaml");
export const children = load("children.yaml");

function load(file: string): Plan {
  const { plan } = loadPlan(file, readFileSync(path.join(PLANS, file), "utf8"));
  if (plan === null) throw new Error(`${file} does not load`);
  return plan;
}

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
