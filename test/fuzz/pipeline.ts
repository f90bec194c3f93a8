import fc from "fast-check";
import { expect } from "vitest";
import { datasetOf } from "../../src/data/settle/dataset-of.js";
import { NO_MANIFEST } from "../../src/data/dataset.js";
import type { Plan } from "../../src/plan/plan.js";
import { annualModel } from "../../src/report/annual.js";
import { scorePlan } from "../../src/score/score.js";
import type { WorkbookContent } from "../../src/workbook/read/read.js";
import { children, women } from "../plan/shipped.js";

/** The same cases on every machine; FUZZ_SEED and FUZZ_TIMES=20 look for others. */
const SEED = Number(process.env["FUZZ_SEED"] ?? 20);
const TIMES = Number(process.env["FUZZ_TIMES"] ?? 1);

export function bounded<T>(numRuns: number): fc.Parameters<T> {
  return { seed: SEED, numRuns: numRuns * TIMES };
}

export const plans: readonly [Plan, Plan] = [women, children];

/** What no reader should meet where a word or a number belongs. */
const LEAKS = /undefined|\bNaN\b|Infinity|\[object |\\u0000/u;

/**
 * From sheets to a composed report, as `report annual --draft` goes. Whatever the workbooks hold, it ends,
 * and what it says is words and numbers.
 */
export function compose(files: readonly WorkbookContent[], plan: Plan = plans[0]): void {
  const { dataset, issues } = datasetOf(files, NO_MANIFEST, plans, null, "folder");
  expect(issues.map(({ code }) => code)).not.toContain("workbook/reader-failed");
  for (const { message, hint } of issues) expect(`${message}${hint}`).not.toMatch(LEAKS);
  const { start, end } = plan.period;
  const years = Object.values(dataset.series).flatMap((series) => series.map(({ year }) => year));
  const year = Math.min(end, Math.max(start, ...years));
  const model = annualModel(scorePlan(plan, dataset, year), dataset, {
    asOf: "2026-05-20",
    draft: true,
    sample: false,
    issues,
    versions: { tool: "0" },
  });
  expect(JSON.stringify(model)).not.toMatch(LEAKS);
}
