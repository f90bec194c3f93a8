import type { Annex, Block, Chapter, BoundModel } from "../../report/model.js";

/** A chapter or a section as Word and its 目录 know it. */
export interface Part extends Chapter {
  /** What the page templates call its heading: domain-0, chapter-overview, domains1. */
  id: string;
  sections: readonly Part[];
  /** The 目录 names its sections too. */
  listed: boolean;
}

export type AnnexPart = Annex & { id: string };

/** Both kinds of report in the order they are printed in. */
export interface Outline {
  /** 摘要, on a page of its own before the title; none in the annual report. */
  summary: Part | null;
  /** What follows the title before the first chapter. */
  opening: readonly Block[];
  chapters: readonly Part[];
  annexes: readonly AnnexPart[];
  /** What a draft has still to write; [] otherwise. */
  gaps: readonly string[];
}

export const GAPS = { id: "gaps", heading: "待补内容清单" };

export function outlineOf(model: BoundModel): Outline {
  const annexes = model.annexes.map((annex, at) => ({ ...annex, id: `annex-${at}` }));
  if (model.kind !== "annual") {
    return {
      summary: model.summary.blocks.length === 0 ? null : partOf(model.summary, "summary"),
      opening: [],
      chapters: model.chapters.map(({ id, sections, sectionsListed, ...chapter }) => ({
        ...chapter,
        id: `chapter-${id}`,
        sections: sections.map((section, at) => partOf(section, `${id}${at}`)),
        listed: sectionsListed,
      })),
      annexes,
      gaps: model.gaps,
    };
  }
  const { projects, problems, recommendations, alerts } = model;
  return {
    summary: null,
    opening: model.lead.blocks,
    chapters: [
      ...model.domains.map((domain, at) => partOf(domain, `domain-${at}`)),
      ...Object.entries({ projects, problems, recommendations, alerts }).map(([id, each]) =>
        partOf(each, id),
      ),
      // A chapter of which people want nothing is empty.
    ].filter(({ blocks }) => blocks.length > 0),
    annexes,
    gaps: [],
  };
}

/** Every block in reading order. */
export function blocksIn({ summary, opening, chapters, annexes }: Outline): Block[] {
  const parts = [...(summary === null ? [] : [summary]), ...chapters];
  const text = parts.flatMap(({ blocks, sections }) => [
    ...blocks,
    ...sections.flatMap((section) => section.blocks),
  ]);
  return [...opening, ...text, ...annexes.flatMap(({ blocks }) => blocks)];
}

function partOf(chapter: Chapter, id: string): Part {
  return { ...chapter, id, sections: [], listed: false };
}
