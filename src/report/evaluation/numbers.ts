import { chartNumbers, type UnnumberedChart } from "../charts.js";
import type { Block, Chart, EvaluationChapter, Section } from "../model.js";
import { chineseNumber } from "../words/wording.js";

/** 图1, 图2 and 表1, 表2, each in the order they are asked for: the order of reading. */
export interface Numbers {
  chart: (chart: UnnumberedChart) => Chart;
  table: () => string;
}

export function reportNumbers(): Numbers {
  let tables = 0;
  return {
    chart: chartNumbers(),
    table: () => {
      tables += 1;
      return `表${tables}`;
    },
  };
}

export interface PartSection {
  heading: string;
  blocks: Block[];
}

/** A chapter before it has its number. */
export interface Part {
  id: string;
  heading: string;
  blocks: Block[];
  sections: PartSection[];
}

/** The chapter whose sections stand in the 目录: with those of all chapters it would not be one page. */
const LISTED = "domains";

/** Numbers chapters and their sections; what has nothing to say is left out before it is counted. */
export function numbered(parts: readonly Part[]): EvaluationChapter[] {
  return parts
    .map((part) => ({ ...part, sections: numberedSections(part.sections) }))
    .filter(({ blocks, sections }) => blocks.length > 0 || sections.length > 0)
    .map((part, index) => ({
      ...part,
      number: `${chineseNumber(index + 1)}、`,
      sectionsListed: part.id === LISTED,
    }));
}

function numberedSections(sections: readonly PartSection[]): Section[] {
  return sections
    .filter(({ blocks }) => blocks.length > 0)
    .map((section, index) => ({ ...section, number: `（${chineseNumber(index + 1)}）` }));
}
