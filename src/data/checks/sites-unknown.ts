import { issue } from "../../issues/issue.js";
import { keptNames } from "../settle/sites.js";
import type { Check } from "./check.js";
import { siteTables } from "./site-tables.js";

/** Towns that are none of those the plan names, in a row that each of them must meet, year by year. */
export const sitesUnknown: Check = (figures, { entries }) =>
  entries.flatMap((entry) => {
    const { sites, terms, region } = entry.plan;
    if (sites.length === 0) return [];
    const tables = siteTables(figures, entry).filter(({ grouping }) => grouping === terms.sites);
    return tables.flatMap(({ year, grouping, figures: own }) => {
      const kept = keptNames([...sites, ...own.map(({ group }) => group)], [region]);
      const known = new Set(sites.map((site) => kept.get(site)));
      const reported = new Set(own.map(({ group }) => kept.get(group)));
      const strangers = own.filter(({ group }) => !known.has(kept.get(group)));
      const [first] = strangers;
      if (first === undefined) return [];
      return issue("data/units-unknown", first.source, {
        name: entry.indicator.name,
        year,
        grouping,
        planned: sites.length,
        strangers: strangers.map(({ group }) => group),
        missing: own.length < sites.length ? [] : sites.filter((site) => !reported.has(kept.get(site))),
      });
    });
  });
