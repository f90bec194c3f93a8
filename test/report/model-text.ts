import type { AnnualModel, Block, Table } from "../../src/report/model.js";

/** Every string a reader can meet, in reading order. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsOf);
}

/** The running text of the chapters: what is read aloud, without tables and charts. */
export function proseOf(model: AnnualModel): string[] {
  const chapters = [
    ...model.domains,
    model.projects,
    model.problems,
    model.alerts,
    model.recommendations,
    ...model.annexes,
  ];
  const paragraphs = chapters.flatMap(({ blocks }) => blocks.flatMap((block) => block.paragraphs));
  return [...model.lead, ...paragraphs.map(({ heading, text }) => `${heading}${text}`)];
}

export function tablesOf(blocks: readonly Block[]): Table[] {
  return blocks.flatMap(({ tables }) => tables);
}

/** Rows of a table by the text of their cells, group rows left out. */
export function linesOf(table: Table): string[][] {
  return table.rows.filter(({ group }) => !group).map(({ cells }) => cells.map(({ text }) => text));
}
