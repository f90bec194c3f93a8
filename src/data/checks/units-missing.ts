import { issue } from "../../issues/issue.js";
import type { Check } from "./check.js";
import { unitTables } from "./unit-tables.js";

/** Fewer units than a row judged unit by unit expects, in its latest year; those that reported before are named. */
export const unitsMissing: Check = (figures, { entries }) =>
  entries.flatMap((entry) => {
    const tables = unitTables(figures, entry);
    const latest = tables.at(-1);
    const target = entry.judged?.target;
    if (latest === undefined || target?.kind !== "each" || target.expected === null) return [];
    if (latest.figures.length >= target.expected) return [];
    const now = new Set(latest.figures.map(({ group }) => group));
    const before = new Set(tables.flatMap((table) => table.figures.map(({ group }) => group)));
    return issue("data/units-missing", latest.figures[0]?.source ?? null, {
      name: entry.indicator.name,
      year: latest.year,
      grouping: target.grouping,
      reported: latest.figures.length,
      expected: target.expected,
      missing: [...before].filter((group) => !now.has(group)),
    });
  });
