import type { Issue, Severity } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";

const WORST_FIRST: readonly Severity[] = ["error", "warning", "note"];

/**
 * The findings as bad as the plans' `method.severities` say. A finding that concerns several plans is as bad
 * as it is for the strictest of them.
 */
export function graded(issues: readonly Issue[], plans: readonly Plan[]): Issue[] {
  return issues.map((each) => {
    const said = plans.map(({ method }) => method.severities[each.code] ?? each.severity);
    return { ...each, severity: WORST_FIRST.find((severity) => said.includes(severity)) ?? each.severity };
  });
}
