import { ANNUAL_PART_NAMES } from "../../narrative/part-names.js";
import type { Dataset } from "../../data/dataset.js";
import type { Statement } from "../../data/published/record.js";
import { textOf } from "../../narrative/narrative.js";
import { judgedOf } from "../../plan/lookup.js";
import type { Scorecard, ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import type { ReportContext } from "../context.js";
import type { Block, Chapter, ReportModel, Table } from "../model.js";
import { factsOf } from "../row-facts.js";
import { figure } from "../words/number.js";
import { printedFigures } from "./printed.js";

/** What a report says, taken down when it is printed: figures, statuses, sentences, what is asked for. */
export function statementOf(
  model: ReportModel,
  scorecard: Scorecard,
  dataset: Dataset,
  { sample }: Pick<ReportContext, "sample">,
): Statement {
  const { tally, rates, rows, projects } = scorecard;
  const [problems, recommendations] = askedIn(model);
  return {
    kind: model.kind,
    review: dataset.manifest.review,
    sample,
    tally,
    rates,
    rows: rows.flatMap((row) => rowsOf(row, scorecard)),
    projects: projects.map(({ project: { id, name }, progress }) => ({
      id,
      name,
      status: progress?.status ?? "",
    })),
    figures: printedFigures(scorecard, dataset).map(({ indicator, year, group, shown, of }) => {
      return { indicator, year, group, shown, value: of.value.toFixed() };
    }),
    sentences: chaptersOf(model).flatMap(({ heading, blocks }) => sentencesOf(heading, blocks)),
    problems: linesOf(problems),
    recommendations: linesOf(recommendations),
  };
}

function rowsOf(row: ScoredRow, { plan }: Scorecard): Statement["rows"] {
  const parts = judgedOf<ScoredIndicator>(row).filter((part) => part !== row);
  return [row, ...parts].map((scored) => ({
    id: scored.id,
    name: scored.indicator.name,
    status: scored.status,
    alert: scored === row ? row.alert : null,
    shown: scored.value === null ? "" : figure(factsOf(scored, plan).scale, scored.value),
  }));
}

type Headed = Pick<Chapter, "heading" | "blocks">;

/** The chapters of the running text, in order. */
function chaptersOf(model: ReportModel): Headed[] {
  if (model.kind === "annual") {
    const { lead, domains, projects, problems, alerts, recommendations } = model;
    return [
      { ...lead, heading: ANNUAL_PART_NAMES.lead },
      ...domains,
      projects,
      problems,
      alerts,
      recommendations,
    ];
  }
  const chapters = model.chapters.flatMap(({ sections, ...chapter }): Headed[] => [chapter, ...sections]);
  return [model.summary, ...chapters];
}

function sentencesOf(part: string, blocks: readonly Block[]): Statement["sentences"] {
  return textsOf(blocks)
    .flatMap((text) => text.split(/(?<=。)/u))
    .filter((text) => text.trim() !== "")
    .map((text) => ({ part, text: text.trim() }));
}

/** What is found wanting, and what is asked for. */
function askedIn(model: ReportModel): [readonly Block[], readonly Block[]] {
  if (model.kind === "annual") return [model.problems.blocks, model.recommendations.blocks];
  const blocksOf = (id: string): Block[] =>
    model.chapters
      .filter((chapter) => chapter.id === id)
      .flatMap(({ blocks, sections }) => [...blocks, ...sections.flatMap((section) => section.blocks)]);
  return [blocksOf("problems"), blocksOf("recommendations")];
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => [...textsOf([block]), ...block.tables.flatMap(tableLines)]);
}

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ paragraphs, prose }) => [
    ...paragraphs.map(({ heading, text }) => `${heading}${text}`),
    ...prose.flatMap(({ items }) => items.map(textOf)),
  ]);
}

/** What stands between the cells of a table's row, and between the rows of the plan in one cell of it. */
export const CELL_BREAK = "｜";
export const ROW_BREAK = "；";

/** 婚前医学检查率｜第2项…｜区卫生健康委 */
function tableLines({ rows }: Table): string[] {
  return rows.map(({ cells }) => cells.map(({ text }) => text).join(CELL_BREAK));
}
