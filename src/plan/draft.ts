import type * as z from "zod/mini";
import type { Path } from "../yaml/finding.js";
import { field } from "../yaml/value-at.js";
import { normaliseChapter, normaliseProject, normaliseRow, normaliseSeries } from "./normalise.js";
import type { AuxiliarySeries, Chapter, Domain, Method, Plan, PlanRow, Project, Topic } from "./plan.js";
import * as schema from "./schema.js";
import { methodSchema } from "./schema/method.js";
import { rowSchema, seriesSchema } from "./schema/rows.js";
import { termsOf, type Terms } from "./words/terms.js";
import { decimal } from "../terms/decimal.js";

/** A list entry of the plan file and where it stands. */
export interface Entry<T> {
  path: Path;
  value: T;
}

/**
 * What the checks look at: every entry that is sound by itself, also where others are not, so that
 * all errors come out at once.
 */
export interface Draft {
  period: Plan["period"] | null;
  method: Method | null;
  /** What the towns or whatever it is made of are called. */
  terms: Terms;
  /** As they are written in the file. */
  sites: readonly Entry<string>[];
  domains: readonly Entry<Domain>[];
  topics: readonly Entry<Topic>[];
  rows: readonly Entry<PlanRow>[];
  series: readonly Entry<AuxiliarySeries>[];
  projects: readonly Entry<Project>[];
  chapters: readonly Entry<Chapter>[];
  /** The ids written in the file, those of refused entries included: a link to them is no second error. */
  declared: Declared;
  /** The links written in the file, those of refused entries included. */
  links: readonly Link[];
}

/** A mention of something by its id. */
interface Link extends Entry<string> {
  to: keyof Declared;
}

export interface Declared {
  domains: readonly Entry<string>[];
  /** By their names. */
  topics: readonly Entry<string>[];
  rows: readonly Entry<string>[];
  parts: readonly Entry<string>[];
  series: readonly Entry<string>[];
  projects: readonly Entry<string>[];
  measures: readonly Entry<string>[];
}

const EACH = Symbol("every entry of a list");
type Pattern = readonly (string | typeof EACH)[];

/** Where a plan file mentions something by its id. */
const LINKS: readonly { from: Pattern; to: keyof Declared }[] = [
  { from: ["rows", EACH, "domain"], to: "domains" },
  { from: ["topics", EACH, "rows", EACH], to: "rows" },
  { from: ["rows", EACH, "measures", EACH], to: "measures" },
  { from: ["rows", EACH, "projects", EACH], to: "projects" },
  { from: ["rows", EACH, "target", "row"], to: "rows" },
  { from: ["rows", EACH, "target", "series"], to: "series" },
  { from: ["rows", EACH, "parts", EACH, "target", "row"], to: "rows" },
  { from: ["rows", EACH, "parts", EACH, "target", "series"], to: "series" },
  { from: ["series", EACH, "row"], to: "rows" },
  { from: ["orders", EACH, "rows", EACH], to: "rows" },
  { from: ["projects", EACH, "measures", EACH], to: "measures" },
];

/** Stands in for a broken `method` block while the rows are checked; never part of a plan. */
const STAND_IN: Method = {
  pace: { onTrack: decimal(0.95), slow: decimal(0.6) },
  tolerance: decimal(2.5),
  rounding: "halfUp",
  smallNumbers: 10,
  publicMinimum: 5,
  verdict: [],
  severities: {},
};

/**
 * The draft of a plan file: `spec` where its shape is sound, else whatever entries of the raw YAML
 * are sound by themselves.
 */
export function draftOf(raw: unknown, spec: schema.PlanSpec | null): Draft {
  const { period, method, domains, topics, rows, series, projects, chapters } = spec
    ? located(spec)
    : survivorsOf(raw);
  return {
    period,
    method,
    terms: termsIn(raw),
    sites: texts(raw, ["sites", EACH]),
    domains,
    topics,
    rows: rows.map(({ path, value }) => ({ path, value: normaliseRow(value, method ?? STAND_IN) })),
    series: series.map(({ path, value }) => ({ path, value: normaliseSeries(value) })),
    projects: projects.map(({ path, value }) => ({ path, value: normaliseProject(value) })),
    chapters: chapters.map(({ path, value }) => ({ path, value: normaliseChapter(value) })),
    declared: {
      domains: texts(raw, ["domains", EACH, "id"]),
      topics: texts(raw, ["topics", EACH, "name"]),
      rows: texts(raw, ["rows", EACH, "id"]),
      parts: texts(raw, ["rows", EACH, "parts", EACH, "id"]),
      series: texts(raw, ["series", EACH, "id"]),
      projects: texts(raw, ["projects", EACH, "id"]),
      measures: texts(raw, ["chapters", EACH, "measures", EACH, "id"]),
    },
    links: LINKS.flatMap(({ from, to }) => texts(raw, from).map((mention) => ({ ...mention, to }))),
  };
}

function termsIn(raw: unknown): Terms {
  const given = schema.termsSchema.safeParse(field(raw, "terms")).data ?? schema.termsSchema.parse({});
  const [title, region] = [field(raw, "title"), field(raw, "region")];
  return termsOf(given, {
    title: typeof title === "string" ? title : "",
    region: typeof region === "string" ? region : "",
  });
}

function entriesOf(value: unknown): [number, unknown][] {
  return Array.isArray(value) ? [...value.entries()] : [];
}

function located({ domains, topics, rows, series, projects, chapters, ...rest }: schema.PlanSpec) {
  return {
    ...rest,
    domains: entries("domains", domains),
    topics: entries("topics", topics),
    rows: entries("rows", rows),
    series: entries("series", series),
    projects: entries("projects", projects),
    chapters: entries("chapters", chapters),
  };
}

function survivorsOf(raw: unknown) {
  return {
    period: schema.periodSchema.safeParse(field(raw, "period")).data ?? null,
    method: methodSchema.safeParse(field(raw, "method")).data ?? null,
    domains: survivors(raw, "domains", schema.domainSchema),
    topics: survivors(raw, "topics", schema.topicSchema),
    rows: survivors(raw, "rows", rowSchema),
    series: survivors(raw, "series", seriesSchema),
    projects: survivors(raw, "projects", schema.projectSchema),
    chapters: survivors(raw, "chapters", schema.chapterSchema),
  };
}

function entries<T>(list: string, values: readonly T[]): Entry<T>[] {
  return values.map((value, index) => ({ path: [list, index], value }));
}

function survivors<S extends z.ZodMiniType>(raw: unknown, list: string, of: S): Entry<z.output<S>>[] {
  return entriesOf(field(raw, list)).flatMap(([index, item]) => {
    const parsed = of.safeParse(item);
    return parsed.success ? [{ path: [list, index], value: parsed.data }] : [];
  });
}

/** Every text that stands at a place of the pattern. */
function texts(raw: unknown, [step, ...rest]: Pattern, path: Path = []): Entry<string>[] {
  if (step === undefined) return typeof raw === "string" ? [{ path, value: raw }] : [];
  if (step !== EACH) return texts(field(raw, step), rest, [...path, step]);
  return entriesOf(raw).flatMap(([index, item]) => texts(item, rest, [...path, index]));
}
