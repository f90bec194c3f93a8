import type { ScoredProject, ScoredRow } from "../../score/scorecard.js";
import { headedParagraphs, paragraph, type HeadingNumber } from "../blocks.js";
import { changeSince } from "../words/change.js";
import { NATURE_NAMES } from "../words/labels.js";
import { chapter, type Part, type UnnumberedBlock } from "../numbering/unnumbered.js";
import { figure } from "../words/number.js";
import { factsOf, isJudged, type Matter, type RowFacts } from "../row-facts.js";
import { standingOf } from "../words/standing.js";
import { headline, nameList, quoted } from "../words/wording.js";
import { worseningOf, worseningOfAll } from "../words/worsening.js";
import { STATUS, type Status, WORST_FIRST, statusName } from "../../terms/status.js";
import { isLastYear } from "../../plan/period.js";

interface Item {
  heading: string;
  text: string;
}

/** 存在的主要问题: binding rows first, each with its figure and its gap; then gaps in the data and in projects. */
export function problemsChapter(matter: Matter): Part {
  return chapter("problems", "存在的主要问题", problemBlocks(matter));
}

/** A paragraph per kind of problem, numbered at the level they stand on; or that there is none. */
export function problemBlocks(matter: Matter, number?: HeadingNumber): UnnumberedBlock[] {
  const problems = PROBLEMS.map((problem) => problem(matter));
  const blocks = headedParagraphs(problems, number);
  const { slow, offTrack, unmet, noData } = STATUS;
  const none = `${matter.scorecard.year}年未发现${slow.name}、${offTrack.name}、${unmet.name}或${noData.name}的指标。`;
  return blocks.length === 0 ? [paragraph(none)] : blocks;
}

const PROBLEMS: readonly ((matter: Matter) => Item)[] = [
  (matter) => behindProblem(matter, "binding"),
  (matter) => behindProblem(matter, "anticipated"),
  worseningProblem,
  missingProblem,
  projectsProblem,
];

const BEHIND: readonly Status[] = [
  ...WORST_FIRST.filter((status) => STATUS[status].behind),
  "nearlyAchieved",
];

/** Rows that are behind, the worst first. */
export function rowsBehind({ scorecard }: Matter): ScoredRow[] {
  return BEHIND.flatMap((status) => scorecard.rows.filter((row) => row.status === status));
}

function behindProblem(matter: Matter, nature: ScoredRow["row"]["nature"]): Item {
  const rows = rowsBehind(matter).filter(({ row }) => row.nature === nature);
  const name = NATURE_NAMES[nature];
  return {
    heading: `${name}指标中，${headline(rows.map(({ row }) => row.name))}与目标要求仍有差距`,
    text: rows.map((row) => `${standingOf(row, matter.scorecard, `${matter.scorecard.year}年`)}。`).join(""),
  };
}

/** Rows that are not behind and yet were worse than at the figure before, twice running. */
function worseningProblem({ scorecard }: Matter): Item {
  const rows = scorecard.rows.filter((row) => row.worseTwice && !BEHIND.includes(row.status));
  return {
    heading: `${headline(rows.map(({ row }) => row.name))}${worseningOfAll(rows)}`,
    text: rows.map((row) => `${worseningClause(row, scorecard)}。`).join(""),
  };
}

function worseningClause(row: ScoredRow, { plan, year }: Matter["scorecard"]): string {
  const status = statusName(row.status, isLastYear({ plan, year }));
  const clauses = [latestText(factsOf(row, plan)), worseningOf(row), `目前${status}`];
  return `${row.row.name}${clauses.join("，")}`;
}

/** 2025年为45.61%，比2024年下降1.21个百分点; "" for a compound row, which has no figure of its own. */
function latestText(facts: RowFacts): string {
  if (!isJudged(facts)) return "";
  const { scored, scale } = facts;
  const change = scored.previous === null ? [] : [changeSince(scored, scale, scored.previous).said];
  return [`${scored.year}年为${figure(scale, scored.value)}`, ...change].join("，");
}

function missingProblem({ scorecard }: Matter): Item {
  const rows = scorecard.rows.filter(({ status }) => status === "noData");
  const names = nameList(rows.map(({ row }) => row.name));
  const text =
    rows.length === 0
      ? ""
      : `${names}${rows.length === 1 ? "" : `共${rows.length}项指标`}缺${scorecard.year}年数据，无法评价。`;
  return { heading: "部分指标数据缺项", text };
}

/** What the reporters themselves name as a problem: their words, not ours. */
function projectsProblem({ scorecard }: Matter): Item {
  const notStarted = scorecard.projects.filter(({ progress }) => progress?.status === "未启动");
  const silent = scorecard.projects.filter(({ progress }) => progress === null);
  const clauses = [
    projectNames("尚未启动的重点项目有", notStarted),
    silent.length === scorecard.projects.length ? "" : projectNames("未报送进展的重点项目有", silent),
    ...scorecard.projects.map(reportedProblem),
  ].filter((clause) => clause !== "");
  return {
    heading: "部分重点项目推进中存在困难",
    text: clauses.length === 0 ? "" : `${clauses.join("；")}。`,
  };
}

function projectNames(lead: string, projects: readonly ScoredProject[]): string {
  return projects.length === 0 ? "" : `${lead}${nameList(projects.map(({ project }) => project.name))}`;
}

function reportedProblem({ project, progress }: ScoredProject): string {
  const problems = quoted(progress?.problems ?? "");
  return problems === "" || problems === "无" ? "" : `${project.name}反映：${problems}`;
}
