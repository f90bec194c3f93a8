import type { Plan } from "../plan/plan.js";
import type { ScoredRow } from "../score/scorecard.js";

/** Whose matter something is. */
export interface Answerable {
  names: readonly string[];
  /** Proposed 责任单位 that nobody has confirmed. */
  proposed: readonly string[];
}

/**
 * Who answers for some rows, without one named twice. Where nobody has confirmed it, the projects' units do; or in a
 * draft (`unsettled`), in which proposals may stand, the proposed ones.
 */
export function answerableFor(rows: readonly ScoredRow[], plan: Plan, unsettled: boolean): Answerable {
  const of = (confirmed: boolean): string[] =>
    rows.filter(({ row }) => row.reporters.confirmed === confirmed).flatMap(({ row }) => row.reporters.names);
  const names = [...new Set(of(true))];
  const proposed = [...new Set(of(false))].filter((name) => !names.includes(name));
  if (unsettled && proposed.length > 0) return { names, proposed };
  if (names.length > 0) return { names, proposed: [] };
  const ofProjects = projectsFor(rows, plan).flatMap(({ reporters }) => reporters);
  return { names: [...new Set(ofProjects)], proposed: [] };
}

/** The plan's projects that serve some rows. */
export function projectsFor(rows: readonly ScoredRow[], { projects }: Plan): Plan["projects"] {
  const ids = new Set(rows.flatMap(({ row }) => row.projects));
  return projects.filter(({ id }) => ids.has(id));
}
