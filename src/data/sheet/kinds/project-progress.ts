import { issue, type Issue } from "../../../issues/issue.js";
import { nearest } from "../../../terms/nearest.js";
import type { Project } from "../../../plan/plan.js";
import { nameKey, tightText } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import { NOTHING, joined, onlyIssues, type Reading, type SheetContext, type SheetKind } from "../reading.js";
import { reporterNamed } from "../signature.js";
import { columnOf, hasRole, proseIn, textIn } from "../table.js";
import type { Role } from "../headings.js";
import { PROJECT_STATUSES } from "../../words.js";
import { rowYear } from "../years.js";
import { readQuantity } from "./project-quantity.js";

/** 重点项目进展: one or more lines per project and year. */
export const projectProgress: SheetKind = {
  name: "重点项目进展",
  headings: "项目编号或项目名称，进展状态",
  accepts: (columns) => hasRole(columns, "projectCode", "projectName") && hasRole(columns, "status"),
  read: (context) => joined(context.table.body.map((row) => readLine(context, row))),
};

function readLine(context: SheetContext, row: number): Reading {
  const text = (role: Role) => textIn(context.grid, context.table, row, role);
  const prose = (role: Role) => proseIn(context.grid, context.table, row, role);
  const reported = (["status", "done", "progress", "problems", "nextPlan"] as const).some(
    (role) => text(role) !== "",
  );
  if (!reported) return NOTHING;
  const where = sourceAt(context, row, columnOf(context.table, "status") ?? 1);
  const project = projectOf(context, text("projectCode"), text("projectName"));
  if ("issue" in project) return onlyIssues(project.issue(where));
  const year = rowYear(text("year"), context.table.title, context.sheet, context.file);
  if (year === null) return onlyIssues(issue("data/no-row-year", where, {}));
  const stated = tightText(text("status"));
  const status = PROJECT_STATUSES.find((word) => word === stated) ?? null;
  if (status === null && stated !== "") {
    return onlyIssues(issue("data/unknown-status", where, { stated, allowed: PROJECT_STATUSES }));
  }
  const quantity = readQuantity(context, row, project.found, year);
  const line = {
    project: project.found.id,
    year,
    status,
    quantities: quantity.quantities,
    progress: prose("progress"),
    problems: prose("problems"),
    nextPlan: prose("nextPlan"),
    reporter: prose("reporter") || reporterNamed(context.table.title),
    source: where,
  };
  return { ...NOTHING, projects: [line], notes: quantity.notes, issues: quantity.issues };
}

type Found = { found: Project } | { issue: (where: ReturnType<typeof sourceAt>) => Issue };

/** The project by 项目编号, else by 项目名称, the sheet's plan breaking ties; both must agree. */
function projectOf({ catalogue, plan }: SheetContext, code: string, name: string): Found {
  const coded = catalogue.projects.get(tightText(code).toUpperCase());
  const all = catalogue.projectsByKey.get(nameKey(name)) ?? [];
  const own = all.filter((each) => each.plan === plan);
  const named = (own.length > 0 ? own : all).map(({ project }) => project);
  const [first] = named;
  if (coded !== undefined && first !== undefined && !named.includes(coded)) {
    const args = { code, expected: coded.name, name, other: first.id };
    return { issue: (where) => issue("data/code-contradicts-name", where, args) };
  }
  const found = coded ?? first;
  if (found !== undefined) return { found };
  const guess = nearest(nameKey(name), [...catalogue.projectsByKey.keys()]);
  const nearestName = guess === null ? null : (catalogue.projectsByKey.get(guess)?.[0]?.project.name ?? null);
  return {
    issue: (where) => issue("data/unknown-project", where, { name: name || code, nearest: nearestName }),
  };
}
