import { hasErrors, type Issue } from "../issues/issue.js";
import { finding } from "../yaml/finding.js";
import { issuesOf, readYaml } from "../yaml/read.js";
import { CHECKS } from "./checks.js";
import { draftOf, type Draft } from "./draft.js";
import type { Plan } from "./plan.js";
import type { PlanSpec } from "./schema.js";
import { PLAN_FILE } from "./plan-file.js";

/**
 * Reads one plan file. `file` is the name the user knows it by. The plan is null where an error
 * stands; the issues are all there are, in the order of the file.
 */
export function loadPlan(file: string, text: string): { plan: Plan | null; issues: Issue[] } {
  const { document, value: spec, findings } = readYaml(file, text, PLAN_FILE);
  const { raw } = document;
  if (raw === undefined) return { plan: null, issues: issuesOf(document, []) };
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return { plan: null, issues: issuesOf(document, [finding("plan/not-a-plan", [], {})]) };
  }
  const draft = draftOf(raw, spec);
  const issues = issuesOf(document, [...findings, ...CHECKS.flatMap((check) => check(draft))]);
  return { plan: spec === null || hasErrors(issues) ? null : assemble(file, spec, draft), issues };
}

function assemble(file: string, spec: PlanSpec, draft: Draft): Plan {
  return {
    ...spec,
    file,
    terms: draft.terms,
    rows: draft.rows.map(({ value }) => value),
    series: draft.series.map(({ value }) => value),
    projects: draft.projects.map(({ value }) => value),
    chapters: draft.chapters.map(({ value }) => value),
  };
}
