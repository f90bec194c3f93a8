import type { AnnualModel, Annex, Block, ReportModel, Table } from "../../src/report/model.js";
import { numbered } from "../../src/report/numbering/numbered.js";
import type { UnnumberedAnnex, UnnumberedTable } from "../../src/report/numbering/unnumbered.js";

/** What a model says once more, in pieces, and whose figures they are. */
const PIECES = ["opening", "spans", "row", "year"];

/** Every string a reader can meet, in reading order. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, each]) => (PIECES.includes(name) ? [] : textsOf(each)));
}

/** The running text of the chapters: what is read aloud, without tables and charts. */
export function proseOf(model: AnnualModel): string[] {
  const chapters = [
    model.lead,
    ...model.domains,
    model.projects,
    model.problems,
    model.alerts,
    model.recommendations,
    ...model.annexes,
  ];
  const paragraphs = chapters.flatMap(({ blocks }) => blocks.flatMap((block) => block.paragraphs));
  return paragraphs.map(({ heading, text }) => `${heading}${text}`);
}

/** Whatever holds blocks, in reading order, with what its tables and charts are called in it. */
function placesOf(model: ReportModel): { table: string; chart: string; blocks: Block[] }[] {
  const chapters =
    model.kind === "annual"
      ? [model.lead, ...model.domains, model.projects, model.problems, model.recommendations, model.alerts]
      : model.chapters.flatMap((chapter) => [chapter, ...chapter.sections]);
  const annexes = model.annexes.map(({ label, blocks }) => {
    const place = label.replace("附件", "");
    return { table: `附表${place}-`, chart: `附图${place}-`, blocks };
  });
  return [{ table: "表", chart: "图", blocks: chapters.flatMap(({ blocks }) => blocks) }, ...annexes];
}

/** The numbers of tables, charts and annexes as they stand in the report, and as counting them anew gives them. */
export function numbersOf(model: ReportModel): { printed: string[]; counted: string[] } {
  const places = placesOf(model).map(({ blocks, ...names }) => ({
    ...names,
    tables: tablesOf(blocks).map(({ number }) => number),
    charts: blocks.flatMap((block) => block.charts.map(({ number }) => number)),
  }));
  return {
    printed: [
      ...model.annexes.map(({ label }) => label),
      ...places.flatMap(({ tables, charts }) => [...tables, ...charts]),
    ],
    counted: [
      ...model.annexes.map((_, at) => `附件${at + 1}`),
      ...places.flatMap(({ tables, charts, table, chart }) => [
        ...tables.map((_, at) => `${table}${at + 1}`),
        ...charts.map((_, at) => `${chart}${at + 1}`),
      ]),
    ],
  };
}

/** Whatever a paragraph or a note points to: 附件2, 附表2-1, 表3, 图1. */
export function pointersOf(model: ReportModel): string[] {
  const texts = placesOf(model).flatMap(({ blocks }) =>
    blocks.flatMap(({ paragraphs, tables }) => [
      ...paragraphs.map(({ text }) => text),
      ...tables.flatMap(({ notes }) => notes),
    ]),
  );
  return texts.flatMap((text) => text.match(/附[件表图]\d+(?:-\d+)?|[表图]\d+/gu) ?? []);
}

/** The tables and pictures of a report, by number. */
export function captionsOf(model: ReportModel): string[] {
  const blocks = placesOf(model).flatMap((place) => place.blocks);
  return [
    ...tablesOf(blocks).map(({ number }) => number),
    ...blocks.flatMap(({ charts }) => charts.map(({ number }) => number)),
  ].filter((number) => number !== "");
}

/** What the text of a report points to; 图2至图4 is three, and so is 附表1-3至附表1-5. */
export function citedIn(model: ReportModel): Set<string> {
  const texts = placesOf(model).flatMap(({ blocks }) =>
    blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
  );
  const ranges = texts
    .flatMap((text) => [...text.matchAll(/(图|附表\d+-)(\d+)至\1(\d+)/gu)])
    .flatMap(([, name = "", first, last]) =>
      Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => `${name}${Number(first) + at}`),
    );
  return new Set([...pointersOf(model), ...ranges]);
}

/** The sentences of the running text, with their headings and without their numbers. */
export function sentencesOf(model: ReportModel): string[] {
  return placesOf(model)
    .flatMap(({ blocks }) => blocks)
    .flatMap(({ paragraphs }) => paragraphs.map(({ heading, text }) => heading + text))
    .flatMap((text) => text.replace(/^（[^）]*）|^\d\./u, "").split("。"))
    .filter((text) => text !== "");
}

/** An annex as it is printed where it is the only one. */
export function annexOf(annex: UnnumberedAnnex): Annex {
  return numbered({ parts: [], annexes: [annex] }).annexes[0]!;
}

export function tablesOf(blocks: readonly Block[]): Table[] {
  return blocks.flatMap(({ tables }) => tables);
}

/** Rows of a table by the text of their cells, group rows left out. */
export function linesOf(table: Table | UnnumberedTable): string[][] {
  return table.rows.filter(({ group }) => !group).map(({ cells }) => cells.map(({ text }) => text));
}
