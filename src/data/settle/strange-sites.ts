import { issue, type Issue } from "../../issues/issue.js";
import type { CellPlace } from "../../issues/place.js";
import { isTownWord } from "../../plan/words/groupings.js";
import type { Catalogue, Entry } from "../catalogue.js";
import { groupTables, sitesOf, type GroupTable } from "../checks/site-tables.js";
import type { GroupFigure } from "../dataset.js";
import { keptNames } from "./sites.js";

/** The groups that may decide a row which each town must meet, and those that may not until people have said what they are. */
export interface Admitted {
  groups: readonly GroupFigure[];
  refused: readonly CellPlace[];
  issues: readonly Issue[];
}

/**
 * Figures under a town's heading that are none of the towns' a plan names, or of no town by their name: the least of all
 * is the row's figure, and a development zone, a mistyped name or another district's town must not be it.
 */
export function withoutStrangers(groups: readonly GroupFigure[], { entries }: Catalogue): Admitted {
  const found = entries.flatMap((entry) =>
    sitesOf(entry)?.grouping === entry.plan.terms.sites
      ? groupTables({ groups }, entry)
          .filter(({ grouping }) => grouping === entry.plan.terms.sites)
          .map((table) => strangersIn(entry, table))
      : [],
  );
  const strangers = new Set(found.flatMap((each) => each.strangers));
  if (strangers.size === 0) return { groups, refused: [], issues: [] };
  return {
    groups: groups.filter((each) => !strangers.has(each)),
    refused: [...strangers].map(({ source }) => source),
    issues: found.flatMap(({ issues }) => issues),
  };
}

/** 高新区, 经开区管委会, 凤凰湖工业园, 区直, 区本级: parts of a district that are no towns of it. */
const APART =
  /(?:高新|开发|经开|示范|保税|园|工业|产业|度假|旅游|合作|管理|新)区$|新城$|园$|管委会$|^[区县市]?(?:本级|直属?|级)(?:单位|机关|部门)?$|^[区县市](?:直属?|级)|机关$/u;

function strangersIn({ indicator, plan }: Entry, { year, grouping, figures }: GroupTable) {
  const { sites, region } = plan;
  const kept = keptNames([...sites, ...figures.map(({ group }) => group)], [region]);
  const planned = new Set(sites.map((site) => kept.get(site)));
  const isPlanned = ({ group }: GroupFigure) => planned.has(kept.get(group));
  const isApart = ({ group }: GroupFigure) => APART.test(group);
  const others = figures.filter((each) => !isPlanned(each));
  const apart = isTownWord(grouping) ? others.filter(isApart) : [];
  const unknown = sites.length === 0 ? [] : others.filter((each) => !apart.includes(each));
  const reported = new Set(figures.map(({ group }) => kept.get(group)));
  const missing = figures.length < sites.length ? [] : sites.filter((site) => !reported.has(kept.get(site)));
  const told = { name: indicator.name, year, grouping };
  const tell = (code: "data/site-apart" | "data/units-unknown", all: readonly GroupFigure[]): Issue[] => {
    const [first] = all;
    const strangers = all.map(({ group }) => group);
    return first === undefined
      ? []
      : [issue(code, first.source, { ...told, planned: sites.length, strangers, missing })];
  };
  return {
    strangers: [...apart, ...unknown],
    issues: [...tell("data/site-apart", apart), ...tell("data/units-unknown", unknown)],
  };
}
