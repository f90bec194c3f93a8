import type { Domain, Indicator, Measure, Plan, PlanRow, Project } from "./plan.js";

/** Everything of a plan that has figures of its own, in its order: rows without parts, parts, series. */
export function indicatorsOf(plan: Plan): Indicator[] {
  const judged = plan.rows.flatMap((row): readonly Indicator[] =>
    row.parts.length === 0 ? [row] : row.parts,
  );
  return [...judged, ...plan.series];
}

/** The indicator with figures of its own that has this id, or null. */
export function findIndicator(plan: Plan, id: string): Indicator | null {
  return indicatorsOf(plan).find((indicator) => indicator.id === id) ?? null;
}

/** The row with this id, or the row that holds the part or is served by the series with this id; or null. */
export function findRow(plan: Plan, id: string): PlanRow | null {
  const served = plan.series.find((series) => series.id === id)?.row ?? id;
  return plan.rows.find((row) => row.id === served || row.parts.some((part) => part.id === served)) ?? null;
}

export function findProject(plan: Plan, id: string): Project | null {
  return plan.projects.find((project) => project.id === id) ?? null;
}

export function findMeasure(plan: Plan, id: string): Measure | null {
  return plan.chapters.flatMap(({ measures }) => measures).find((measure) => measure.id === id) ?? null;
}

export function findDomain(plan: Plan, id: string): Domain | null {
  return plan.domains.find((domain) => domain.id === id) ?? null;
}
