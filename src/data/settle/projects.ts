import { issue, type Issue } from "../../issues/issue.js";
import type { ProjectProgress } from "../dataset.js";
import { groupBy } from "../../terms/group-by.js";
import { compareText } from "../../terms/compare-text.js";
import type { ProjectLine } from "../sheet/reading.js";
import { PROJECT_STATUSES } from "../words.js";

/**
 * Joins the lines of one project and year: several quantities, several 填报单位, one status. The project
 * stands where its slowest line stands.
 */
export function settleProjects(lines: readonly ProjectLine[]): {
  progress: readonly ProjectProgress[];
  issues: readonly Issue[];
} {
  const groups = groupBy(lines, ({ project, year }) => `${project} ${year}`);
  const settled = [...groups].sort(([a], [b]) => compareText(a, b)).map(([, each]) => settleProject(each));
  return {
    progress: settled.flatMap(({ progress }) => progress ?? []),
    issues: settled.flatMap(({ issues }) => issues),
  };
}

function settleProject(lines: readonly ProjectLine[]): { progress: ProjectProgress | null; issues: Issue[] } {
  const [first] = lines;
  const stated = PROJECT_STATUSES.filter((word) => lines.some(({ status }) => status === word));
  const [status] = stated;
  if (first === undefined) return { progress: null, issues: [] };
  const { project, year, source } = first;
  if (status === undefined) {
    return {
      progress: null,
      issues: [issue("data/no-status", source, { project, year, allowed: PROJECT_STATUSES })],
    };
  }
  const issues =
    stated.length > 1 ? [issue("data/statuses-differ", source, { project, year, stated, kept: status })] : [];
  const progress: ProjectProgress = {
    ...first,
    status,
    quantities: distinctQuantities(lines),
    progress: told(lines, "progress"),
    problems: told(lines, "problems"),
    nextPlan: told(lines, "nextPlan"),
    reporter: told(lines, "reporter", "、"),
  };
  return { progress, issues };
}

/** What the lines say, each text once. */
function told(
  lines: readonly ProjectLine[],
  field: "progress" | "problems" | "nextPlan" | "reporter",
  between = "",
): string {
  return [...new Set(lines.map((line) => line[field]))].filter((text) => text !== "").join(between);
}

/** Two 责任单位 that report the same quantity in the same words report it once. */
function distinctQuantities(lines: readonly ProjectLine[]): ProjectProgress["quantities"] {
  const seen = new Map<string, ProjectProgress["quantities"][number]>();
  for (const each of lines.flatMap(({ quantities }) => quantities)) {
    const key = [each.name, each.goal?.toString() ?? "", each.done?.toString() ?? ""].join("\n");
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}
