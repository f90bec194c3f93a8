import type { Judged, Plan } from "../../plan/plan.js";
import type { ScoredFigure } from "./score-file.js";

/**
 * What shows that a district was scored by another plan: rows of other ids, or in other units. Null where nothing does:
 * the wording of its targets may be its own.
 */
export function otherPlan(rows: readonly ScoredFigure[], plan: Plan): string | null {
  const expected = plan.rows.flatMap((row): readonly Judged[] => [row, ...row.parts]);
  const missing = expected.find(({ id }) => !rows.some((row) => row.id === id));
  if (missing !== undefined) return `缺${missing.id}（${missing.name}）`;
  for (const { id, unit } of rows) {
    const own = expected.find((each) => each.id === id);
    if (own === undefined) return `多出${id}`;
    if (own.unit !== unit) return `${id}的计量单位是“${unit}”，所用规划中是“${own.unit}”`;
  }
  return null;
}
