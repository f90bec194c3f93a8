import type { Indicator, Plan } from "./plan.js";

/**
 * What is judged in a row, of the plan or scored: each part of a compound one, else the row itself. It has the
 * figures, the compound row has none.
 */
export function judgedOf<Judged>(row: Judged & { readonly parts: readonly Judged[] }): readonly Judged[] {
  return row.parts.length > 0 ? row.parts : [row];
}

/** Everything of a plan that has figures of its own, in its order: rows without parts, parts, series. */
export function indicatorsOf(plan: Plan): Indicator[] {
  return [...plan.rows.flatMap((row): readonly Indicator[] => judgedOf(row)), ...plan.series];
}
