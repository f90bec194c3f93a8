import type { Indicator, Plan } from "./plan.js";

/** Everything of a plan that has figures of its own, in its order: rows without parts, parts, series. */
export function indicatorsOf(plan: Plan): Indicator[] {
  const judged = plan.rows.flatMap((row): readonly Indicator[] =>
    row.parts.length === 0 ? [row] : row.parts,
  );
  return [...judged, ...plan.series];
}
