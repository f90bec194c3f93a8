import type { Decimal } from "../terms/decimal.js";
import type { Figure, GroupFigure, Observation, ProjectProgress } from "../data/dataset.js";
import type { Judged, Level, Nature, Plan, PlanRow, Project } from "../plan/plan.js";
import type { Alert } from "../terms/alert.js";
import type { Flag } from "../terms/flag.js";
import type { Status } from "../terms/status.js";

export type { Alert, Flag, Status };

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
 * What meets the target in year t, as an interval: a threshold has one bound, a band two; directions and
 * comparisons take theirs from the history or the comparator: null without one. 左右 where above the band counts as met has no upper bound.
 */
export interface Goal {
  low: Decimal | null;
  high: Decimal | null;
  lowStrict: boolean;
  highStrict: boolean;
}

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
  pooled: PooledRate | null;
}

export interface PooledRate {
  years: readonly number[];
  numerator: Decimal;
  denominator: Decimal;
  rate: Decimal;
  interval: Interval;
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

/** The other row's or series' figure that a target is compared with, in t and in the baseline's year. */
export interface OtherFigure {
  id: string;
  value: Decimal;
  atBaseline: Decimal | null;
  /** All its figures up to t, years ascending. */
  series: readonly YearValue[];
}

/** How far a row has come from its baseline to its goal: P = (x−B)/(T−B), τ = (t−b)/(end−b), ρ = P/τ; quotients for output only. */
export interface Progress {
  baseline: Baseline;
  goal: Goal;
  made: Decimal;
  expected: Decimal;
  pace: Decimal;
}

/** What is known of an indicator, judged or not. */
interface Known {
  id: string;
  indicator: Judged;
  year: number;
  flags: readonly Flag[];
  /** The latest earlier year with data. */
  previous: YearValue | null;
  baseline: Baseline | null;
  /** All years up to t with data, ascending; the source text's baseline is not among them. */
  series: readonly YearValue[];
  goal: Goal | null;
  /** Null where nothing is to be compared with, or the figure of t is missing. */
  comparator: OtherFigure | null;
  /** Null where it is undefined: no figure to reach, no baseline, a baseline that is there already. */
  progress: Progress | null;
  /** The reported cell; null where there is none, or sites are judged. */
  observation: Observation | null;
  rate: RateEvidence | null;
  /** How the sites stand that must each meet the target; null where none reported. */
  groups: GroupEvidence | null;
  /** Judged and worse than the year before, two years running. */
  worseTwice: boolean;
  /** Years whose figures a public edition does not print; none in all others. */
  withheld: readonly number[];
}

/**
 * The rules that may decide the status of a figure, and what each of them rests on: where it decided, this
 * is there. Their words are a row each in report/words/rules.
 */
export interface Grounds {
  /** 监测不判定. */
  watched: object;
  directionUnknown: object;
  noComparator: object;
  noBaseline: { goal: Goal };
  gapUnknown: { goal: Goal; comparator: OtherFigure };
  met: { goal: Goal };
  metBeside: { goal: Goal; comparator: OtherFigure };
  pace: { goal: Goal; baseline: Baseline; progress: Progress };
  lostTarget: { goal: Goal; baseline: Baseline };
  targetIsBaseline: { goal: Goal; baseline: Baseline };
  notThere: { goal: Goal };
  better: { goal: Goal; baseline: Baseline };
  level: { goal: Goal; baseline: Baseline };
  worse: { goal: Goal; baseline: Baseline };
  notEveryYear: { goal: Goal; baseline: Baseline };
  belowLastYear: { goal: Goal; baseline: Baseline; previous: YearValue };
  belowMark: { goal: Goal; baseline: Baseline };
  gapNarrowed: { goal: Goal; baseline: Baseline; comparator: OtherFigure & { atBaseline: Decimal } };
  gapNotNarrowed: { goal: Goal; baseline: Baseline; comparator: OtherFigure & { atBaseline: Decimal } };
}

/** The rule that decided a status. */
export type Rule = keyof Grounds | "noValue" | "worstPart" | "withheld";

/** An indicator with a figure for t, judged by one of the rules R. */
export type JudgedIndicator<R extends keyof Grounds = keyof Grounds> = {
  [Each in R]: Known & {
    rule: Each;
    status: Exclude<Status, "noData">;
    /** The value that was judged: where sites are judged, that of the worst. */
    value: Decimal;
  } & Grounds[Each];
}[R];

/** No figure for t: never 0, never last year's. */
export interface MissingIndicator extends Known {
  rule: "noValue";
  status: "noData";
  value: null;
}

/** A row of parts, one of which at least has a figure; it has none of its own. */
export interface CompoundIndicator extends Known {
  rule: "worstPart";
  status: Exclude<Status, "noData">;
  value: null;
  parts: readonly ScoredIndicator[];
}

/** It has a figure and was judged by it, but a public edition must not tell it. */
export interface WithheldIndicator extends Known {
  rule: "withheld";
  status: Exclude<Status, "noData">;
  value: null;
  progress: null;
}

export type ScoredIndicator = JudgedIndicator | MissingIndicator | CompoundIndicator | WithheldIndicator;

export type ScoredRow = ScoredIndicator & {
  row: PlanRow;
  alert: Alert | null;
  /** Why an alert was capped at yellow; null where it was not. */
  alertCap: "doubtfulBaseline" | "interval" | null;
  /** Scored parts of a compound row; empty elsewhere. */
  parts: readonly ScoredIndicator[];
};

/** Counts: every status, their sum `total`, and `assessable` = total − observed − noData. */
export type Tally = Record<Status, number> & { total: number; assessable: number };

export interface Rate {
  n: number;
  of: number;
}

/** 达标率 by the targets of a plan above. */
export interface LevelRate {
  level: Level;
  rate: Rate;
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
  /** 达标率 by the targets of the plans above, where the plan file names them. */
  ratesByLevel: readonly LevelRate[];
  ratesByNature: Record<Nature, Rates>;
  projects: readonly ScoredProject[];
}
