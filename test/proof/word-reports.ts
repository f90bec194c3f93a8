import { readData } from "../../src/data/folder/read.js";
import { loadPlans } from "../../src/plan/folder.js";
import type { ReportModel } from "../../src/report/model.js";
import { kindsDue } from "../../src/run/report-kinds.js";
import { jobFor, modelFor } from "../../src/run/reports.js";

/** A sample report, and a file name for it. */
export interface SampleReport {
  name: string;
  model: ReportModel;
}

const AS_OF = "2026-05-20";

/** Every report the sample data of 2025 and of 2030 make, as the command does. */
export async function sampleReports(): Promise<SampleReport[]> {
  const years = await Promise.all([reportsOf("fixtures/data", 2025), reportsOf("fixtures/data-2030", 2030)]);
  return years.flat();
}

async function reportsOf(folder: string, year: number): Promise<SampleReport[]> {
  const { plans } = await loadPlans("plans");
  const { dataset, issues } = await readData(folder, plans);
  const settings = { asOf: AS_OF, draft: false, demo: true, edition: "internal" as const };
  const wanted = plans.flatMap((plan) => kindsDue(plan, year).map((recipe) => ({ plan, recipe })));
  return Promise.all(
    wanted.map(async ({ plan, recipe }) => {
      const job = await jobFor(recipe, plan, { dataset, plans }, year, {
        dataFolder: folder,
        edition: "internal",
      });
      const { model } = await modelFor(recipe, job, { dataset, issues }, settings);
      return { name: `${plan.id}-${year}-${recipe.kind}`, model };
    }),
  );
}
