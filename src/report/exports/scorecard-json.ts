import { round, type Decimal } from "../../terms/decimal.js";
import type { Manifest } from "../../data/dataset.js";
import type { Issue } from "../../issues/issue.js";
import { gravestFirst } from "../../issues/order.js";
import { domainNameOf } from "../../plan/lookup.js";
import type { Judged, Plan } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type {
  PooledRate,
  Scorecard,
  ScoredIndicator,
  ScoredProject,
  ScoredRow,
  YearValue,
} from "../../score/scorecard.js";
import { reasonOf } from "../words/rules/rules.js";
import { trendJson } from "./trend-json.js";
import type { CellPlace } from "../../issues/place.js";

/** Goes up when a field changes its meaning: other programs read this. */
const SCHEMA_VERSION = 1;
/** progress, expected and pace are quotients: four places, for output only. */
const QUOTIENT_PLACES = 4;

/**
 * What `report score --format json` prints: plans with tallies, rows and projects, and the findings. `status` says
 * whether the figures are final: 示例, 初步, 最终.
 */
export function scorecardJson(
  scorecards: readonly Scorecard[],
  issues: readonly Issue[],
  status: Manifest["status"] = "",
): object {
  return {
    schemaVersion: SCHEMA_VERSION,
    year: scorecards[0]?.year ?? null,
    dataStatus: status,
    plans: scorecards.map(planJson),
    issues: gravestFirst(issues).map(({ code, severity, message, hint, where, indicators }) => ({
      code,
      severity,
      message,
      hint,
      where,
      indicators,
    })),
  };
}

/** The same as a file or a screen has it. */
export function scorecardText(...given: Parameters<typeof scorecardJson>): string {
  return `${JSON.stringify(scorecardJson(...given), null, 2)}\n`;
}

function planJson({ plan, tally, byNature, rows, projects }: Scorecard): object {
  return {
    plan: plan.id,
    title: plan.title,
    tally,
    binding: byNature.binding,
    rows: rows.map((row) => rowJson(row, plan)),
    projects: projects.map(projectJson),
  };
}

function projectJson({ project, progress }: ScoredProject): object {
  return { id: project.id, name: project.name, units: project.reporters, status: progress?.status ?? null };
}

function rowJson(row: ScoredRow, plan: Plan): object {
  const own = indicatorJson(row, row, plan);
  return { ...own, parts: row.parts.map((part) => ({ ...indicatorJson(part, row, plan), parts: [] })) };
}

/** A row, or a part shaped like one: number, domain and nature are its row's, the alert is the row's alone. */
function indicatorJson(scored: ScoredIndicator, owner: ScoredRow, plan: Plan): object {
  const { indicator } = scored;
  return {
    id: scored.id,
    no: owner.row.number,
    name: indicator.name,
    unit: indicator.unit,
    domain: domainNameOf(plan, owner.row.domain),
    nature: owner.row.nature,
    target: targetJson(indicator, plan),
    value: numberOf(scored.value),
    previous: yearValueJson(scored.previous),
    baseline: yearValueJson(scored.baseline),
    status: scored.status,
    flags: scored.flags,
    alert: scored === owner ? owner.alert : null,
    progress: quotient(scored.progress?.made),
    expected: quotient(scored.progress?.expected),
    pace: quotient(scored.progress?.pace),
    counts: countsJson(scored),
    trend: trendJson(scored, plan),
    reason: reasonOf(scored, plan),
    source: sourceOf(scored),
  };
}

/**
 * 分子 and 分母 of the year where both were reported, and summed over three years where events were counted: what the
 * level above adds up.
 */
function countsJson({ observation, rate }: ScoredIndicator): object | null {
  const { numerator = null, denominator = null } = observation ?? {};
  if (numerator === null || denominator === null) return null;
  const { pooled = null } = rate ?? {};
  return {
    numerator: numerator.value.toNumber(),
    denominator: denominator.value.toNumber(),
    pooled: pooled === null ? null : pooledJson(pooled),
  };
}

function pooledJson({ years, numerator, denominator }: PooledRate): object {
  return { years, numerator: numerator.toNumber(), denominator: denominator.toNumber() };
}

function targetJson({ target }: Judged, plan: Plan): object {
  // Null for directions, bands without a middle and comparisons.
  const { figure } = traitsOf(target);
  return { kind: target.kind, text: target.text, value: numberOf(figure), year: plan.period.end };
}

function yearValueJson(value: YearValue | null): object | null {
  return value === null ? null : { year: value.year, value: value.value.toNumber() };
}

function numberOf(value: Decimal | null): number | null {
  return value === null ? null : value.toNumber();
}

function quotient(value: Decimal | undefined): number | null {
  return value === undefined ? null : round(value, QUOTIENT_PLACES).toNumber();
}

/** The judged cell; for the least of many sites, the cell of that site. */
function sourceOf({ observation, groups, value }: ScoredIndicator): CellPlace | null {
  if (observation !== null) return observation.source;
  const least = value === null ? undefined : groups?.figures.find((figure) => figure.value.eq(value));
  return least?.source ?? null;
}
