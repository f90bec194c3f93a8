import { decimal, type Decimal } from "../terms/decimal.js";
import type { Dataset } from "../data/dataset.js";
import type { Judged, Plan } from "../plan/plan.js";
import { traitsOf } from "../plan/target-kinds.js";
import type { Comparator, Sites } from "../plan/traits.js";
import { rateEvidence } from "./evidence.js";
import { flagsOf } from "./flags.js";
import { distance, meets } from "./goal.js";
import { baselineOf, historyOf, lastBefore, valueIn, type History } from "./history.js";
import type { Case, InterimStatus, Kind, Setting } from "./kinds/kind.js";
import { kindOf } from "./kinds/kinds.js";
import type { Baseline, Flag, Goal, GroupEvidence, ScoredIndicator, Status } from "./scorecard.js";
import { isWorseTwice } from "./trend.js";

/** The plan, the data and the year t in which everything is scored. */
export interface Scope {
  plan: Plan;
  dataset: Dataset;
  year: number;
}

/** Scores a row without parts, or one part of a compound row. */
export function scoreIndicator(indicator: Judged, scope: Scope): ScoredIndicator {
  const kind = kindOf(indicator.target);
  const { numeric, comparator, sites } = traitsOf(indicator.target);
  const history = historyOf(indicator, scope.dataset, scope.plan, scope.year);
  const setting = settingOf(indicator, comparator, history, scope);
  const value = valueIn(history.series, scope.year);
  const goal = kind.goal(setting);
  const { judgedFlags, ...outcome } = value === null ? missing : judge(kind, { ...setting, value }, goal);
  const evidence = {
    value,
    goal,
    observation: history.observation,
    previous: setting.previous,
    baseline: setting.baseline,
    series: history.series,
    comparator: comparatorEvidence(comparator, setting),
    rate: rateEvidence(indicator, history.observation, scope.dataset, scope.plan.method),
    groups: groupEvidence(sites, history, goal),
  };
  const facts = {
    ...evidence,
    ...scope,
    indicator,
    numeric,
    edges: kind.edges(indicator.target),
    revised: isRevised(indicator.id, scope),
  };
  return {
    id: indicator.id,
    indicator,
    year: scope.year,
    ...outcome,
    ...evidence,
    flags: flagsOf(facts, judgedFlags),
  };
}

function settingOf(
  indicator: Judged,
  comparator: Comparator | null,
  history: History,
  scope: Scope,
): Setting {
  const { plan, year } = scope;
  const baseline = baselineOf(indicator, history, plan, year);
  return {
    target: indicator.target,
    year,
    end: plan.period.end,
    baseline,
    previous: lastBefore(history.series, year),
    series: history.series,
    range: indicator.range,
    pace: plan.method.pace,
    comparator: {
      now: comparator === null ? null : reported(comparator.id, year, scope),
      atBaseline:
        comparator === null || baseline === null ? null : reported(comparator.id, baseline.year, scope),
    },
  };
}

/** A comparator's figure in one year: the data's, else a clean one from the plan's text. */
function reported(id: string, year: number, { plan, dataset }: Scope): Decimal | null {
  const inText = plan.rows.find((row) => row.id === id)?.baseline ?? null;
  const fromText = inText !== null && inText.year === year && inText.doubtful === null ? inText.value : null;
  return valueIn(dataset.series[id] ?? [], year) ?? fromText;
}

type Outcome = Pick<
  ScoredIndicator,
  "status" | "rule" | "gap" | "progress" | "expected" | "pace" | "worseTwice"
> & { judgedFlags: readonly Flag[] };

const missing: Outcome = {
  status: "noData",
  rule: "noValue",
  judgedFlags: [],
  gap: null,
  progress: null,
  expected: null,
  pace: null,
  worseTwice: false,
};

function judge(kind: Kind, context: Case, goal: Goal | null): Outcome {
  const { status, rule, flags } = kind.judge(context);
  const { numeric } = traitsOf(context.target);
  return {
    status: context.year < context.end ? status : finalStatus(status, numeric),
    rule,
    judgedFlags: flags,
    gap: goal === null ? null : distance(goal, context.value),
    ...progressOf(kind, context),
    worseTwice: status !== "observed" && isWorseTwice(context.series, context.target, goal),
  };
}

/** The words of the plan's last year: a numeric row at pace but short is 基本实现, a direction that holds 已实现. */
function finalStatus(status: InterimStatus, numeric: boolean): Status {
  if (status === "achieved" || status === "observed") return status;
  if (status === "onTrack") return numeric ? "nearlyAchieved" : "achieved";
  return "notAchieved";
}

/** P, τ = (t−b)/(end−b) and ρ = P/τ; quotients for output only, nothing compares them. */
function progressOf(kind: Kind, context: Case): Pick<Outcome, "progress" | "expected" | "pace"> {
  const progress = kind.progress(context);
  if (progress === null || context.baseline === null) return { progress: null, expected: null, pace: null };
  const gone = yearsSince(context.baseline, context.year);
  const inAll = yearsSince(context.baseline, context.end);
  return { progress, expected: gone.div(inAll), pace: progress.times(inAll).div(gone) };
}

function yearsSince(baseline: Baseline, year: number): Decimal {
  return decimal(year - baseline.year);
}

function comparatorEvidence(
  asked: Comparator | null,
  { comparator: { now } }: Setting,
): ScoredIndicator["comparator"] {
  return asked === null || now === null ? null : { id: asked.id, value: now };
}

function groupEvidence(sites: Sites | null, history: History, goal: Goal | null): GroupEvidence | null {
  const { groups, district } = history;
  if (sites === null || goal === null || groups.length === 0) return null;
  return {
    figures: groups,
    failing: groups.filter(({ value }) => !meets(goal, value)),
    reported: new Set(groups.map(({ group }) => group)).size,
    expected: sites.expected,
    district,
  };
}

function isRevised(id: string, { plan, dataset, year }: Scope): boolean {
  return dataset.revisions.some(
    (revision) => revision.indicator === id && revision.year >= plan.period.baseline && revision.year <= year,
  );
}
