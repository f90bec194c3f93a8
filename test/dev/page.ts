import { fileURLToPath } from "node:url";
import { readData } from "../../src/data/folder/read.js";
import type { Dataset } from "../../src/data/dataset.js";
import { PACKAGE_FOLDER } from "../../src/files/package-folder.js";
import { EXIT, ReportError } from "../../src/issues/error.js";
import type { Issue } from "../../src/issues/issue.js";
import type { ReportKind } from "../../src/narrative/narrative.js";
import { loadPlans } from "../../src/plan/folder.js";
import type { Plan } from "../../src/plan/plan.js";
import { renderReport } from "../../src/render/html.js";
import { editionOf } from "../../src/run/edition.js";
import { planNarrative } from "../../src/run/narratives.js";
import { REPORT_KINDS } from "../../src/run/report-kinds.js";
import { prettyIssues } from "../../src/show/show-issues.js";

/** What a page is made of: what takes longest to read, and changes least while sentences are written. */
export interface Sample {
  /** What read it. */
  readers: typeof readers;
  kind: ReportKind;
  plan: Plan;
  plans: readonly Plan[];
  dataset: Dataset;
  issues: readonly Issue[];
}

/** Other functions than before only where reading, or what it uses, was changed. */
export const readers = [loadPlans, readData] as const;

const shipped = (folder: string): string => fileURLToPath(new URL(folder, PACKAGE_FOLDER));

/** Reads a plan and the sample data of a kind of report. */
export async function readSample(kind: ReportKind, planId: string): Promise<Sample> {
  const { plans, issues: planIssues } = await loadPlans(shipped("plans"));
  const plan = plans.find(({ id }) => id === planId);
  if (plan === undefined) throw new ReportError(`没有可用的规划“${planId}”`, EXIT.usage, "", planIssues);
  const { dataset, issues } = await readData(shipped(REPORT_KINDS[kind].sample), plans);
  return { readers, kind, plan, plans, dataset, issues };
}

/** The report as it is printed, as one HTML page. */
export async function pageOf({ kind, plan, plans, dataset, issues }: Sample): Promise<string> {
  const { usualYear, sample, model } = REPORT_KINDS[kind];
  const year = usualYear === null ? 2025 : usualYear(plan);
  const written = await planNarrative(kind, plan, dataset, year, { dataFolder: shipped(sample), plans });
  const all = [...issues, ...written.issues];
  const context = { asOf: "2026-05-20", draft: false, sample: true, issues: all, versions: { tool: "dev" } };
  const report = await model({ ...editionOf("internal", plan, dataset, year), context, written });
  return (await renderReport(report, { override: null })).html;
}

/** What is to be read in place of a page: an expected failure with its findings, a bug with its stack. */
export function faultText(error: unknown): string {
  if (error instanceof ReportError)
    return `${error.message}\n${error.hint}\n\n${prettyIssues(error.issues, false)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
