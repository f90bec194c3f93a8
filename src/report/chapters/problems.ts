import { ANNUAL_PART_NAMES, PART_NAMES } from "../../narrative/part-names.js";
import { headingName, lagSaid, statusSaid } from "../words/labels.js";
import type { Plan, Topic } from "../../plan/plan.js";
import { saidTopic, topicsOf } from "../../plan/lookup.js";
import type { ScoredProject, ScoredRow, Scorecard } from "../../score/scorecard.js";
import { headedParagraphs, paragraph } from "../blocks.js";
import { chapter, type HeadingLevel, type Part, type UnnumberedBlock } from "../numbering/unnumbered.js";
import { labelOf, passage, type Passage } from "../numbering/passage.js";
import type { Matter } from "../row-facts.js";
import { standingOf } from "../words/standing.js";
import { isMostlyMissing } from "../words/verdict.js";
import { headline, isListable, nameList } from "../words/wording.js";
import { difficultyOf } from "./projects.js";
import { ALERTS } from "../../terms/alert.js";
import { isBehind, STATUS, WORST_FIRST } from "../../terms/status.js";
import { isLastYear } from "../../plan/period.js";
import { smallest } from "../../terms/long-lists.js";

interface Item {
  heading: string;
  text: Passage;
}

/** A subject that has rows behind. */
interface Theme {
  topic: Topic;
  rows: readonly ScoredRow[];
}

/** So many subjects are told, the gravest first, and a fourth where an alert asks for it. */
const MOST_THEMES = 3;

/** With the data and the projects: what a project's unit has difficulties with stands in the table of projects. */
const MOST_PROBLEMS = 5;

function themesTold(themes: readonly Theme[]): number {
  const fourth = themes[MOST_THEMES];
  const isGrave = fourth?.rows.some(({ alert }) => alert === "red" || alert === "orange") ?? false;
  return Math.min(themes.length, MOST_THEMES + (isGrave ? 1 : 0));
}

/** So many rows of the other subjects are named. */
const MOST_NAMED = 3;

/** 存在的主要问题: the gravest subjects, each with figures and gaps; then gaps in the data and in projects. */
export function problemsChapter(matter: Matter): Part {
  return chapter("problems", ANNUAL_PART_NAMES["problems/told"], problemBlocks(matter), "problems/told");
}

/** A paragraph per problem, numbered at the level they stand on; or that there is none. */
export function problemBlocks(matter: Matter, level?: HeadingLevel): UnnumberedBlock[] {
  const { scorecard } = matter;
  const themes = themesOf(scorecard);
  const count = themesTold(themes);
  const behind = themes.slice(0, count).map((theme) => themeProblem(theme, scorecard));
  const rest = restText(themes.slice(count), scorecard);
  const others = [missingProblem(scorecard), projectsProblem(scorecard)].filter(({ text }) => text !== "");
  // Where most rows lack data, nothing weighs more.
  const [first, last] = isMostlyMissing(scorecard.tally)
    ? [others.slice(0, 1), others.slice(1)]
    : [[], others];
  const blocks = [
    ...headedParagraphs([...first, ...behind, ...last.slice(0, MOST_PROBLEMS - count - first.length)], level),
    ...(rest === "" ? [] : [paragraph(rest)]),
  ];
  return blocks.length === 0 ? [paragraph(noneText(scorecard))] : blocks;
}

/** A few rows of the other subjects are named, of many it is said where they are; those that 基本实现 are in no list. */
function restText(untold: readonly Theme[], scorecard: Scorecard): Passage {
  const final = isLastYear(scorecard);
  const rows = untold.flatMap((theme) => theme.rows.filter(({ alert }) => alert !== null));
  if (rows.length === 0) return "";
  if (rows.length <= MOST_NAMED) {
    const names = nameList(rows.map(({ row }) => row.name));
    return passage`此外，${names}${lagSaid(rows, final)}（见${labelOf("table:alerts")}）。`;
  }
  const rest = final ? statusSaid("notAchieved", true) : "进展滞后";
  return passage`其余${rest}的指标见${PART_NAMES.alerts}（${labelOf("table:alerts")}）。`;
}

function noneText(scorecard: Scorecard): string {
  const { slow, offTrack, unmet, notAchieved, nearlyAchieved, noData } = STATUS;
  const looked = isLastYear(scorecard) ? [notAchieved, nearlyAchieved] : [slow, offTrack, unmet];
  return `${scorecard.year}年未发现${looked.map(({ name }) => name).join("、")}或${noData.name}的指标。`;
}

const BEHIND = WORST_FIRST.filter(isBehind);

/** Rows that are behind, the worst first. */
export function rowsBehind({ rows }: Pick<Scorecard, "rows">): ScoredRow[] {
  return BEHIND.flatMap((status) => rows.filter((row) => row.status === status));
}

/** The subjects with rows behind, the worst row first: those with binding rows first, then by their gravest alert, then by their number. */
export function themesOf(scorecard: Pick<Scorecard, "plan" | "rows">): Theme[] {
  const { plan } = scorecard;
  const behind = rowsBehind(scorecard);
  const themes = plan.domains
    .flatMap((domain) => topicsOf(plan, domain).map((topic) => saidTopic(topic, domain)))
    .flatMap((topic) => {
      const rows = behind.filter(({ id }) => topic.rows.includes(id));
      return subjectsOf(topic, rows).map((own) => ({ topic, rows: own }));
    });
  return themes.sort((a, b) => gravity(a) - gravity(b) || b.rows.length - a.rows.length);
}

/**
 * The rows of a topic that are one subject. A topic whose name is a list has several, teeth and sleep: there only the
 * rows that the plan counts as one indicator are.
 */
function subjectsOf({ name }: Topic, rows: readonly ScoredRow[]): ScoredRow[][] {
  if (rows.length === 0) return [];
  if (isListable(name)) return [[...rows]];
  const numbers = [...new Set(rows.map(({ row }) => row.number))];
  return numbers.map((number) => rows.filter(({ row }) => row.number === number));
}

function gravity({ rows }: Theme): number {
  const levels = rows.map(({ alert }) => (alert === null ? ALERTS.length : ALERTS.indexOf(alert)));
  const binding = rows.some(({ row }) => row.nature === "binding");
  return smallest(levels) + (binding ? 0 : ALERTS.length + 1);
}

function themeProblem({ topic, rows }: Theme, { plan, year }: Scorecard): Item {
  return {
    heading: themeHeading(topic, rows, isLastYear({ plan, year })),
    text: `${year}年${themeText(rows, plan)}。`,
  };
}

/** More rows of one subject than these are not heard out: a plan that groups its rows has fewer. */
const MOST_ROWS = 6;

/** One row has just been named by the heading; its sites and parts have names of their own. */
function themeText(rows: readonly ScoredRow[], plan: Plan): string {
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0) {
    const text = standingOf(only, plan, false);
    return text.startsWith("为") ? text : `，${text.replace(/^，/u, "")}`;
  }
  const told = rows.slice(0, MOST_ROWS).map((row) => standingOf(row, plan));
  return `，${told.join("；")}${rows.length > MOST_ROWS ? `；其余${rows.length - MOST_ROWS}项不再列举` : ""}`;
}

/** The figure that weighs most of some rows, and of which indicator it is. */
export interface Worst {
  name: string;
  value: string;
}

/**
 * 孕产妇死亡率达标困难; 女性社会保险2项指标进展偏慢; 小学生每天睡眠时间等3项指标进展滞后 of a subject whose name is a list with others in
 * it, by both their names where they are two. With a figure 孕产妇死亡率（16.04/10万）达标困难.
 */
export function themeHeading(
  topic: Topic,
  rows: readonly ScoredRow[],
  final: boolean,
  worst: Worst | null = null,
): string {
  const [first, ...others] = rows;
  if (first === undefined) return topic.name;
  const value = worst === null ? "" : `（${worst.value}）`;
  if (others.length === 0) return `${first.row.name}${value}${statusSaid(first.status, final)}`;
  if (rows.length < topic.rows.length && !isListable(topic.name)) {
    const names = rows.map(({ row }) => headingName(row) ?? row.name);
    const told = worst === null ? headline(names) : `${names[0]}${value}等${rows.length}项指标`;
    return `${told}${lagSaid(rows, final)}`;
  }
  const named = worst === null ? "" : `（${worst.name}${worst.value}等）`;
  return `${topic.name}${rows.length}项指标${named}${lagSaid(rows, final)}`;
}

function missingProblem({ rows, tally, year }: Scorecard): Item {
  const missing = rows.filter(({ status }) => status === "noData").map(({ row }) => row.name);
  const names = missing.length > MOST_NAMES ? headline(missing) : nameList(missing);
  return {
    heading:
      missing.length === 1
        ? `1项指标缺${year}年数据`
        : `${isMostlyMissing(tally) ? "半数以上" : "部分"}指标数据缺项`,
    text:
      missing.length === 0
        ? ""
        : `${names}${missing.length === 1 ? "因此" : `未取得${year}年数据，`}无法评价。`,
  };
}

/** More names than these are counted; the annex has them all. */
const MOST_NAMES = 4;

/** Which projects are not under way, and how many have difficulties: the table has these in their units' own words. */
function projectsProblem({ projects }: Scorecard): Item {
  const notStarted = projects.filter(({ progress }) => progress?.status === "未启动");
  const silent = projects.filter(({ progress }) => progress === null);
  const hampered = projects.filter((scored) => difficultyOf(scored) !== "");
  const clauses = [
    projectNames("尚未启动的重点项目有", notStarted),
    silent.length === projects.length ? "" : projectNames("未报送进展的重点项目有", silent),
  ].filter((clause) => clause !== "");
  const told = clauses.length === 0 ? "" : `${clauses.join("；")}。`;
  return {
    heading: "部分重点项目推进中存在困难",
    text:
      hampered.length === 0
        ? told
        : passage`${told}${hamperedText(hampered)}（见${labelOf("table:projects")}）。`,
  };
}

function hamperedText(hampered: readonly ScoredProject[]): string {
  const names = nameList(hampered.slice(0, MOST_NAMED).map(({ project }) => project.name));
  const etc = hampered.length > MOST_NAMED ? `等${hampered.length}个项目` : "";
  return `${names}${etc}的责任单位反映了推进中的困难`;
}

function projectNames(lead: string, projects: readonly ScoredProject[]): string {
  return projects.length === 0 ? "" : `${lead}${nameList(projects.map(({ project }) => project.name))}`;
}
