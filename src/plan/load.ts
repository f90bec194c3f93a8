import { hasErrors, type Issue } from "../issue.js";
import { CHECKS } from "./checks.js";
import { readDocument } from "./document.js";
import { draftOf, type Draft } from "./draft.js";
import { finding } from "./finding.js";
import type { Plan } from "./plan.js";
import { planSchema } from "./schema.js";
import { schemaFindings } from "./schema-findings.js";

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
  const draft = draftOf(document.raw);
  const findings = [...schemaFindings(document.raw), ...CHECKS.flatMap((check) => check(draft))];
  const issues = inFileOrder([...document.issues, ...document.locate(findings)]);
  return { plan: hasErrors(issues) ? null : assemble(file, document.raw, draft), issues };
}

function assemble(file: string, raw: unknown, draft: Draft): Plan {
  return {
    ...planSchema.parse(raw),
    file,
    domains: draft.domains.map(({ value }) => value),
    rows: draft.rows.map(({ value }) => value),
    series: draft.series.map(({ value }) => value),
  };
}

function inFileOrder(issues: readonly Issue[]): Issue[] {
  const line = ({ where }: Issue) => where?.line ?? 0;
  const column = ({ where }: Issue) => where?.column ?? 0;
  return issues.toSorted((a, b) => line(a) - line(b) || column(a) - column(b));
}
