import type { Prose } from "./model.js";
import type { Passage } from "./numbering/passage.js";
import type { UnnumberedBlock, UnnumberedChart, UnnumberedTable } from "./numbering/unnumbered.js";
import { chineseNumber } from "./words/wording.js";

export function paragraph(text: Passage, heading = ""): UnnumberedBlock {
  return { paragraphs: [{ heading, text }], tables: [], charts: [], prose: [] };
}

/** The number before a heading: （一） at the first level below a chapter, 1. at the second. */
export type HeadingNumber = (n: number) => string;

const bracketed: HeadingNumber = (n) => `（${chineseNumber(n)}）`;
export const dotted: HeadingNumber = (n) => `${n}.`;

/** Paragraphs headed （一）…。（二）…。 in order; those without text are left out before they are counted. */
export function headedParagraphs(
  items: readonly { heading: string; text: Passage }[],
  number: HeadingNumber = bracketed,
): UnnumberedBlock[] {
  return items
    .filter(({ text }) => text !== "")
    .map(({ heading, text }, index) => paragraph(text, `${number(index + 1)}${heading}。`));
}

export function tableBlock(table: UnnumberedTable): UnnumberedBlock {
  return { paragraphs: [], tables: [table], charts: [], prose: [] };
}

export function proseBlock(prose: Prose): UnnumberedBlock {
  return { paragraphs: [], tables: [], charts: [], prose: [prose] };
}

export function chartBlock(chart: UnnumberedChart): UnnumberedBlock {
  return { paragraphs: [], tables: [], charts: [chart], prose: [] };
}

/**
 * Text with its charts in between, one after each paragraph and each before some text: a chart that does
 * not fit on its page moves to the next one, and the text behind it fills the page. Charts that outnumber
 * the text follow the opening.
 */
export function illustrated(
  text: readonly UnnumberedBlock[],
  charts: readonly UnnumberedBlock[],
): UnnumberedBlock[] {
  const ahead = Math.max(charts.length - Math.max(text.length - 2, 0), 1);
  const groups = [charts.slice(0, ahead), ...charts.slice(ahead).map((chart) => [chart])];
  return text.flatMap((block, index) => [block, ...(groups[index] ?? [])]);
}
