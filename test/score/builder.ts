import {
  type ReferenceFigure,
  NO_MANIFEST,
  type Dataset,
  type GroupFigure,
  type Observation,
  type ProjectProgress,
} from "../../src/data/dataset.js";
import { decimal } from "../../src/terms/decimal.js";
import type { Judged, Nature, Plan, PlanRow, SourceBaseline, Target } from "../../src/plan/plan.js";
import { termsOf } from "../../src/plan/words/terms.js";
import { scorePlan } from "../../src/score/score.js";
import type { ScoredRow } from "../../src/score/scorecard.js";

const source = { file: "监测数据.xlsx", sheet: "指标数据", cell: "F7" };

/** A distributive Omit, so that each kind of target keeps its own fields. */
type WithoutText<T> = T extends unknown ? Omit<T, "text"> : never;

export function target(form: WithoutText<Target>): Target {
  return { ...form, text: "" };
}

export function atLeast(value: string): Target {
  return target({ kind: "atLeast", value: decimal(value) });
}

export function below(value: string): Target {
  return target({ kind: "below", value: decimal(value) });
}

export const contain = target({ kind: "contain" });

export function increase(mode: "plain" | "everyYear" | "noBackslide" | "marked" = "plain"): Target {
  return target({ kind: "increase", mode, size: null });
}

export function decrease(
  mode: "plain" | "everyYear" | "noBackslide" | "marked" = "plain",
  size: string | null = null,
): Target {
  return target({ kind: "decrease", mode, size: size === null ? null : decimal(size) });
}

/** 45左右 with the default tolerance of 2.5. */
export function around(value: string, above: "met" | "unmet" = "met", tolerance = "2.5"): Target {
  return target({ kind: "around", value: decimal(value), tolerance: decimal(tolerance), above });
}

export function fromText(value: string, doubtful: string | null = null, year = 2020): SourceBaseline {
  return { value: decimal(value), year, clause: "", yearNote: "", doubtful };
}

type RowParts = Partial<Omit<PlanRow, "parts">> & { parts?: readonly Judged[] };

/** A row in % with two digits, bounded by 0 and 100. */
export function row(goal: Target, fields: RowParts = {}): PlanRow {
  return {
    id: "W01",
    name: "指标",
    unit: "%",
    definition: "",
    decimals: 2,
    aliases: [],
    range: { min: decimal(0), max: decimal(100) },
    plausible: null,
    notes: [],
    target: goal,
    targets: {},
    baseline: null,
    previousPlan: null,
    flatIsNormal: false,
    events: false,
    number: 1,
    domain: "health",
    nature: "anticipated",
    internal: false,
    parts: [],
    measures: [],
    projects: [],
    reporters: { names: [], confirmed: false },
    ...fields,
  };
}

/** No upper limit: a gross rate, a count, a mortality. */
export const unbounded = { range: { min: decimal(0), max: null } };

export function plan(rows: readonly PlanRow[], fields: Partial<Plan> = {}): Plan {
  return {
    id: "women",
    file: "plans/women.yaml",
    title: "妇女发展规划（2021—2030年）",
    shortTitle: "妇女发展规划",
    subject: "妇女",
    region: "某区",
    terms: termsOf({ neighbours: [], areas: [] }, { title: "妇女发展规划（2021—2030年）", region: "某区" }),
    period: { start: 2021, end: 2030, baseline: 2020 },
    document: { number: "", issuer: "", date: "", part: 1 },
    issuers: { annual: "", midterm: "", final: "" },
    method: {
      pace: { onTrack: decimal("0.95"), slow: decimal("0.6") },
      tolerance: decimal("2.5"),
      rounding: "halfUp",
      smallNumbers: 10,
      publicMinimum: 5,
      verdict: [
        { from: decimal(70), words: "总体进展良好", atEnd: "主要目标大部分实现" },
        { from: decimal(0), words: "总体进展偏慢", atEnd: "主要目标实现程度不高" },
      ],
      severities: {},
    },
    domains: [{ id: "health", name: "健康" }],
    topics: [],
    rows,
    series: [],
    orders: [],
    projects: [],
    chapters: [],
    groupings: [],
    sites: [],
    ...fields,
  };
}

export function observation(
  indicator: string,
  year: number,
  value: string,
  counts?: readonly [string, string],
): Observation {
  const figure = (text: string) => ({ value: decimal(text), display: text, source });
  return {
    ...figure(value),
    indicator,
    year,
    numerator: counts ? figure(counts[0]) : null,
    denominator: counts ? figure(counts[1]) : null,
    remark: "",
    dataSource: "",
    reporter: "",
    formYear: 2025,
  };
}

/** {2020: "4.8", 2025: "4.49"} */
export type Values = Readonly<Record<number, string>>;

export function dataset(values: Readonly<Record<string, Values>>, fields: Partial<Dataset> = {}): Dataset {
  const series = Object.entries(values).map(([id, years]) => [
    id,
    Object.entries(years).map(([year, value]) => observation(id, Number(year), value)),
  ]);
  return {
    manifest: NO_MANIFEST,
    inputs: [],
    series: Object.fromEntries(series) as Dataset["series"],
    groups: [],
    references: [],
    progress: [],
    measures: [],
    revisions: [],
    published: [],
    gaps: [],
    readerNotes: [],
    silenced: [],
    hasErrors: false,
    ...fields,
  };
}

/** A figure of another place, as 对照数据 gives it. */
export function reference(
  indicator: string,
  year: number,
  region: string,
  value: string,
  more: Partial<ReferenceFigure> = {},
): ReferenceFigure {
  const said = { scope: "", vouched: true, publisher: "统计监测报告", published: "" };
  return { indicator, year, region, value: decimal(value), display: value, source, ...said, ...more };
}

/** What a reporter reports of a project: under way, and nothing else said. */
export function projectProgress(
  project: string,
  year: number,
  fields: Partial<ProjectProgress> = {},
): ProjectProgress {
  return {
    project,
    year,
    status: "推进中",
    quantities: [],
    progress: "",
    problems: "",
    nextPlan: "",
    reporter: "",
    source: { file: "进展.xlsx", sheet: "重点项目进展", cell: "D4" },
    ...fields,
  };
}

export function siteFigures(
  indicator: string,
  year: number,
  values: Readonly<Record<string, string>>,
  grouping: GroupFigure["grouping"] = "镇街",
): GroupFigure[] {
  return Object.entries(values).map(([group, value]) => ({
    indicator,
    year,
    grouping,
    group,
    value: decimal(value),
    display: value,
    source,
  }));
}

/** Scores one row alone; `values` are its figures by year. */
export function score(
  one: PlanRow,
  values: Values,
  year = 2025,
  others: Record<string, Values> = {},
): ScoredRow {
  return only(scorePlan(plan([one]), dataset({ [one.id]: values, ...others }), year).rows);
}

export function only(rows: readonly ScoredRow[]): ScoredRow {
  const [first] = rows;
  if (first === undefined) throw new Error("no row was scored");
  return first;
}

export function withNature(one: PlanRow, nature: Nature): PlanRow {
  return { ...one, nature };
}
