import { issue, type Issue } from "../../../issues/issue.js";
import { nearest } from "../../../terms/nearest.js";
import type { Project } from "../../../plan/plan.js";
import { nameKey, tightText } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import { quoted } from "../quoted.js";
import { NOTHING, joined, onlyIssues, type Reading, type SheetContext, type SheetKind } from "../reading.js";
import { reporterNamed } from "../signature.js";
import { columnOf, hasRole, proseIn, textIn } from "../table/table.js";
import type { Role } from "../head/words.js";
import { refused, type Fate } from "../../coverage/fate.js";
import { isFigure } from "../../coverage/figures.js";
import { PROJECT_STATUSES, projectStatus } from "../../words.js";
import { yearOfRow } from "./year-columns.js";
import { readQuantity } from "./project-quantity.js";

/** 重点项目进展: one or more lines per project and year. */
export const projectProgress: SheetKind = {
  name: "重点项目进展",
  headings: "项目编号或项目名称，进展状态",
  accepts: (columns) => hasRole(columns, "projectCode", "projectName", "name") && hasRole(columns, "status"),
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
  const notRead = (found: Issue): Reading => ({ ...onlyIssues(found), fates: quantitiesAt(context, row) });
  const project = projectOf(context, row, text("projectCode"), text("projectName") || text("name"));
  if ("issue" in project) return notRead(project.issue(where));
  const year = yearOfRow(context, row);
  if (year === null) {
    const shown = [text("year")].filter((each) => each !== "");
    return notRead(issue("data/no-row-year", where, { rows: [row], shown }));
  }
  const stated = tightText(text("status"));
  const status = projectStatus(stated);
  if (status === null && stated !== "") {
    return notRead(
      issue("data/unknown-status", where, { row, stated: quoted(stated), allowed: PROJECT_STATUSES }),
    );
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
  return {
    ...NOTHING,
    projects: [line],
    notes: quantity.notes,
    issues: quantity.issues,
    fates: quantity.fates,
  };
}

/** The figures of a line that is not read; its finding names the row. */
function quantitiesAt(context: SheetContext, row: number): Fate[] {
  return (["goal", "done"] as const).flatMap((role) => {
    const column = columnOf(context.table, role);
    const cell = column === null ? null : context.grid.cell(row, column);
    return column === null || cell === null || !isFigure(cell)
      ? []
      : [refused(sourceAt(context, row, column), "row")];
  });
}

type Found = { found: Project } | { issue: (where: ReturnType<typeof sourceAt>) => Issue };

/** The project by 项目编号, else by 项目名称, the sheet's plan breaking ties; both must agree. */
function projectOf({ catalogue, plan }: SheetContext, row: number, code: string, name: string): Found {
  const coded = catalogue.projects.get(tightText(code).toUpperCase());
  const all = catalogue.projectsByKey.get(nameKey(name)) ?? [];
  const own = all.filter((each) => each.plan === plan);
  const named = (own.length > 0 ? own : all).map(({ project }) => project);
  const [first] = named;
  if (coded !== undefined && first !== undefined && !named.includes(coded)) {
    const args = { row, code, expected: coded.name, name, other: first.id };
    return { issue: (where) => issue("data/code-contradicts-name", where, args) };
  }
  const found = coded ?? first;
  if (found !== undefined) return { found };
  const guess = nearest(nameKey(name), [...catalogue.projectsByKey.keys()]);
  const nearestName = guess === null ? null : (catalogue.projectsByKey.get(guess)?.[0]?.project.name ?? null);
  return {
    issue: (where) => issue("data/unknown-project", where, { row, name: name || code, nearest: nearestName }),
  };
}
