import { largest } from "../../../../terms/long-lists.js";
import { STATUS_ROLES, type Role } from "../../head/words.js";
import type { SheetContext } from "../../reading.js";
import { hasRole } from "../../table/table.js";

const STATUSES: readonly (Role | "yearValue" | null)[] = STATUS_ROLES;
/** What is reported beside a status: of the latest year, where no column says which. */
const REPORTED: readonly (Role | "yearValue" | null)[] = [
  ...STATUSES,
  ...(["quantity", "goal", "done", "progress", "measureProgress", "problems", "nextPlan"] as const),
];

/**
 * A table of which the statuses name their years, 2024年进展状态 beside 2025年进展状态, as it is for each of them; any other as
 * it stands.
 */
export function ofYears(context: SheetContext): readonly SheetContext[] {
  const { table } = context;
  const named = table.columns.flatMap(({ heading: { role, year } }) =>
    STATUSES.includes(role) && year !== null ? [year] : [],
  );
  if (named.length === 0 || hasRole(table.columns, "year")) return [context];
  const latest = largest(named);
  return [...new Set(named)].map((each) => ({
    ...context,
    table: {
      ...table,
      columns: table.columns.filter(
        ({ heading: { role, year } }) =>
          year === each || !REPORTED.includes(role) || (year === null && each === latest),
      ),
      years: new Map(table.body.map((row) => [row, each])),
    },
  }));
}
