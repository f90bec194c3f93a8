import type { Plan } from "../../plan/plan.js";
import type { ScoredProject, Scorecard } from "../../score/scorecard.js";
import { paragraph, tableBlock } from "../blocks.js";
import { PROJECT_COLUMNS } from "../chapters/projects.js";
import { chapter, type Part } from "../numbering/unnumbered.js";
import { groupedTableOf, type Column } from "../tables/table.js";
import { chineseNumber } from "../words/wording.js";
import type { OwnRows } from "./task-rows.js";

interface OwnProject extends ScoredProject {
  leads: boolean;
}

function ownProjects(reporter: string, { projects }: Scorecard): OwnProject[] {
  return projects
    .filter(({ project }) => project.reporters.includes(reporter))
    .map((each) => ({ ...each, leads: each.project.reporters[0] === reporter }));
}

/** 《规划》措施 and its like: what the plans provide for the reporter's rows and projects. */
export function measuresChapter(reporter: string, own: readonly OwnRows[]): Part {
  const groups = own.map(({ scorecard, rows }) => ({
    heading: scorecard.plan.shortTitle,
    rows: measureLines(scorecard.plan, [
      ...rows.flatMap(({ row }) => row.row.measures),
      ...ownProjects(reporter, scorecard).flatMap(({ project }) => project.measures),
    ]),
  }));
  const told = groups.filter(({ rows }) => rows.length > 0);
  const named = own[0]?.scorecard.plan.terms.named ?? "";
  const heading = `${named}措施`;
  if (told.length === 0) return chapter("measures", heading, []);
  return chapter("measures", heading, [
    paragraph(`与你单位承担的指标和重点项目对应的${heading}如下，请逐项落实。`),
    tableBlock(groupedTableOf({ id: "measures", title: `对应的${heading}` }, MEASURE_COLUMNS, told)),
  ]);
}

interface MeasureLine {
  chapter: string;
  measures: string;
}

const MEASURE_COLUMNS: readonly Column<MeasureLine>[] = [
  { head: "重点任务", width: 26, align: "left", cell: ({ chapter: name }) => name },
  { head: "措施", width: 74, align: "left", cell: ({ measures }) => measures },
];

function measureLines({ chapters }: Plan, ids: readonly string[]): MeasureLine[] {
  return chapters.flatMap(({ number, title, measures }) => {
    const own = measures.filter(({ id }) => ids.includes(id));
    if (own.length === 0) return [];
    const told = own.map((measure) => `${measure.number}.${measure.title.replace(/。$/u, "")}`);
    return [{ chapter: `（${chineseNumber(number)}）${title}`, measures: told.join("；") }];
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
    tableBlock(groupedTableOf({ id: "projects", title: "重点项目进展" }, COLUMNS, told)),
  ]);
}

const PROJECTS = "重点项目";

/** Whose they are is known. */
const COLUMNS: readonly Column<ScoredProject>[] = PROJECT_COLUMNS.filter(({ head }) => head !== "责任单位");
