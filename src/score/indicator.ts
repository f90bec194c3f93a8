import type { Decimal } from "../terms/decimal.js";
import type { Dataset } from "../data/dataset.js";
import type { Judged, Plan } from "../plan/plan.js";
import { traitsOf } from "../plan/target-kinds.js";
import type { Comparator, Sites } from "../plan/traits.js";
import { rateEvidence } from "./evidence.js";
import { flagsOf, type Facts } from "./flags.js";
import { meets } from "./goal.js";
import { baselineOf, historyOf, lastBefore, valueIn, type History } from "./history.js";
import type { Case, InterimStatus, Kind, Setting } from "./kinds/kind.js";
import { kindOf } from "./kinds/kinds.js";
import { progressOf } from "./pace.js";
import type {
  Baseline,
  Goal,
  GroupEvidence,
  OtherFigure,
  Progress,
  ScoredIndicator,
  Status,
} from "./scorecard.js";
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
  const { comparator, sites } = traitsOf(indicator.target);
  const history = historyOf(indicator, scope.dataset, scope.plan, scope.year);
  const setting = settingOf(indicator, comparator, history, scope);
  const value = valueIn(history.series, scope.year);
  const goal = kind.goal(setting);
  const known = {
    id: indicator.id,
    indicator,
    year: scope.year,
    goal,
    observation: history.observation,
    previous: setting.previous,
    baseline: setting.baseline,
    series: history.series,
    comparator: setting.comparator,
    rate: rateEvidence(indicator, history.observation, scope.dataset, scope.plan.method),
    groups: groupEvidence(sites, history, goal),
    withheld: [],
  };
  if (value === null) {
    const flags = flagsOf(factsOf(known, null, kind, scope), []);
    // Where nothing came since, what is known from before the plan's time is the latest there is.
    const previous = known.previous ?? (known.baseline === null ? history.earlier : null);
    return { ...known, ...NO_VALUE, previous, flags };
  }
  const context = { ...setting, value };
  const judgement = kind.judge(context);
  const status = statusIn(context, judgement.status);
  return {
    ...known,
    value,
    progress: progressIn(kind, context, goal),
    worseTwice: isOpen(status) && isWorseTwice(indicator, context.series, goal, scope.plan.method),
    ...judgement,
    flags: flagsOf(factsOf(known, value, kind, scope), judgement.flags),
    status,
  };
}

const NO_VALUE = {
  value: null,
  status: "noData",
  rule: "noValue",
  progress: null,
  worseTwice: false,
} as const;

/** Whether a fall is worth an alert: a row that meets its target may move, and what nobody judges is no matter. */
function isOpen(status: Status): boolean {
  return status !== "observed" && status !== "achieved";
}

type Known = Pick<ScoredIndicator, "indicator" | "baseline" | "series" | "goal" | "observation" | "groups">;

function factsOf(known: Known, value: Decimal | null, kind: Kind, scope: Scope): Facts {
  const { indicator } = known;
  return {
    ...known,
    value,
    plan: scope.plan,
    numeric: traitsOf(indicator.target).numeric,
    edges: kind.edges(indicator.target),
    revised: isRevised(indicator.id, scope),
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
    comparator: comparator === null ? null : otherFigure(comparator, baseline, scope),
  };
}

function otherFigure({ id }: Comparator, baseline: Baseline | null, scope: Scope): OtherFigure | null {
  const value = reported(id, scope.year, scope);
  if (value === null) return null;
  const atBaseline = baseline === null ? null : reported(id, baseline.year, scope);
  const series = (scope.dataset.series[id] ?? []).filter(({ year }) => year <= scope.year);
  return { id, value, atBaseline, series };
}

/** A comparator's figure in one year: the data's, else a clean one from the plan's text. */
function reported(id: string, year: number, { plan, dataset }: Scope): Decimal | null {
  const inText = plan.rows.find((row) => row.id === id)?.baseline ?? null;
  const fromText = inText !== null && inText.year === year && inText.doubtful === null ? inText.value : null;
  return valueIn(dataset.series[id] ?? [], year) ?? fromText;
}

/** The words of the plan's last year: a numeric row at pace but short is 基本实现, a direction that holds 已实现. */
function statusIn({ year, end, target }: Case, status: InterimStatus): Exclude<Status, "noData"> {
  if (year < end) return status;
  const { numeric } = traitsOf(target);
  if (status === "achieved" || status === "observed") return status;
  if (status === "onTrack") return numeric ? "nearlyAchieved" : "achieved";
  return "notAchieved";
}

function progressIn(kind: Kind, context: Case, goal: Goal | null): Progress | null {
  const made = kind.progress(context);
  const { baseline } = context;
  return made === null || baseline === null || goal === null
    ? null
    : progressOf(made, context, { baseline, goal });
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
