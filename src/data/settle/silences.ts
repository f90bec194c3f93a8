import type { Issue } from "../../issues/issue.js";
import type { Silence, SilencedFinding } from "../dataset.js";
import { cellKey } from "../../issues/place.js";

/** Findings sorted into those that are told and those a silence of the manifest excuses. */
export interface Sorted {
  issues: Issue[];
  silenced: SilencedFinding[];
  /** One finding for each silence that excused nothing: its cell was put right, or it is mistyped. */
  idle: Issue[];
}

export function silence(issues: readonly Issue[], silences: readonly Silence[]): Sorted {
  const sorted: Sorted = { issues: [], silenced: [], idle: [] };
  const used = new Set<Silence>();
  for (const issue of issues) {
    const found = silences.find((each) => excuses(each, issue));
    if (found === undefined) {
      sorted.issues.push(issue);
      continue;
    }
    used.add(found);
    sorted.silenced.push({ issue, reason: found.reason });
  }
  sorted.idle = silences.filter((each) => !used.has(each)).map(({ idle }) => idle);
  return sorted;
}

function excuses(silence: Silence, { code, where }: Issue): boolean {
  return code === silence.code && where !== null && cellKey(where) === cellKey(silence);
}
