import { EVALUATION_PART_NAMES } from "../../narrative/part-names.js";
import type { ScoredProject, ScoredRow, Scorecard } from "../../score/scorecard.js";
import { isUnsettled } from "../context.js";
import { citing } from "../charts/cited.js";
import { paragraph, tableBlock } from "../blocks.js";
import { tallyText } from "../words/labels.js";
import type { UnnumberedBlock } from "../numbering/unnumbered.js";
import { countCell, orNone } from "../tables/cells.js";
import { tableOf, type Column } from "../tables/table.js";
import { NOT_APPLICABLE } from "../words/number.js";
import { FARTHEST_FIRST } from "../chapters/projects.js";
import { tallyOf } from "../../score/tally.js";
import type { EvaluationMatter } from "./context.js";
import { isLastYear } from "../../plan/period.js";

/** A 责任单位, the projects it answers for alone or with others, and the rows it has confirmed. */
interface Reporter {
  name: string;
  projects: readonly ScoredProject[];
  rows: readonly ScoredRow[];
}

/** What each 责任单位 answers for and how it stands, in the order the plan names them: nobody is ranked. */
export function reporterBlocks(matter: EvaluationMatter): UnnumberedBlock[] {
  const { scorecard } = matter;
  const reporters = reportersOf(scorecard);
  if (reporters.length === 0) return [];
  const confirmed = scorecard.rows.some(isConfirmed);
  const { named } = scorecard.plan.terms;
  const matters = [
    scorecard.projects.length === 0 ? "" : "重点项目",
    confirmed ? "已确认责任单位的指标" : "",
  ].filter((text) => text !== "");
  const opening = `${named}${matters.join("和")}涉及责任单位${reporters.length}个，按${named}所列顺序列示，不作排名。`;
  return [
    paragraph(citing(opening, [], "table:reporters")),
    tableBlock(
      tableOf(
        {
          id: "reporters",
          title: EVALUATION_PART_NAMES["projects/reporters"],
          notes: notesOf(matter, confirmed),
          source: `${named}${scorecard.projects.length === 0 ? "" : "和各责任单位报送的重点项目进展"}。`,
        },
        columnsOf(scorecard, confirmed),
        reporters,
      ),
    ),
  ];
}

function notesOf(matter: EvaluationMatter, confirmed: boolean): string[] {
  const { plan, projects } = matter.scorecard;
  const pending = isUnsettled(matter, matter.context) ? "建议责任单位均待确认，" : "";
  return [
    projects.length === 0 ? "" : "一个项目由多个单位负责的，在各单位名下分别列示。",
    confirmed
      ? "责任单位尚待确认的指标不列入本表。"
      : `${plan.terms.named}未明确各指标的责任单位，${pending}本表只列重点项目。`,
  ].filter((note) => note !== "");
}

const NAME: Column<Reporter> = { head: "责任单位", width: 16, align: "left", cell: ({ name }) => name };

function columnsOf(scorecard: Scorecard, confirmed: boolean): Column<Reporter>[] {
  const projects = scorecard.projects.length === 0 ? [] : PROJECT_COLUMNS;
  return [NAME, ...projects, ...(confirmed ? [rowsColumn(scorecard)] : [])];
}

const PROJECT_COLUMNS: readonly Column<Reporter>[] = [
  {
    head: "负责的重点项目",
    width: 50,
    align: "left",
    cell: ({ projects }) => orNone(projects.map(({ project }) => project.name).join("；")),
  },
  { head: "项目数", width: 7, align: "centre", cell: ({ projects }) => countCell(projects.length) },
  { head: "进展", width: 26, align: "left", cell: ({ projects }) => orNone(standing(projects)) },
];

function rowsColumn(scorecard: Scorecard): Column<Reporter> {
  return { head: "负责的指标", width: 26, align: "left", cell: ({ rows }) => rowsText(rows, scorecard) };
}

function isConfirmed({ row }: ScoredRow): boolean {
  return row.reporters.confirmed && row.reporters.names.length > 0;
}

function reportersOf({ projects, rows }: Scorecard): Reporter[] {
  const confirmed = rows.filter(isConfirmed);
  const names = new Set([
    ...projects.flatMap(({ project }) => project.reporters),
    ...confirmed.flatMap(({ row }) => row.reporters.names),
  ]);
  return [...names].map((name) => ({
    name,
    projects: projects.filter(({ project }) => project.reporters.includes(name)),
    rows: confirmed.filter(({ row }) => row.reporters.names.includes(name)),
  }));
}

/** 已完成1个，推进中2个 */
function standing(projects: readonly ScoredProject[]): string {
  const silent = projects.filter(({ progress }) => progress === null).length;
  const counts = FARTHEST_FIRST.map((status) => ({
    status,
    count: projects.filter(({ progress }) => progress?.status === status).length,
  }));
  const told = counts.filter(({ count }) => count > 0).map(({ status, count }) => `${status}${count}个`);
  return [...told, silent === 0 ? "" : `未报送${silent}个`].filter((text) => text !== "").join("，");
}

/** 3项：已达标2项，进展偏慢1项 */
function rowsText(rows: readonly ScoredRow[], scorecard: Scorecard): string {
  if (rows.length === 0) return NOT_APPLICABLE;
  return `${rows.length}项：${tallyText(tallyOf(rows), isLastYear(scorecard))}`;
}
