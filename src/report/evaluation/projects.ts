import { EVALUATION_PART_NAMES } from "../../narrative/part-names.js";
import { namedSection } from "./sections.js";
import type { ScoredProject } from "../../score/scorecard.js";
import { anchor, tableBlock } from "../blocks.js";
import { chapter, type Part, type UnnumberedBlock, type UnnumberedTable } from "../numbering/unnumbered.js";
import { projectColumns, FARTHEST_FIRST, projectParagraphs, unreportedTable } from "../chapters/projects.js";
import { groupedTableOf } from "../tables/table.js";
import type { EvaluationMatter } from "./context.js";
import { reporterBlocks } from "./reporters.js";

/** 重点项目: by status, with what is counted in numbers; then what each 责任单位 answers for. */
export function projectsPart(matter: EvaluationMatter): Part {
  const reporters = reporterBlocks(matter);
  // A plan without projects has no more to tell than who answers for its rows, and what people write.
  if (matter.scorecard.projects.length === 0)
    return chapter("projects", EVALUATION_PART_NAMES["projects/reporters"], [
      anchor("projects"),
      ...reporters,
    ]);
  return {
    id: "projects",
    part: "projects",
    counted: true,
    heading: EVALUATION_PART_NAMES.projects,
    blocks: [],
    sections: [
      namedSection("projects/progress", progressBlocks(matter)),
      namedSection("projects/reporters", reporters),
    ],
  };
}

function progressBlocks({ scorecard }: EvaluationMatter): UnnumberedBlock[] {
  const { projects, year } = scorecard;
  return [
    ...projectParagraphs(scorecard),
    tableBlock(unreportedTable(scorecard) ?? projectsByStatus(projects, year)),
  ];
}

/** What the heads of the groups say already. */
const STANDING = "进展状态";

function projectsByStatus(projects: readonly ScoredProject[], year: number): UnnumberedTable {
  const groups = [
    ...FARTHEST_FIRST.map((status) => ({
      name: status,
      rows: projects.filter(({ progress }) => progress?.status === status),
    })),
    { name: "未报送进展", rows: projects.filter(({ progress }) => progress === null) },
  ];
  return groupedTableOf(
    {
      id: "projects",
      title: `截至${year}年底重点项目进展`,
      source: "各责任单位报送的重点项目进展。",
    },
    projectColumns(projects).filter(({ head }) => head !== STANDING),
    groups
      .filter(({ rows }) => rows.length > 0)
      .map(({ name, rows }) => ({ heading: `${name}（${rows.length}个）`, rows })),
  );
}
