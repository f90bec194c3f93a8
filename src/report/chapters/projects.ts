import { ANNUAL_PART_NAMES } from "../../narrative/part-names.js";
import { PROJECT_STATUSES, type ProjectStatus } from "../../terms/project-status.js";
import type { Decimal } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import type { Scorecard, ScoredProject } from "../../score/scorecard.js";
import { anchor, paragraph, tableBlock } from "../blocks.js";
import type { TableCell } from "../model.js";
import { citing } from "../charts/cited.js";
import { chapter, type Part, type UnnumberedBlock, type UnnumberedTable } from "../numbering/unnumbered.js";
import { MISSING, NOT_APPLICABLE } from "../words/number.js";
import type { Matter } from "../row-facts.js";
import { orNone, textCell } from "../tables/cells.js";
import { tableOf, type Column } from "../tables/table.js";
import { nameList, quoted, sentence } from "../words/wording.js";

export const FARTHEST_FIRST: readonly ProjectStatus[] = PROJECT_STATUSES.toReversed();

/** 重点项目进展: counts by status, what is counted in numbers, and the table of all projects. A plan without any has what people write. */
export function projectsChapter({ scorecard }: Matter): Part {
  const { projects, year } = scorecard;
  const blocks =
    projects.length === 0
      ? [anchor("projects/progress")]
      : [
          ...projectParagraphs(scorecard),
          tableBlock(unreportedTable(scorecard) ?? projectsTable(projects, year)),
        ];
  return chapter("projects", ANNUAL_PART_NAMES["projects/progress"], blocks, "projects/progress");
}

/** How the projects stand, and which of their counted tasks are not done: the table has what each has reached. */
export function projectParagraphs(scorecard: Scorecard): UnnumberedBlock[] {
  const quantities = quantitiesText(scorecard);
  return [
    paragraph(citing(countsText(scorecard), [], "table:projects")),
    ...(quantities === "" ? [] : [paragraph(quantities)]),
  ];
}

/** How many projects have each status, and which have not reported. */
function countsText({ plan, projects, year }: Scorecard): string {
  const reported = projects.filter(({ progress }) => progress !== null);
  if (reported.length === 0)
    return `${plan.terms.named}设重点项目${projects.length}个，${year}年均未报送进展。`;
  const counts = FARTHEST_FIRST.map((status) => ({
    status,
    count: reported.filter(({ progress }) => progress!.status === status).length,
  }));
  const told = counts.filter(({ count }) => count > 0).map(({ status, count }) => `${status}${count}个`);
  const silent = projects.filter(({ progress }) => progress === null);
  const [only, ...others] = counts.filter(({ count }) => count > 0);
  if (silent.length === 0 && only !== undefined && others.length === 0)
    return `截至${year}年底，${plan.terms.named}所设${projects.length}个重点项目${allOf(only.status, projects.length)}。`;
  const missing = silent.length === 0 ? "" : `未报送进展${silent.length}个（${namesOf(silent)}）`;
  return sentence([
    `截至${year}年底，${plan.terms.named}所设${projects.length}个重点项目中`,
    ...told,
    missing,
  ]);
}

/** 均已完成, 均在推进; 正在推进 of a single one: what is said of all there are. */
export function allOf(status: ProjectStatus, count: number): string {
  if (status === "推进中") return count === 1 ? "正在推进" : "均在推进";
  return `${count === 1 ? "" : "均"}${status}`;
}

function namesOf(projects: readonly ScoredProject[]): string {
  return nameList(projects.map(({ project }) => project.name));
}

/** What one project must reach and what it has: the plan's quantities and the reported ones, by name. */
interface QuantityState {
  name: string;
  unit: string;
  goal: Decimal | null;
  done: Decimal | null;
}

function quantitiesOf({ project, progress }: ScoredProject): QuantityState[] {
  const reported = progress?.quantities ?? [];
  const planned = project.quantities.map(({ name, unit, goal }) => {
    const line = reported.find((each) => each.name === name);
    return {
      name,
      unit: unit === "" ? (line?.unit ?? "") : unit,
      goal: goal ?? line?.goal ?? null,
      done: line?.done ?? null,
    };
  });
  const own = reported.filter(({ name }) => !project.quantities.some((each) => each.name === name));
  // A line without 量化内容 is about the project itself.
  const named = (name: string) => (name === "" ? project.name : name);
  return [...planned, ...own.map(({ name, unit, goal, done }) => ({ name: named(name), unit, goal, done }))];
}

/** 重点项目的明确任务6项，已完成3项，尚未完成3项：“养老服务中心”建成22所（目标23所）；…。; "" where none is reported. */
function quantitiesText({ projects }: Scorecard): string {
  const states = projects.flatMap(quantitiesOf).filter(isTask);
  const isDone = ({ goal, done }: QuantityState): boolean =>
    done !== null && (goal === null ? !done.isZero() : done.gte(goal));
  const open = states.filter((state) => state.done !== null && !isDone(state));
  const silent = states.filter(({ done }) => done === null);
  if (silent.length === states.length) return "";
  const finished = states.length - open.length - silent.length;
  const told = [
    finished === 0 ? "" : finished === states.length ? "已全部完成" : `已完成${finished}项`,
    silent.length === 0 ? "" : `未报送完成情况${silent.length}项`,
    open.length === 0 ? "" : `尚未完成${open.length}项：${open.map(quantityText).join("；")}`,
  ].filter((text) => text !== "");
  if (open.length === states.length)
    return `重点项目的明确任务${states.length}项${open.length === 1 ? "" : "均"}尚未完成：${open.map(quantityText).join("；")}。`;
  return `重点项目的明确任务${states.length}项，${told.join("，")}。`;
}

/** What has a number to reach, or is there or not. */
function isTask({ goal, unit }: QuantityState): boolean {
  return goal !== null || unit === "";
}

/** “照护中心”建成1所（目标2所）; “参训率”达到98.5%（目标100%）; a yes/no goal is 已实现 or 尚未实现, for its name often has 完成 in it. */
export function quantityText({ name, unit, goal, done }: QuantityState): string {
  const target = goal === null ? "" : `目标${goal.toFixed()}${unit}`;
  if (done === null) return `“${name}”${target === "" ? "" : `${target}，`}完成情况未报送`;
  if (goal === null && unit === "") return done.isZero() ? `“${name}”尚未实现` : `“${name}”已实现`;
  const verb = doneVerb(name, unit);
  const asked = target === "" ? "" : `（${target}）`;
  return done.isZero() ? `“${name}”尚未${verb}${asked}` : `“${name}”${verb}${done.toFixed()}${unit}${asked}`;
}

/** A share is reached, a place is built; anything else is done. */
function doneVerb(name: string, unit: string): string {
  if (unitOf(unit).kind === "rate") return "达到";
  return PLACE.test(name) ? "建成" : "完成";
}

const PLACE = /(?:中心|机构|医院|学校|幼儿园|站点?|基地|室|馆|园|公厕|厕所)$/u;

const NAMED: readonly Column<ScoredProject>[] = [
  { head: "序号", width: 7, align: "centre", cell: ({ project }) => String(project.number) },
  { head: "项目名称", width: 20, align: "left", cell: ({ project }) => project.name },
  { head: "责任单位", width: 18, align: "left", cell: ({ project }) => project.reporters.join("、") },
];

/** How the projects stand; what their units have difficulties with, where any has. */
export function projectColumns(projects: readonly ScoredProject[]): Column<ScoredProject>[] {
  const hampered = projects.some((scored) => difficultyOf(scored) !== "");
  const difficulty: Column<ScoredProject> = {
    head: "存在困难",
    width: 20,
    align: "left",
    cell: (scored) => (scored.progress === null ? MISSING : orNone(difficultyOf(scored))),
  };
  return [...PROGRESS_COLUMNS, ...(hampered ? [difficulty] : [])];
}

/** What its unit reports as a problem of the project, in its own words; "" for none. */
export function difficultyOf({ progress }: ScoredProject): string {
  const problems = quoted(progress?.problems ?? "");
  return problems === "无" ? "" : problems;
}

const PROGRESS_COLUMNS: readonly Column<ScoredProject>[] = [
  ...NAMED,
  { head: "进展状态", width: 10, align: "centre", cell: ({ progress }) => stateCell(progress) },
  { head: "明确任务", width: 20, align: "left", cell: tasksText },
  {
    head: "进展情况",
    width: 28,
    align: "left",
    cell: ({ progress }) => (progress === null ? MISSING : orNone(quoted(progress.progress))),
  },
];

/**
 * Where no unit has reported, who answers for which project and what is asked of it, as the plan has it: a table of
 * progress would be three columns of 缺. Null where any has reported.
 */
export function unreportedTable({ plan, projects }: Scorecard): UnnumberedTable | null {
  if (projects.some(({ progress }) => progress !== null)) return null;
  return tableOf(
    { id: "projects", title: "重点项目及责任单位", source: `${plan.terms.named}。` },
    [...NAMED, { head: "明确任务", width: 24, align: "left", cell: askedText }],
    projects,
  );
}

function askedText({ project }: ScoredProject): string {
  const asked = project.quantities.map(
    ({ name, unit, goal }) => `“${name}”${goal === null ? "" : `${goal.toFixed()}${unit}`}`,
  );
  return asked.length === 0 ? NOT_APPLICABLE : asked.join("；");
}

function stateCell(progress: ScoredProject["progress"]): TableCell {
  return progress === null ? textCell(MISSING, "noData") : textCell(progress.status);
}

function tasksText(scored: ScoredProject): string {
  const quantities = quantitiesOf(scored).map(quantityText).join("；");
  if (quantities === "") return NOT_APPLICABLE;
  return scored.progress === null ? MISSING : quantities;
}

function projectsTable(projects: readonly ScoredProject[], year: number): UnnumberedTable {
  return tableOf(
    { id: "projects", title: `重点项目${year}年进展情况`, source: "各责任单位报送的重点项目进展。" },
    projectColumns(projects),
    projects,
  );
}
