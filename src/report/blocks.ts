import type { Prose } from "./model.js";
import type { Passage } from "./numbering/passage.js";
import type {
  HeadingLevel,
  UnnumberedBlock,
  UnnumberedChart,
  UnnumberedTable,
} from "./numbering/unnumbered.js";

const EMPTY: UnnumberedBlock = { part: "", open: false, paragraphs: [], tables: [], charts: [], prose: [] };

export function paragraph(text: Passage, heading = "", level: HeadingLevel = "none"): UnnumberedBlock {
  return { ...EMPTY, paragraphs: [{ heading, level, text }] };
}

/** A headed paragraph, and the part of the report it is where people may write it themselves. */
export interface Headed {
  heading: string;
  text: Passage;
  part?: string;
}

/** Paragraphs headed （一）…。（二）…。 in order; those without text are left out. */
export function headedParagraphs(
  items: readonly Headed[],
  level: HeadingLevel = "bracketed",
): UnnumberedBlock[] {
  return items
    .filter(({ text }) => text !== "")
    .map(({ heading, text, part = "" }) => ({ ...paragraph(text, `${heading}。`, level), part }));
}

export function tableBlock(table: UnnumberedTable): UnnumberedBlock {
  return { ...EMPTY, tables: [table] };
}

export function proseBlock(prose: Prose): UnnumberedBlock {
  return { ...EMPTY, prose: [prose] };
}

export function chartBlock(chart: UnnumberedChart): UnnumberedBlock {
  return { ...EMPTY, charts: [chart] };
}

/** Blocks that are a part people may write themselves, or belong to it. What has a part of its own keeps it. */
export function inPart(part: string, blocks: readonly UnnumberedBlock[]): UnnumberedBlock[] {
  return blocks.map((block) => (block.part === "" ? { ...block, part } : block));
}

/** The place of a part that people alone write: nothing is printed there unless they do, under `heading` if it has one. */
export function anchor(part: string, heading = "", level: HeadingLevel = "none"): UnnumberedBlock {
  return { ...paragraph("", heading, level), part, open: true };
}

/**
 * Text with its charts in between, one after each paragraph and each before some text: a chart that does
 * not fit on its page moves to the next one, and the text behind it fills the page. Charts that outnumber
 * the text follow the opening. The places of parts that nobody may have written are no text.
 */
export function illustrated(
  text: readonly UnnumberedBlock[],
  charts: readonly UnnumberedBlock[],
): UnnumberedBlock[] {
  const printed = text.filter(({ open }) => !open);
  const ahead = Math.max(charts.length - Math.max(printed.length - 2, 0), 1);
  const groups = [charts.slice(0, ahead), ...charts.slice(ahead).map((chart) => [chart])];
  return text.flatMap((block) => [block, ...(groups[printed.indexOf(block)] ?? [])]);
}
