import { finding, type Finding } from "../yaml/finding.js";
import type { Draft } from "./draft.js";
import { traitsOf } from "./target-kinds.js";

/** No town is named twice. */
export function sitesAreDistinct({ sites }: Draft): Finding[] {
  return sites
    .filter(({ value }, at) => sites.findIndex((each) => each.value === value) < at)
    .map(({ path, value }) => finding("plan/site-twice", path, { name: value }));
}

/** Where towns are named, rows that every town must meet expect as many. */
export function sitesAreAsManyAsExpected({ sites, rows, terms }: Draft): Finding[] {
  if (sites.length === 0) return [];
  return rows.flatMap(({ path, value: { target } }) => {
    const asked = traitsOf(target).sites;
    if (asked === null || asked.grouping !== terms.sites) return [];
    if (asked.expected === null || asked.expected === sites.length) return [];
    const args = { named: sites.length, expected: asked.expected };
    return [finding("plan/site-count", [...path, "target", "expected"], args)];
  });
}
