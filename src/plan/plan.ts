import type { Decimal, Rounding } from "../terms/decimal.js";
import type { Terms } from "./words/terms.js";
import type { IssueCode, Severity } from "../issues/issue.js";

/** A development plan with nothing optional left: what the YAML says after checks and defaults. */
export interface Plan {
  /** "women", "children", or another district's own. Used by --plan. */
  id: string;
  /** The file it was read from, as the user named it. */
  file: string;
  /** 重庆市永川区妇女发展规划（2021—2030年） */
  title: string;
  /** 永川区妇女发展规划: what report titles and file names begin with. */
  shortTitle: string;
  /** 妇女, 儿童: whose development the plan is about. */
  subject: string;
  /** 永川区 */
  region: string;
  /** What its reports call it, its area and what that is made of. */
  terms: Terms;
  /** Years inclusive: 2021–2030; baseline 2020. */
  period: { start: number; end: number; baseline: number };
  /** The document that issued the plan; `part` is the plan's place among those it issued. */
  document: { number: string; issuer: string; date: string; part: number };
  /** Issuing body per report kind. */
  issuers: { annual: string; midterm: string; final: string };
  method: Method;
  /** Ways to divide figures beside the usual ones. */
  groupings: readonly GroupingEntry[];
  /** The towns and subdistricts of the region by name; [] where the file does not say. */
  sites: readonly string[];
  domains: readonly Domain[];
  /** The subjects a domain's rows are told by, in telling order; [] where the file names none. */
  topics: readonly Topic[];
  rows: readonly PlanRow[];
  /** Auxiliary series that are not rows: W30r. */
  series: readonly AuxiliarySeries[];
  /** Rows whose figures of one year should not fall along the list. */
  orders: readonly RowOrder[];
  projects: readonly Project[];
  /** The chapters of 三、重点任务 with their numbered measures. */
  chapters: readonly Chapter[];
}

/** How figures of one indicator are divided: 镇街, 机构, 性别, or whatever a plan names. */
export interface GroupingEntry {
  name: string;
  /** Groups of people make up all of them, so that their 合计 is the district's own figure; places report each for itself. */
  people: boolean;
  /** Other words for it: 民族别. */
  aliases: readonly string[];
}

export interface Domain {
  id: string;
  /** 妇女与健康 */
  name: string;
}

/** Rows of one domain that a report tells in one paragraph. */
export interface Topic {
  /** 孕产妇健康 */
  name: string;
  /** What of it is said to have moved, and how, where every row did: 孕产妇健康水平, 提升. */
  subject: string;
  verb: string;
  /** Row ids, in telling order. */
  rows: readonly string[];
}

export type Nature = "binding" | "anticipated";

/** What a row, a part of a compound row and an auxiliary series have in common. */
export interface Indicator {
  /** W04, W05a, W22.1, W30r */
  id: string;
  name: string;
  /** "%", "‰", "1/10万", "所"; "" where the plan gives none (W40, W41). */
  unit: string;
  /** How the figure is counted, in our words, as forms tell it; "" where the plan file does not say. */
  definition: string;
  /** Digits it is shown with. */
  decimals: number;
  /** Other names workbooks use for it. */
  aliases: readonly string[];
  /** Natural limits of the value: 0–100 for a bounded %, max null for a gross rate or a count. */
  range: { min: Decimal; max: Decimal | null };
  /**
   * Between what a person who knows the field expects the value, widely; null where the plan file does not say.
   * A figure outside is asked about. Zero is judged by itself; a `low` of 0 says that zeros are common.
   */
  plausible: { low: Decimal; high: Decimal } | null;
  notes: readonly string[];
}

/** Whose target: the country's outline, the city's plan. */
export type Level = "national" | "municipal";

export interface Judged extends Indicator {
  target: Target;
  /** The baseline named in the source's 发展基础, or null. */
  baseline: SourceBaseline | null;
  /** How the plan before this one left the indicator; null where the plan file does not say. */
  previousPlan: PreviousEnd | null;
  /** Survey or election rows: a flat series is normal. */
  flatIsNormal: boolean;
  /** A percentage that counts events (crimes, cases), as rates per thousand and more do by their unit. */
  events: boolean;
}

export interface PlanRow extends Judged {
  /** The plan's own 序号, shared by split rows (W05a, W05b: 5). */
  number: number;
  /** A Domain id. */
  domain: string;
  /** Null where the plan tells no such kinds apart: then nothing is said of 约束性 anywhere. */
  nature: Nature | null;
  /** What plans above this one ask of the row, where the plan file says; all of them name figures. */
  targets: Readonly<Partial<Record<Level, Target>>>;
  /** Stands in no public edition. */
  internal: boolean;
  /** Compound rows (W22, W23): each part has data of its own; empty elsewhere. */
  parts: readonly Judged[];
  /** Measure ids: WM1.3 */
  measures: readonly string[];
  /** Project ids: WP01 */
  projects: readonly string[];
  /** Proposed 责任单位, `units` in the plan file; nobody is ranked by them until confirmed. */
  reporters: { names: readonly string[]; confirmed: boolean };
}

export interface AuxiliarySeries extends Indicator {
  /** The row it serves. */
  row: string;
}

export interface RowOrder {
  /** Row ids, the one with the least figure first: 新生儿 ≤ 婴儿 ≤ 5岁以下. */
  rows: readonly string[];
  /** What a figure out of order most likely means, and what to do. */
  note: string;
}

/** What an indicator stood at when the plan before this one ended. */
export interface PreviousEnd {
  value: Decimal;
  year: number;
  /** What that plan had asked for, in its words; "" where it asked for nothing. */
  target: string;
  /** How it was counted otherwise; "" where it was counted alike. */
  scope: string;
  /** The paper it is taken from. */
  source: string;
}

export interface SourceBaseline {
  value: Decimal;
  year: number;
  /** The clause of the source it is taken from. */
  clause: string;
  /** Why the year is not in the clause itself; "" where it is. */
  yearNote: string;
  /** Why the figure may not be this indicator's; null where it is clean. */
  doubtful: string | null;
}

export type Threshold = "atLeast" | "above" | "atMost" | "below";

/** How a direction is read: plain against the baseline alone; the others against the years between as well. */
export type DirectionMode = "plain" | "everyYear" | "noBackslide" | "marked";

/** The machine form of a target, beside its wording in the plan's table (`text`, verbatim). */
export type Target = { text: string } & (
  | { kind: Threshold; value: Decimal }
  | { kind: "binary"; value: Decimal }
  /** Inside value ± tolerance. `above`: "met" counts more as met (flag aboveBand), "unmet" does not (W37). */
  | { kind: "around"; value: Decimal; tolerance: Decimal; above: "met" | "unmet" }
  /** `size`: how much better 明显降低 must be; null where the text sets none. */
  | {
      kind: "increase" | "decrease";
      mode: DirectionMode;
      size: Decimal | null;
    }
  | { kind: "observe" }
  /** Not below another row in the same year. */
  | { kind: "relativeTo"; row: string }
  /** Not more than `tolerance` below an auxiliary series in the same year. */
  | { kind: "matches"; series: string; tolerance: Decimal }
  | { kind: "balance"; low: Decimal; high: Decimal }
  /** 女/男 of a ratio written 男:女. */
  | { kind: "stalls"; value: Decimal }
  | { kind: "contain" }
  /** Every site of `grouping` meets the comparison; `expected` sites, null where unknown. */
  | {
      kind: "each";
      comparison: Threshold;
      value: Decimal;
      grouping: Grouping;
      expected: number | null;
    }
);

export type TargetKind = Target["kind"];

/** 镇街, 机构, 性别 …: any word the plan or its data divide by. */
export type Grouping = string;

export interface Method {
  /** Cuts of the pace ρ: onTrack from `onTrack`, slow from `slow`. */
  pace: { onTrack: Decimal; slow: Decimal };
  /** Half width of 左右 and of 相适应, in percentage points, where a row sets none. */
  tolerance: Decimal;
  rounding: Rounding;
  /** Fewer events than this are flagged smallNumbers. */
  smallNumbers: number;
  /** The public edition prints no count of people or cases below this, but zero. */
  publicMinimum: number;
  /** What is said of the year as a whole, the best first. */
  verdict: readonly VerdictStep[];
  /** How bad findings about figures that stand are, where the plan says otherwise than the table of issues. */
  severities: Severities;
}

/** From so many per cent 达标或预期可达标 on, these words; the last step is from 0. */
export interface VerdictStep {
  from: Decimal;
  words: string;
  /** What is said in the plan's last year. */
  atEnd: string;
}

export type Severities = Readonly<Partial<Record<IssueCode, Severity | undefined>>>;

export interface Project {
  /** WP01 */
  id: string;
  number: number;
  name: string;
  content: string;
  /** 责任单位, `units` in the plan file, in the order of the source. */
  reporters: readonly string[];
  /** Empty where the text has none. */
  quantities: readonly Quantity[];
  /** Measure ids. */
  measures: readonly string[];
}

/** A thing the project must reach: 照护中心 2 所; yes/no goals have unit "" and goal null. */
export interface Quantity {
  name: string;
  goal: Decimal | null;
  unit: string;
}

export interface Chapter {
  number: number;
  title: string;
  measures: readonly Measure[];
}

export interface Measure {
  /** WM1.3: chapter 1, measure 3. */
  id: string;
  number: number;
  title: string;
  /** Who reports on it, `units` in the plan file; empty where the file leaves it to the rows and projects it serves. */
  reporters: readonly string[];
}
