import { measuresOf } from "../plan/lookup.js";
import type { Indicator, Judged, Measure, Plan, PlanRow, Project } from "../plan/plan.js";
import { groupBy } from "../terms/group-by.js";
import { lexiconOf, type Lexicon } from "./sheet/head/lexicon.js";
import { namesOf } from "./sheet/head/names.js";
import { placesOf } from "./sheet/head/places.js";
import { nameKey, tightText } from "./sheet/normalise.js";

/** An indicator workbooks may report, with what tells it from others. */
export interface Entry {
  indicator: Indicator;
  plan: Plan;
  /** The plan's 序号; null for an auxiliary series. */
  number: number | null;
  /** The row's own id, the compound row's for a part, the served row's for a series. */
  row: string;
  /** Target and baseline; null for an auxiliary series. */
  judged: Judged | null;
  /** Its parts hold the figures, the row itself none. */
  compound: boolean;
  /** Its name and aliases as `nameKey` sees them. */
  keys: readonly string[];
}

/** Everything the plans ask data for, ready to be looked up by what a sheet says. */
export interface Catalogue {
  plans: readonly Plan[];
  /** The words headings are made of, with the plans' places. */
  lexicon: Lexicon;
  entries: readonly Entry[];
  byId: ReadonlyMap<string, Entry>;
  /** Without leading zeros: W4. */
  byShortId: ReadonlyMap<string, Entry>;
  byKey: ReadonlyMap<string, readonly Entry[]>;
  projects: ReadonlyMap<string, Project>;
  projectsByKey: ReadonlyMap<string, readonly { project: Project; plan: Plan }[]>;
  measures: ReadonlyMap<string, Measure>;
  measuresByKey: ReadonlyMap<string, readonly { measure: Measure; plan: Plan }[]>;
}

export function catalogueOf(plans: readonly Plan[]): Catalogue {
  const [first] = plans;
  if (first === undefined) return newCatalogue(plans);
  const made = MADE.get(first) ?? [];
  const same = made.find((each) => each.plans.length === plans.length && plans.every(isAt(each.plans)));
  if (same !== undefined) return same;
  const catalogue = newCatalogue(plans);
  MADE.set(first, [...made, catalogue]);
  return catalogue;
}

/** By the first of their plans, which do not change: a folder and each of its checks ask for the same few. */
const MADE = new WeakMap<Plan, readonly Catalogue[]>();

function isAt(plans: readonly Plan[]): (plan: Plan, at: number) => boolean {
  return (plan, at) => plans[at] === plan;
}

function newCatalogue(plans: readonly Plan[]): Catalogue {
  const entries = plans.flatMap(entriesOf);
  const projects = plans.flatMap((plan) => plan.projects.map((project) => ({ project, plan })));
  const measures = plans.flatMap((plan) => measuresOf(plan).map((measure) => ({ measure, plan })));
  return {
    plans,
    lexicon: lexiconOf(placesOf(plans), namesOf(plans)),
    entries,
    byId: new Map(entries.map((each) => [each.indicator.id, each])),
    byShortId: new Map(entries.map((each) => [shortId(each.indicator.id), each])),
    byKey: byKeys(entries),
    projects: new Map(projects.map(({ project }) => [project.id, project])),
    projectsByKey: groupBy(projects, ({ project }) => nameKey(project.name)),
    measures: new Map(measures.map(({ measure }) => [measure.id, measure])),
    measuresByKey: groupBy(measures, ({ measure }) => nameKey(measure.title)),
  };
}

/** Plans do not change, and are asked for alone and together: their names are brought to keys once. */
const KNOWN = new WeakMap<Plan, readonly Entry[]>();

function entriesOf(plan: Plan): readonly Entry[] {
  const entries = KNOWN.get(plan) ?? [
    ...plan.rows.flatMap((row) => rowEntries(plan, row)),
    ...plan.series.map((series) => entry(plan, series, { number: null, row: series.row, judged: null })),
  ];
  KNOWN.set(plan, entries);
  return entries;
}

function rowEntries(plan: Plan, row: PlanRow): Entry[] {
  const own = entry(plan, row, { number: row.number, row: row.id, judged: row });
  const parts = row.parts.map((part) => entry(plan, part, { number: row.number, row: row.id, judged: part }));
  return [{ ...own, compound: parts.length > 0 }, ...parts];
}

function entry(plan: Plan, indicator: Indicator, rest: Pick<Entry, "number" | "row" | "judged">): Entry {
  const keys = [...new Set([indicator.name, ...indicator.aliases].map(nameKey))];
  return { indicator, plan, compound: false, keys, ...rest };
}

function byKeys(entries: readonly Entry[]): Map<string, Entry[]> {
  const pairs = entries.flatMap((each) => each.keys.map((key) => ({ key, each })));
  const groups = groupBy(pairs, ({ key }) => key);
  return new Map([...groups].map(([key, found]) => [key, found.map(({ each }) => each)]));
}

/** An id without leading zeros, as people type it: W4 for W04. */
export function shortId(id: string): string {
  return id.replace(/^(\D+)0+/u, "$1");
}

/**
 * The plan a sheet speaks of, when it names the subject (妇女, 儿童) of exactly one: the sheet's own
 * name is asked first, then its title, then its file's name.
 */
export function planNamed(plans: readonly Plan[], texts: readonly string[]): Plan | null {
  for (const text of texts.map(tightText)) {
    const named = plans.filter((plan) => text.includes(plan.subject));
    const [plan] = named;
    if (plan !== undefined && named.length === 1) return plan;
  }
  return null;
}
