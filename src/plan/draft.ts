import type { z } from "zod";
import type { Path } from "./finding.js";
import { normaliseRow, normaliseSeries } from "./normalise.js";
import type { AuxiliarySeries, Chapter, Domain, Method, Plan, PlanRow, Project } from "./plan.js";
import * as schema from "./schema.js";
import { decimal } from "../decimal.js";

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
  domains: readonly Entry<Domain>[];
  rows: readonly Entry<PlanRow>[];
  series: readonly Entry<AuxiliarySeries>[];
  projects: readonly Entry<Project>[];
  chapters: readonly Entry<Chapter>[];
  /** The ids written in the file, those of refused entries included: a link to them is no second error. */
  declared: Declared;
}

export interface Declared {
  domains: readonly Entry<string>[];
  rows: readonly Entry<string>[];
  parts: readonly Entry<string>[];
  series: readonly Entry<string>[];
  projects: readonly Entry<string>[];
  measures: readonly Entry<string>[];
}

/** Stands in for a broken `method` block while the rows are checked; never part of a plan. */
const STAND_IN: Method = {
  pace: { onTrack: decimal(0.95), slow: decimal(0.6) },
  tolerance: decimal(2.5),
  rounding: "halfUp",
  smallNumbers: 10,
};

/** Reads each entry of the raw YAML on its own. */
export function draftOf(raw: unknown): Draft {
  const method = schema.methodSchema.safeParse(field(raw, "method")).data ?? null;
  const rows = survivors(raw, "rows", schema.rowSchema);
  const series = survivors(raw, "series", schema.seriesSchema);
  return {
    period: schema.periodSchema.safeParse(field(raw, "period")).data ?? null,
    method,
    domains: survivors(raw, "domains", schema.domainSchema),
    rows: rows.map(({ path, value }) => ({ path, value: normaliseRow(value, method ?? STAND_IN) })),
    series: series.map(({ path, value }) => ({ path, value: normaliseSeries(value) })),
    projects: survivors(raw, "projects", schema.projectSchema),
    chapters: survivors(raw, "chapters", schema.chapterSchema),
    declared: {
      domains: idsOf(raw, ["domains"]),
      rows: idsOf(raw, ["rows"]),
      parts: idsWithin(raw, "rows", "parts"),
      series: idsOf(raw, ["series"]),
      projects: idsOf(raw, ["projects"]),
      measures: idsWithin(raw, "chapters", "measures"),
    },
  };
}

/** The value at a path of the raw YAML; undefined where there is none. */
export function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(field, raw);
}

function field(raw: unknown, key: string | number): unknown {
  return typeof raw === "object" && raw !== null && Object.hasOwn(raw, key)
    ? (raw as Record<string | number, unknown>)[key]
    : undefined;
}

function listAt(raw: unknown, path: Path): unknown[] {
  const value = valueAt(raw, path);
  return Array.isArray(value) ? value : [];
}

function survivors<S extends z.ZodType>(raw: unknown, list: string, of: S): Entry<z.output<S>>[] {
  return listAt(raw, [list]).flatMap((item, index) => {
    const parsed = of.safeParse(item);
    return parsed.success ? [{ path: [list, index], value: parsed.data }] : [];
  });
}

function idsOf(raw: unknown, list: Path): Entry<string>[] {
  return listAt(raw, list).flatMap((item, index) => {
    const id = field(item, "id");
    return typeof id === "string" ? [{ path: [...list, index, "id"], value: id }] : [];
  });
}

function idsWithin(raw: unknown, outer: string, inner: string): Entry<string>[] {
  return listAt(raw, [outer]).flatMap((_, index) => idsOf(raw, [outer, index, inner]));
}
