import { issue } from "../../issues/issue.js";
import type { Check } from "./check.js";
import { sitesOf, siteTables } from "./site-tables.js";

/** More sites than a row judged site by site can have, year by year: one under two names, or one that is none. */
export const sitesSurplus: Check = (figures, { entries }) =>
  entries.flatMap((entry) => {
    const { grouping, expected = null } = sitesOf(entry) ?? {};
    if (grouping === undefined || expected === null) return [];
    const tables = siteTables(figures, entry);
    return tables.flatMap((table, at) => {
      if (table.figures.length <= expected) return [];
      const known = new Set(tables.flatMap((each, other) => (other === at ? [] : groupsOf(each.figures))));
      const groups = groupsOf(table.figures);
      const fresh = groups.filter((group) => !known.has(group));
      return issue("data/units-surplus", table.figures[0]?.source ?? null, {
        name: entry.indicator.name,
        year: table.year,
        grouping,
        reported: groups.length,
        expected,
        fresh: tables.length > 1 ? fresh : [],
      });
    });
  });

function groupsOf(figures: readonly { group: string }[]): string[] {
  return figures.map(({ group }) => group);
}
