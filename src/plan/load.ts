import { hasErrors, type Issue } from "../issues/issue.js";
import { CHECKS } from "./checks.js";
import { readDocument } from "../yaml/document.js";
import { draftOf, type Draft } from "./draft.js";
import { finding } from "../yaml/finding.js";
import type { Plan } from "./plan.js";
import type { PlanSpec } from "./schema.js";
import { readSchema } from "./schema-findings.js";

/** Nobody mends more in one go; a file that is something else altogether would have thousands. */
const MAX_FINDINGS = 200;

/**
 * Reads one plan file. `file` is the name the user knows it by. The plan is null where an error
 * stands; the issues are all there are, in the order of the file.
 */
export function loadPlan(file: string, text: string): { plan: Plan | null; issues: Issue[] } {
  const document = readDocument(file, text);
  if (document.raw === undefined) return { plan: null, issues: inFileOrder(document.issues) };
  if (typeof document.raw !== "object" || document.raw === null || Array.isArray(document.raw)) {
    const issues = document.locate([finding("plan/not-a-plan", [], {})]);
    return { plan: null, issues: [...document.issues, ...issues] };
  }
  const { spec, findings } = readSchema(document.raw);
  const draft = draftOf(document.raw, spec);
  const all = [...findings, ...CHECKS.flatMap((check) => check(draft))].slice(0, MAX_FINDINGS);
  const issues = inFileOrder([...document.issues, ...document.locate(all)]);
  return { plan: spec === null || hasErrors(issues) ? null : assemble(file, spec, draft), issues };
}

function assemble(file: string, spec: PlanSpec, draft: Draft): Plan {
  return {
    ...spec,
    file,
    rows: draft.rows.map(({ value }) => value),
    series: draft.series.map(({ value }) => value),
  };
}

function inFileOrder(issues: readonly Issue[]): Issue[] {
  const line = ({ where }: Issue) => where?.line ?? 0;
  const column = ({ where }: Issue) => where?.column ?? 0;
  return issues.toSorted((a, b) => line(a) - line(b) || column(a) - column(b));
}
