import type { ScoredProject } from "../../score/scorecard.js";
import { paragraph, tableBlock } from "../blocks.js";
import type { Block, Table } from "../model.js";
import { countsText, PROJECT_COLUMNS, PROJECT_STATUSES, quantitiesText } from "../chapters/projects.js";
import { groupedTableOf } from "../tables/table.js";
import type { EvaluationMatter } from "./context.js";
import type { Numbers, Part } from "./numbers.js";
import { unitBlocks } from "./units.js";

/** 重点项目: by status, with what is counted in numbers; then what each 责任单位 answers for. */
export function projectsPart(matter: EvaluationMatter, numbers: Numbers): Part {
  const { projects } = matter.scorecard;
  const heading = "重点项目实施情况";
  if (projects.length === 0) {
    const blocks = [paragraph("《规划》未设重点项目。"), ...unitBlocks(matter, numbers)];
    return { id: "projects", heading, blocks, sections: [] };
  }
  return {
    id: "projects",
    heading,
    blocks: [],
    sections: [
      { heading: "项目进展", blocks: progressBlocks(matter, numbers) },
      { heading: "责任单位承担情况", blocks: unitBlocks(matter, numbers) },
    ],
  };
}

function progressBlocks({ scorecard }: EvaluationMatter, numbers: Numbers): Block[] {
  const { projects, year } = scorecard;
  const quantities = quantitiesText(projects);
  return [
    paragraph(countsText(projects, year)),
    ...(quantities === "" ? [] : [paragraph(`量化任务中，${quantities}`)]),
    tableBlock(projectsByStatus(projects, year, numbers)),
  ];
}

function projectsByStatus(projects: readonly ScoredProject[], year: number, numbers: Numbers): Table {
  const groups = [
    ...PROJECT_STATUSES.map((status) => ({
      name: status,
      rows: projects.filter(({ progress }) => progress?.status === status),
    })),
    { name: "未报送进展", rows: projects.filter(({ progress }) => progress === null) },
  ];
  return groupedTableOf(
    {
      number: numbers.table(),
      title: `截至${year}年底重点项目进展`,
      source: "各责任单位报送的重点项目进展。",
    },
    PROJECT_COLUMNS,
    groups
      .filter(({ rows }) => rows.length > 0)
      .map(({ name, rows }) => ({ heading: `${name}（${rows.length}个）`, rows })),
  );
}
