import type { CellPlace } from "../../issues/place.js";
import { issue, type Issue } from "../../issues/issue.js";
import { parseAddress } from "../../workbook/address.js";
import type { ProjectProgress } from "../dataset.js";
import { groupBy } from "../../terms/group-by.js";
import { compareText } from "../../terms/compare-text.js";
import type { ProjectLine } from "../sheet/reading.js";
import { PROJECT_STATUSES } from "../../terms/project-status.js";

/**
 * Joins the lines of one project and year: several quantities, several 填报单位, one status. The project
 * stands where its slowest line stands.
 */
export function settleProjects(lines: readonly ProjectLine[]): {
  progress: readonly ProjectProgress[];
  /** The lines without a status, by their own cells. */
  refused: readonly CellPlace[];
  issues: readonly Issue[];
} {
  const groups = groupBy(lines, ({ project, year }) => `${project} ${year}`);
  const settled = [...groups].sort(([a], [b]) => compareText(a, b)).map(([, each]) => settleProject(each));
  return {
    progress: settled.flatMap(({ progress }) => progress ?? []),
    refused: settled.flatMap(({ refused }) => refused),
    issues: settled.flatMap(({ issues }) => issues),
  };
}

type Quantity = ProjectProgress["quantities"][number];

interface SettledProject {
  progress: ProjectProgress | null;
  refused: CellPlace[];
  issues: Issue[];
}

function settleProject(lines: readonly ProjectLine[]): SettledProject {
  const [first] = lines;
  const stated = PROJECT_STATUSES.filter((word) => lines.some(({ status }) => status === word));
  const [status] = stated;
  if (first === undefined) return { progress: null, refused: [], issues: [] };
  const { project, year, source } = first;
  if (status === undefined) return withoutStatus(project, year, lines);
  const issues =
    stated.length > 1 ? [issue("data/statuses-differ", source, { project, year, stated, kept: status })] : [];
  const counted = settledQuantities(lines);
  const progress: ProjectProgress = {
    ...first,
    status,
    quantities: counted.quantities,
    progress: told(lines, "progress"),
    problems: told(lines, "problems"),
    nextPlan: told(lines, "nextPlan"),
    reporter: told(lines, "reporter", "、"),
  };
  return { progress, refused: [], issues: [...issues, ...counted.issues] };
}

/** One finding a sheet: a project may be told of on several lines. */
function withoutStatus(project: string, year: number, lines: readonly ProjectLine[]): SettledProject {
  const sheets = groupBy(lines, ({ source }) => `${source.file}\n${source.sheet}`);
  const issues = [...sheets.values()].flatMap((same) => {
    const rows = same.map(({ source }) => parseAddress(source.cell)?.row ?? 0);
    const where = same[0]?.source ?? null;
    return issue("data/no-status", where, { project, year, rows, allowed: PROJECT_STATUSES });
  });
  return { progress: null, refused: lines.map(({ source }) => source), issues };
}

/** What the lines say, each text once. */
function told(
  lines: readonly ProjectLine[],
  field: "progress" | "problems" | "nextPlan" | "reporter",
  between = "",
): string {
  return [...new Set(lines.map((line) => line[field]))].filter((text) => text !== "").join(between);
}

/**
 * Two 责任单位 that report the same quantity in the same words report it once. Where they differ the lesser counts,
 * as the slowest status does.
 */
function settledQuantities(lines: readonly ProjectLine[]): { quantities: Quantity[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const named = groupBy(
    lines.flatMap(({ quantities, source, project, year }) =>
      quantities.map((quantity) => ({ quantity, source, project, year })),
    ),
    ({ quantity: { name, goal, done } }) => (name === "" ? [name, goal, done].join("\n") : name),
  );
  const quantities = [...named.values()].map((same) => {
    const ascending = same
      .filter(({ quantity }) => quantity.done !== null)
      .sort((a, b) => a.quantity.done!.comparedTo(b.quantity.done!));
    const kept = ascending[0] ?? same[0]!;
    const done = [...new Set(ascending.map(({ quantity }) => quantity.done!.toFixed()))];
    if (done.length > 1) {
      const { project, year, source, quantity } = kept;
      const args = { project, year, name: quantity.name, done, kept: done[0] ?? "" };
      issues.push(issue("data/quantities-differ", source, args));
    }
    const goal =
      kept.quantity.goal ?? same.find(({ quantity }) => quantity.goal !== null)?.quantity.goal ?? null;
    return { ...kept.quantity, goal };
  });
  return { quantities, issues };
}
