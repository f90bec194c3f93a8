import { issue, type Issue } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";
import type { Catalogue, Entry } from "../catalogue.js";
import { groupsOf } from "../groups-of.js";
import { groupBy } from "../../terms/group-by.js";
import type { Check, Figures } from "./check.js";
import { sitesOf } from "./site-tables.js";
import { largest } from "../../terms/long-lists.js";

/**
 * Rows and parts no unit has reported in the latest data year nor in the year before: one finding for each
 * domain, with all of them. Told only where the folder has data of both years: a folder of one year's forms
 * says nothing of the year before.
 */
export const missingTwoYears: Check = (figures, catalogue) =>
  catalogue.plans.flatMap((plan) => {
    const asked = judgedEntries(catalogue, plan).map((entry) => ({ entry, years: yearsOf(entry, figures) }));
    const all = asked.flatMap(({ years }) => years);
    const latest = largest(all);
    if (!all.includes(latest - 1) || latest <= plan.period.start) return [];
    const missing = asked
      .map(({ entry, years }) => ({ entry, last: largest(years, 0) }))
      .filter(({ last }) => last < latest - 1);
    const byDomain = groupBy(missing, ({ entry }) => domainOf(plan, entry));
    return [...byDomain].map(([domain, rows]) => finding(domain, latest, rows));
  });

/** A row or part, and the last year it was reported for; 0 where it never was. */
interface Missing {
  entry: Entry;
  last: number;
}

function finding(domain: string, latest: number, missing: readonly Missing[]): Issue {
  const rows = missing.map(({ entry: { indicator }, last }) => {
    return { id: indicator.id, name: indicator.name, last: last === 0 ? null : last };
  });
  const ids = rows.map(({ id }) => id);
  return issue("data/missing-two-years", null, { domain, latest, rows }, "", ids);
}

function domainOf({ rows, domains }: Plan, { row }: Entry): string {
  const id = rows.find((each) => each.id === row)?.domain;
  return domains.find((domain) => domain.id === id)?.name ?? "";
}

function judgedEntries({ entries }: Catalogue, plan: Plan): Entry[] {
  return entries.filter((entry) => entry.plan === plan && entry.judged !== null && !entry.compound);
}

/** The years of the district's figures and, where every site is judged, of the sites'. */
function yearsOf(entry: Entry, { series, groups }: Figures): number[] {
  const { indicator } = entry;
  const grouping = sitesOf(entry)?.grouping;
  const sites = groupsOf(groups, indicator.id).filter((each) => each.grouping === grouping);
  return [...(series[indicator.id] ?? []), ...sites].map(({ year }) => year);
}
