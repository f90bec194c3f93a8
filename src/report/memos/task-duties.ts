import { measureReporters, measuresOf } from "../../plan/lookup.js";
import type { Plan } from "../../plan/plan.js";
import type { ScoredProject, Scorecard } from "../../score/scorecard.js";
import { paragraph, tableBlock } from "../blocks.js";
import { projectColumns } from "../chapters/projects.js";
import { measuresByChapter } from "../chapters/recommendations.js";
import { chapter, type Part } from "../numbering/unnumbered.js";
import { groupedTableOf, type Column } from "../tables/table.js";
import { chineseNumber } from "../words/wording.js";
import type { OwnRows } from "./task-rows.js";

interface OwnProject extends ScoredProject {
  leads: boolean;
}

function ownProjects(reporter: string, { projects }: Pick<Scorecard, "projects">): OwnProject[] {
  return projects
    .filter(({ project }) => project.reporters.includes(reporter))
    .map((each) => ({ ...each, leads: each.project.reporters[0] === reporter }));
}

/** 《规划》措施 and its like: what the plans ask of the reporter itself, and provide for its rows and projects. */
export function measuresChapter(reporter: string, own: readonly OwnRows[]): Part {
  const groups = own.map(({ scorecard: { plan, projects }, rows }) => {
    const named = ownMeasures(reporter, plan);
    const served = [
      ...rows.flatMap(({ row }) => row.row.measures),
      ...ownProjects(reporter, { projects }).flatMap(({ project }) => project.measures),
    ];
    const alone = named.filter((id) => !served.includes(id));
    return { heading: plan.shortTitle, alone, rows: measureLines(plan, [...served, ...alone]) };
  });
  const told = groups.filter(({ rows }) => rows.length > 0);
  const heading = `${[...new Set(own.map(({ scorecard }) => scorecard.plan.terms.named))].join("")}措施`;
  if (told.length === 0) return chapter("measures", heading, []);
  const { whose, title } = told.some(({ alone }) => alone.length > 0) ? NAMED : SERVING;
  return chapter("measures", heading, [
    paragraph(`${whose}${heading}如下，请逐项落实。`),
    tableBlock(groupedTableOf({ id: "measures", title: `${title}${heading}` }, MEASURE_COLUMNS, told)),
  ]);
}

const SERVING = { whose: "与你单位承担的指标和重点项目对应的", title: "对应的" };
const NAMED = { whose: "由你单位负责，或者与你单位承担的指标和重点项目对应的", title: "需落实的" };

/** The measures that the reporter is asked about. */
function ownMeasures(reporter: string, plan: Plan): string[] {
  return measuresOf(plan)
    .filter((measure) => measureReporters(plan, measure).includes(reporter))
    .map(({ id }) => id);
}

interface MeasureLine {
  chapter: string;
  measures: string;
}

const MEASURE_COLUMNS: readonly Column<MeasureLine>[] = [
  { head: "重点任务", width: 26, align: "left", cell: ({ chapter: name }) => name },
  { head: "措施", width: 74, align: "left", cell: ({ measures }) => measures },
];

function measureLines(plan: Plan, ids: readonly string[]): MeasureLine[] {
  return measuresByChapter(plan, ids).map(({ chapter: { number, title }, measures }) => {
    return { chapter: `（${chineseNumber(number)}）${title}`, measures };
  });
}

/** 重点项目: those of the reporter, how they stand and what it said of them. */
export function projectsChapter(reporter: string, scorecards: readonly Scorecard[]): Part {
  const groups = scorecards.flatMap((scorecard) => {
    const own = ownProjects(reporter, scorecard);
    return [
      { heading: `${scorecard.plan.shortTitle}（牵头）`, rows: own.filter(({ leads }) => leads) },
      { heading: `${scorecard.plan.shortTitle}（配合）`, rows: own.filter(({ leads }) => !leads) },
    ];
  });
  const told = groups.filter(({ rows }) => rows.length > 0);
  if (told.length === 0) return chapter("projects", PROJECTS, []);
  const count = told.reduce((sum, { rows }) => sum + rows.length, 0);
  const silent = told.flatMap(({ rows }) => rows).filter(({ progress }) => progress === null).length;
  return chapter("projects", PROJECTS, [
    paragraph(`你单位承担重点项目${count}个${silent === 0 ? "" : `，其中${silent}个未报送进展，请补报`}。`),
    tableBlock(groupedTableOf({ id: "projects", title: "重点项目进展" }, columnsFor(told), told)),
  ]);
}

const PROJECTS = "重点项目";

/** Whose they are is known. */
function columnsFor(groups: readonly { rows: readonly ScoredProject[] }[]): Column<ScoredProject>[] {
  return projectColumns(groups.flatMap(({ rows }) => rows)).filter(({ head }) => head !== "责任单位");
}
