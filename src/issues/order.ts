import { CONSEQUENCE_OF, CONSEQUENCES } from "./consequences.js";
import { SEVERITY_NAMES, type Severity } from "./definition.js";
import type { Issue } from "./issue.js";

const SEVERITIES = Object.keys(SEVERITY_NAMES) as readonly Severity[];

/**
 * Findings as they are told, everywhere: by severity, within one by what comes of them, within that as they stood, by
 * place. Who has time for three reads the three that count.
 */
export function gravestFirst(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      CONSEQUENCES.indexOf(CONSEQUENCE_OF[a.code]) - CONSEQUENCES.indexOf(CONSEQUENCE_OF[b.code]),
  );
}
