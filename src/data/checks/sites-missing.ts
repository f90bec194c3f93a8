import { issue } from "../../issues/issue.js";
import { keptNames } from "../settle/sites.js";
import type { Check } from "./check.js";
import { sitesOf, siteTables } from "./site-tables.js";

/** Fewer sites than a row judged site by site expects, in its latest year; those that the plan names or that reported before are named. */
export const sitesMissing: Check = (figures, { entries }) =>
  entries.flatMap((entry) => {
    const tables = siteTables(figures, entry);
    const latest = tables.at(-1);
    const { grouping, expected = null } = sitesOf(entry) ?? {};
    if (latest === undefined || grouping === undefined || expected === null) return [];
    if (latest.figures.length >= expected) return [];
    const { sites, terms, region } = entry.plan;
    const planned = grouping === terms.sites ? sites : [];
    const before = tables.flatMap((table) => table.figures.map(({ group }) => group));
    const names = [...new Set([...before, ...planned])];
    const kept = keptNames(names, [region]);
    const now = new Set(latest.figures.map(({ group }) => kept.get(group)));
    const missing = names.filter((group) => !now.has(kept.get(group)));
    return issue("data/units-missing", latest.figures[0]?.source ?? null, {
      name: entry.indicator.name,
      year: latest.year,
      grouping,
      reported: latest.figures.length,
      expected,
      missing: [...new Set(missing.map((group) => kept.get(group) ?? group))],
    });
  });
