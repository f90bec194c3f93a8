import type { Decimal } from "../terms/decimal.js";
import type { Figure, GroupFigure, Observation, ProjectProgress } from "../data/dataset.js";
import type { Judged, Nature, Plan, PlanRow, Project } from "../plan/plan.js";
import type { Alert } from "../terms/alert.js";
import type { Status } from "../terms/status.js";

export type { Alert, Status };

export const FLAGS = [
  "metAtBaseline",
  "fellBack",
  "baselineFallback",
  "doubtfulBaseline",
  "aboveBand",
  "atLimit",
  "partial",
  "noComparator",
  "fragile",
  "smallNumbers",
  "revised",
  "singlePoint",
] as const;
export type Flag = (typeof FLAGS)[number];

export interface YearValue {
  year: number;
  value: Decimal;
}

export interface Baseline extends YearValue {
  /** data: the data's 2020 value; source: the plan text's; fallback: the earliest later year with data. */
  origin: "data" | "source" | "fallback";
  /** Why it is doubtful, or null. */
  doubtful: string | null;
}

/**
 * What meets the target in year t, as an interval: a threshold has one bound, a band two; relativeTo,
 * matches and the directional kinds take theirs from the comparator or the history: null without one,
 * and for observe. 左右 where above the band counts as met has no upper bound.
 */
export interface Goal {
  low: Decimal | null;
  high: Decimal | null;
  lowStrict: boolean;
  highStrict: boolean;
}

/** The rule that decided the status. Wording belongs to report/. */
export type Rule =
  | "noValue"
  | "watched"
  | "noBaseline"
  | "noComparator"
  | "met"
  | "pace"
  | "lostTarget"
  | "targetIsBaseline"
  | "binaryUnmet"
  | "better"
  | "level"
  | "worse"
  | "notEveryYear"
  | "belowLastYear"
  | "belowMark"
  | "gapNarrowed"
  | "gapNotNarrowed"
  | "worstPart";

/** An exact 95 % Poisson interval of a rate, in the row's unit. */
export interface Interval {
  low: Decimal;
  high: Decimal;
}

/** The rate behind a figure where numerator and denominator were reported. */
export interface RateEvidence {
  numerator: Figure;
  denominator: Figure;
  /** Recomputed, in the row's unit. */
  rate: Decimal;
  interval: Interval;
  /** Pooled over three years ending with t; null unless all three have both. */
  pooled: { years: readonly number[]; rate: Decimal; interval: Interval } | null;
}

/** How the sites of an `each` row stand. */
export interface GroupEvidence {
  /** The farthest from the target first; so are `failing`. */
  figures: readonly GroupFigure[];
  failing: readonly GroupFigure[];
  reported: number;
  expected: number | null;
  /** The district's own figures, years ascending: shown beside the sites, not judged. */
  district: readonly YearValue[];
}

export interface ScoredIndicator {
  id: string;
  indicator: Judged;
  year: number;
  status: Status;
  flags: readonly Flag[];
  rule: Rule;
  /** The value that was judged (the minimum for an `each` row with group data). */
  value: Decimal | null;
  /** The reported cell; null for compound rows, missing rows and `each` minima. */
  observation: Observation | null;
  /** The latest earlier year with data. */
  previous: YearValue | null;
  baseline: Baseline | null;
  /** All years up to t with data, ascending; the source text's baseline is not among them. */
  series: readonly YearValue[];
  goal: Goal | null;
  /** Distance from the value to the goal, ≥ 0; 0 when met; null without goal or value. */
  gap: Decimal | null;
  /** P = (x−B)/(T−B), τ = (t−b)/(end−b) and ρ = P/τ: quotients for output only; null where undefined. */
  progress: Decimal | null;
  expected: Decimal | null;
  pace: Decimal | null;
  /** The other row's or series' value in t, for relativeTo and matches. */
  comparator: { id: string; value: Decimal } | null;
  rate: RateEvidence | null;
  groups: GroupEvidence | null;
  /** Judged and worse than the year before, two years running. */
  worseTwice: boolean;
}

export interface ScoredRow extends ScoredIndicator {
  row: PlanRow;
  alert: Alert | null;
  /** Why an alert was capped at yellow; null where it was not. */
  alertCap: "doubtfulBaseline" | "interval" | null;
  /** Scored parts of a compound row; empty elsewhere. */
  parts: readonly ScoredIndicator[];
}

/** Counts: every status, their sum `total`, and `assessable` = total − observed − noData. */
export type Tally = Record<Status, number> & { total: number; assessable: number };

export interface Rate {
  n: number;
  of: number;
}

/** The rates of a report, each with its own denominator: rates.ts says which. */
export type RateName = "achievement" | "improving" | "onCourse" | "overall";
export type Rates = Record<RateName, Rate>;

export interface ScoredProject {
  project: Project;
  /** null: no progress was reported for the year. */
  progress: ProjectProgress | null;
}

interface DomainScore {
  /** Domain id. */
  domain: string;
  tally: Tally;
}

export interface Scorecard {
  plan: Plan;
  year: number;
  rows: readonly ScoredRow[];
  tally: Tally;
  byNature: Record<Nature, Tally>;
  byDomain: readonly DomainScore[];
  rates: Rates;
  ratesByNature: Record<Nature, Rates>;
  projects: readonly ScoredProject[];
}
