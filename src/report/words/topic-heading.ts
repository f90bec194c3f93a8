import { statusSaid } from "./labels.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Plan, Topic } from "../../plan/plan.js";
import { meets } from "../../score/goal.js";
import { yearsOf } from "../../score/methods/steps.js";
import { isWorse } from "../../score/trend.js";
import type { ScoredIndicator, ScoredRow, Scorecard } from "../../score/scorecard.js";
import { STATUS, type Status } from "../../terms/status.js";
import { movesOf } from "../since-baseline.js";
import { factsOf, isJudged, toldOf } from "../row-facts.js";
import { changeSince, type Change } from "./change.js";

/** What a heading is made from: a topic's rows, sorted by how they stand. */
interface Standing {
  topic: Topic;
  plan: Plan;
  year: number;
  final: boolean;
  rows: readonly ScoredRow[];
  /** Met, or on course. */
  well: readonly ScoredRow[];
  /** Judged, and not so. */
  behind: readonly ScoredRow[];
  observed: readonly ScoredRow[];
  missing: readonly ScoredRow[];
}

interface Step {
  holds: (standing: Standing) => boolean;
  says: (standing: Standing) => string;
}

/**
 * The conclusion a topic is headed with, without a full stop: the first that holds, from no data to all is well
 * and better than it was. It says what the statuses of the rows say, and never more.
 */
const LADDER: readonly Step[] = [
  {
    holds: ({ rows, missing }) => missing.length === rows.length,
    says: ({ topic, year }) => `${topic.name}缺${year}年数据`,
  },
  {
    holds: ({ well, behind }) => well.length + behind.length === 0,
    says: (standing) => `${standing.topic.name}${observedWords(standing)}${besideMissing(standing)}`,
  },
  {
    holds: (standing) => standing.behind.length === 0 && hasRisen(standing),
    says: (standing) => `${risenWords(standing)}${besideMissing(standing)}`,
  },
  {
    holds: ({ behind, well }) => behind.length === 0 && well.every(isMet),
    says: (standing) => `${allMetWords(standing)}${besideMissing(standing)}`,
  },
  {
    holds: ({ behind }) => behind.length === 0,
    says: (standing) =>
      `${standing.topic.name}总体符合${standing.plan.terms.plan}要求${besideMissing(standing)}`,
  },
  {
    holds: ({ well, behind }) => well.length > behind.length,
    says: (standing) => `${mostlyWords(standing)}，${exceptions(standing)}`,
  },
  {
    holds: ({ well }) => well.length > 0,
    says: (standing) => `${standing.topic.name}进展不一，${exceptions(standing)}`,
  },
  { holds: () => true, says: behindWords },
];

export function topicHeading(
  topic: Topic,
  rows: readonly ScoredRow[],
  scorecard: Scorecard,
  final: boolean,
): string {
  const { plan, year } = scorecard;
  const isWell = ({ status }: ScoredRow): boolean => status === "achieved" || status === "onTrack";
  const standing: Standing = {
    topic,
    plan,
    year,
    final,
    rows,
    well: rows.filter(isWell),
    behind: rows.filter((row) => STATUS[row.status].judged && !isWell(row)),
    observed: rows.filter(({ status }) => status === "observed"),
    missing: rows.filter(({ status }) => status === "noData"),
  };
  return LADDER.find(({ holds }) => holds(standing))!.says(standing);
}

function isMet({ status }: ScoredRow): boolean {
  return status === "achieved";
}

/** Every judged row better than at its baseline, or where it can go no further, and none worse than the year before. */
function hasRisen({ well, missing, plan }: Standing): boolean {
  // What is known of the lesser part says nothing of the whole.
  if (missing.length >= well.length) return false;
  const { better } = movesOf({ rows: well, plan });
  const risen = well.every((row) => better.includes(row) || row.flags.includes("atLimit") || isThere(row));
  return risen && better.length > 0 && well.flatMap(toldOf).every((row) => !hasFallen(row));
}

/** There or not, and there. */
function isThere({ indicator, status }: ScoredRow): boolean {
  return traitsOf(indicator.target).stepwise && status === "achieved";
}

/** 孕产妇健康水平稳步提升: no year of any row was worse than the year before it; else 有所提升. */
function risenWords({ topic, well }: Standing): string {
  const steady = well.flatMap(toldOf).every((scored) => yearsOf(scored).worsened.length === 0);
  return `${topic.subject}${steady ? "稳步" : "有所"}${topic.verb}`;
}

function hasFallen({ value, previous, indicator, goal }: ScoredIndicator): boolean {
  return value !== null && previous !== null && isWorse(value, previous.value, indicator.target, goal);
}

/** 孕产妇健康指标全部达标; kept from the start: 保持达标; with rows nobody judges beside them: 可判定的指标. */
function allMetWords({ topic, well, observed, missing, final, plan }: Standing): string {
  const kept = well.every((row) => isKept(row, plan));
  const met = final ? "实现目标" : "达标";
  const many = well.length > 1 && !kept ? "全部" : "";
  const among = missing.length >= well.length ? "有数据的" : observed.length > 0 ? "可判定的" : "";
  return `${topic.name}${among}指标${kept ? "保持" : many}${kept ? "达标" : met}`;
}

function isKept(row: ScoredRow, { period }: Plan): boolean {
  return toldOf(row).every(
    ({ baseline, goal, indicator }) =>
      traitsOf(indicator.target).numeric &&
      baseline?.year === period.baseline &&
      baseline.doubtful === null &&
      goal !== null &&
      meets(goal, baseline.value),
  );
}

/** 孕产妇健康多数指标达标. */
function mostlyWords({ topic, well, final }: Standing): string {
  if (well.every(isMet)) return `${topic.name}多数指标${final ? "实现目标" : "达标"}`;
  return `${topic.name}多数指标进展顺利`;
}

/** More characters than these make a heading of a name. */
const LONGEST_NAME = 14;

/** 孕产妇死亡率达标困难; rows of one status together, none or too many to name by their number. */
function exceptions({ behind, final }: Standing): string {
  const [first, second] = behind;
  if (first === undefined) return "";
  const statuses = new Set(behind.map(({ status }) => status));
  const said = statusSaid(first.status, final);
  if (second === undefined) return `${shortName(first)}${said}`;
  return statuses.size === 1 ? `${behind.length}项指标${said}` : `${behind.length}项指标进展滞后`;
}

function shortName({ row }: ScoredRow): string {
  return [...row.name].length > LONGEST_NAME ? "1项指标" : row.name;
}

function behindWords({ topic, behind, final, missing, year }: Standing): string {
  const statuses = new Set(behind.map(({ status }) => status));
  const [only] = statuses;
  const beside = missing.length === 0 ? "" : `，${missing.length}项指标缺${year}年数据`;
  return `${topic.name}${statuses.size === 1 && only !== undefined ? allBehind(only, final) : "进展滞后"}${beside}`;
}

function allBehind(status: Status, final: boolean): string {
  const { unmet } = STATUS;
  return status === "unmet" ? `尚${unmet.name}` : statusSaid(status, final);
}

function besideMissing({ missing, year }: Standing): string {
  const [first] = missing;
  if (first === undefined) return "";
  return missing.length === 1
    ? `，${shortName(first)}缺${year}年数据`
    : `，${missing.length}项指标缺${year}年数据`;
}

/** Rows nobody judges: that they cannot be yet, or what they did since the year before. */
function observedWords({ observed, plan, year }: Standing): string {
  const told = observed.flatMap(toldOf);
  if (told.some(({ indicator }) => traitsOf(indicator.target).class !== "watched")) return "指标暂不判定";
  const changes = told.flatMap((scored) => changeOf(scored, plan));
  if (changes.length < told.length) return `取得${year}年数据`;
  const still = changes.filter(({ kind }) => kind === "level" || kind === "near").length;
  const moved = changes.filter(({ kind }) => kind !== "level" && kind !== "near");
  if (moved.length === 0) return "保持基本稳定";
  if (still > moved.length) return "总体稳定";
  if (moved.every(({ direction }) => direction === "up")) return "有所提高";
  return moved.every(({ direction }) => direction === "down") ? "有所下降" : "有升有降";
}

function changeOf(scored: ScoredIndicator, plan: Plan): Change[] {
  const facts = factsOf(scored, plan);
  if (!isJudged(facts) || scored.previous === null) return [];
  return [changeSince(facts.scored, facts.scale, scored.previous)];
}
