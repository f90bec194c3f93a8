import { headingName, lagSaid, statusSaid } from "../labels.js";
import { isSeen, onlyRow, onlyRowWords } from "./only-row-heading.js";
import { traitsOf } from "../../../plan/target-kinds.js";
import type { Plan, Topic } from "../../../plan/plan.js";
import { meets } from "../../../score/goal.js";
import { yearsOf } from "../../../score/methods/steps.js";
import { isWorse } from "../../../score/trend.js";
import type { ScoredIndicator, ScoredRow, Scorecard } from "../../../score/scorecard.js";
import { STATUS } from "../../../terms/status.js";
import { hasHardlyMoved, movesOf } from "../../since-baseline.js";
import { factsOf, isJudged, toldOf, type JudgedFacts } from "../../row-facts.js";
import type { Change } from "../change.js";

/** What a heading is made from: a topic's rows, sorted by how they stand. */
interface Standing {
  topic: Topic;
  plan: Plan;
  year: number;
  final: boolean;
  /** The changes that the report tells of a row, the one that it tells first in front. */
  changesOf: (facts: JudgedFacts) => readonly Change[];
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
    says: ({ topic, year }) => `${topic.name}指标缺${year}年数据`,
  },
  {
    holds: ({ well, behind }) => well.length + behind.length === 0,
    says: (standing) => `${standing.topic.name}${observedWords(standing)}`,
  },
  { holds: (standing) => onlyRow(standing) !== null, says: onlyRowWords },
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
    says: (standing) => `${conformingWords(standing)}${besideMissing(standing)}`,
  },
  {
    holds: ({ well, behind }) => well.length > behind.length,
    says: (standing) => `${mostly(standing, standing.well)}${wellWords(standing)}，${exceptions(standing)}`,
  },
  {
    holds: ({ well, behind }) => well.length === behind.length,
    says: (standing) => `${mixedWords(standing)}，${exceptions(standing)}`,
  },
  {
    holds: ({ well }) => well.length > 0,
    says: (standing) =>
      `${mostly(standing, standing.behind)}${lagSaid(standing.behind, standing.final)}${onlyWell(standing)}`,
  },
  { holds: () => true, says: behindWords },
];

export function topicHeading(
  topic: Topic,
  rows: readonly ScoredRow[],
  scorecard: Scorecard,
  final: boolean,
  changesOf: Standing["changesOf"],
): string {
  const { plan, year } = scorecard;
  const isWell = ({ status }: ScoredRow): boolean => status === "achieved" || status === "onTrack";
  const standing: Standing = {
    topic,
    plan,
    year,
    final,
    changesOf,
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

/** Of a part of the rows that is not most of them is said which rows it is: what is known of it says nothing of the whole. */
function among({ rows, observed }: Standing, part: readonly ScoredRow[]): string {
  if (part.length * 2 > rows.length) return "";
  return observed.length > 0 ? "可判定的" : KNOWN;
}

/** Of rows that are not all reported, those that are. */
const KNOWN = "有数据的";

/** Every judged row better than at its baseline, or where it can go no further, and none worse than the year before. */
function hasRisen(standing: Standing): boolean {
  const { well, plan } = standing;
  if (among(standing, well) !== "") return false;
  // Of a row of several figures, none may have hardly moved.
  const better = movesOf({ rows: well, plan }).better.filter(
    (row) => !toldOf(row).some((scored) => hasHardlyMoved(scored, plan)),
  );
  const risen = well.every((row) => better.includes(row) || isAtItsEnd(row));
  return risen && better.length > 0 && well.flatMap(toldOf).every((row) => !hasFallen(row));
}

/** No year was worse than the one before, and the last was better. */
function isSteady(scored: ScoredIndicator): boolean {
  const { worsened, improved } = yearsOf(scored);
  return worsened.length === 0 && improved.at(-1) === scored.year;
}

/** It can go no further. */
function isAtItsEnd(row: ScoredRow): boolean {
  return row.flags.includes("atLimit") || isThere(row);
}

/** There or not, and there. */
function isThere({ indicator, status }: ScoredRow): boolean {
  return traitsOf(indicator.target).stepwise && status === "achieved";
}

/**
 * 孕产妇健康水平稳步提升: no year of any row was worse than the year before it, and this one was better; else, and where no row has
 * been seen for more than one step, 有所提升.
 */
function risenWords({ topic, well }: Standing): string {
  const steady =
    well.every((row) => toldOf(row).every((scored) => isSteady(scored) || isAtItsEnd(row))) &&
    well.some((row) => !isAtItsEnd(row) && toldOf(row).some(isSeen));
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
  const which = observed.length > 0 ? "可判定的" : missing.length >= well.length ? KNOWN : "";
  return `${subjectOf(topic, which, well)}${kept ? "保持" : many}${kept ? "达标" : met}`;
}

/**
 * What is said of some rows: 女性参与基层治理指标中，2项, those that can be judged; 有数据的指标. A single one goes by its name:
 * 农村饮水指标中，农村自来水普及率.
 */
function subjectOf({ name }: Topic, which: string, part: readonly ScoredRow[]): string {
  if (which === "") return `${name}指标`;
  const [only, ...others] = part;
  const called = only === undefined || others.length > 0 ? null : headingName(only.row);
  if (called !== null) return `${name}指标中，${called}`;
  return which === KNOWN ? `${name}${KNOWN}指标` : `${name}指标中，${part.length}项`;
}

/** 义务教育总体进展顺利 while a figure is still to be reached; 总体符合规划要求 of directions; 2项指标符合规划要求. */
function conformingWords(standing: Standing): string {
  const { topic, plan, well } = standing;
  const which = among(standing, well);
  const underWay = well.some((row) => !isMet(row) && toldOf(row).some(hasFigure));
  const asked = underWay ? "进展顺利" : `符合${plan.terms.plan}要求`;
  return which === "" ? `${topic.name}总体${asked}` : `${subjectOf(topic, which, well)}${asked}`;
}

function hasFigure({ indicator }: ScoredIndicator): boolean {
  return traitsOf(indicator.target).class === "explicit";
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

/** 孕产妇健康多数指标; 党员、代表和委员中女性比例指标中，2项 where they are not most of all. */
function mostly(standing: Standing, part: readonly ScoredRow[]): string {
  const few = among(standing, part) !== "";
  return `${standing.topic.name}${few ? `指标中，${part.length}项` : "多数指标"}`;
}

/** 达标 where all that are well have reached their targets. */
function wellWords({ well, final }: Standing): string {
  if (well.every(isMet)) return final ? "实现目标" : "达标";
  return "进展顺利";
}

/** As many well as behind. */
function mixedWords({ topic, final }: Standing): string {
  return `${topic.name}指标${final ? "实现情况" : "进展"}不一`;
}

/** More names than these make no heading. */
const MOST_NAMED = 2;

/** 孕产妇死亡率达标困难; 初中生近视率进展偏慢、高中阶段学生近视率达标困难; more, or those with long names alone, by their number. */
function exceptions({ behind, final }: Standing): string {
  const names = behind.map(({ row }) => headingName(row));
  const alike = new Set(behind.map(({ status }) => status)).size === 1;
  if (behind.length > MOST_NAMED || names.includes(null))
    return `${behind.length}项${lagSaid(behind, final)}`;
  if (alike) return `${names.join("、")}${lagSaid(behind, final)}`;
  return behind.map(({ status }, at) => `${names[at]}${statusSaid(status, final)}`).join("、");
}

/** ，体质健康达标优良率预期可达标: the one that is well where most are behind; "" where there are several. */
function onlyWell({ well, final }: Standing): string {
  const [only, ...others] = well;
  const name = only === undefined || others.length > 0 ? null : headingName(only.row);
  return only === undefined || name === null
    ? ""
    : `，${name}${final ? "实现目标" : statusSaid(only.status, final)}`;
}

/** 女性就业进展偏慢; what is said of targets is said of their 指标. */
function behindWords(standing: Standing): string {
  const { topic, behind, missing, final, year } = standing;
  const which = among(standing, behind);
  const said = behind.every(({ status }) => status === "unmet")
    ? `尚${STATUS.unmet.name}`
    : lagSaid(behind, final);
  const subject = which !== "" || !said.startsWith("进展") ? subjectOf(topic, which, behind) : topic.name;
  const beside = missing.length === 0 ? "" : `，${missing.length}项指标缺${year}年数据`;
  return `${subject}${said}${beside}`;
}

function besideMissing({ missing, year }: Standing): string {
  const [first] = missing;
  if (first === undefined) return "";
  return missing.length === 1
    ? `，${headingName(first.row) ?? "1项指标"}缺${year}年数据`
    : `，${missing.length}项指标缺${year}年数据`;
}

/** Rows nobody judges: that they cannot be yet, or what they did since the year that the report compares with. */
function observedWords(standing: Standing): string {
  const { observed } = standing;
  const told = observed.flatMap(toldOf);
  // What would let them be judged is lacking, and is named in the text.
  if (told.some(({ indicator }) => traitsOf(indicator.target).class !== "watched")) return "数据尚不完整";
  return `${watchedWords(told, standing)}${besideMissing(standing)}`;
}

function watchedWords(told: readonly ScoredIndicator[], standing: Standing): string {
  const changes = told.flatMap((scored) => changeOf(scored, standing));
  if (changes.length < told.length) return `指标取得${standing.year}年数据`;
  const still = changes.filter(({ kind }) => kind === "level" || kind === "near").length;
  const moved = changes.filter(({ kind }) => kind !== "level" && kind !== "near");
  if (moved.length === 0) return "保持基本稳定";
  if (still > moved.length) return "总体稳定";
  if (moved.every(({ direction }) => direction === "up")) return "指标有所上升";
  return moved.every(({ direction }) => direction === "down") ? "指标有所下降" : "指标有升有降";
}

function changeOf(scored: ScoredIndicator, { plan, changesOf }: Standing): Change[] {
  const facts = factsOf(scored, plan);
  return isJudged(facts) ? changesOf(facts).slice(0, 1) : [];
}
