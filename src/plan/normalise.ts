import { decimal } from "../terms/decimal.js";
import { unitOf } from "../terms/unit.js";
import type {
  Chapter,
  AuxiliarySeries,
  Indicator,
  Judged,
  Method,
  PlanRow,
  Project,
  Target,
} from "./plan.js";
import type { ChapterSpec, ProjectSpec } from "./schema.js";
import type { PartSpec, RowSpec, SeriesSpec, TargetSpec } from "./schema/rows.js";

/** Fills in what a row may leave out: range by unit, tolerance from the method, parts from their row. */
export function normaliseRow(spec: RowSpec, method: Method): PlanRow {
  const { units: reporters, previous: previousPlan, ...own } = spec;
  const row = {
    ...own,
    reporters,
    previousPlan,
    range: rangeOf(spec.range, spec.unit),
    plausible: plausibleOf(spec.plausible),
    target: normaliseTarget(spec.target, method),
    targets: higherTargets(spec.targets, method),
  };
  return { ...row, parts: spec.parts.map((part) => normalisePart(part, row, method)) };
}

function normalisePart(spec: PartSpec, row: Omit<PlanRow, "parts">, method: Method): Judged {
  const unit = spec.unit ?? row.unit;
  const { previous: previousPlan, ...own } = spec;
  return {
    ...own,
    previousPlan,
    unit,
    decimals: spec.decimals ?? row.decimals,
    range: spec.range || unit !== row.unit ? rangeOf(spec.range, unit) : row.range,
    plausible: spec.plausible || unit !== row.unit ? plausibleOf(spec.plausible) : row.plausible,
    target: spec.target ? normaliseTarget(spec.target, method) : row.target,
    flatIsNormal: spec.flatIsNormal ?? row.flatIsNormal,
    events: spec.events ?? row.events,
  };
}

export function normaliseProject({ units: reporters, ...own }: ProjectSpec): Project {
  return { ...own, reporters };
}

export function normaliseChapter({ measures, ...own }: ChapterSpec): Chapter {
  return {
    ...own,
    measures: measures.map(({ units: reporters, ...measure }) => ({ ...measure, reporters })),
  };
}

export function normaliseSeries(spec: SeriesSpec): AuxiliarySeries {
  return { ...spec, range: rangeOf(spec.range, spec.unit), plausible: plausibleOf(spec.plausible) };
}

function normaliseTarget(spec: TargetSpec, method: Method): Target {
  return "tolerance" in spec ? { ...spec, tolerance: spec.tolerance ?? method.tolerance } : spec;
}

function higherTargets({ national, municipal }: RowSpec["targets"], method: Method): PlanRow["targets"] {
  return {
    ...(national === undefined ? {} : { national: normaliseTarget(national, method) }),
    ...(municipal === undefined ? {} : { municipal: normaliseTarget(municipal, method) }),
  };
}

/** A share lies between nothing and all unless the plan says otherwise; nothing counted is below 0. */
function rangeOf(spec: RowSpec["range"], unit: string): Indicator["range"] {
  const { per } = unitOf(unit);
  const whole = per === null ? null : decimal(per);
  return { min: spec?.min ?? decimal(0), max: spec?.max === undefined ? whole : spec.max };
}

function plausibleOf(spec: RowSpec["plausible"]): Indicator["plausible"] {
  const [low, high] = spec ?? [];
  return low === undefined || high === undefined ? null : { low, high };
}
