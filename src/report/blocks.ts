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

/** A chart, and the part whose text it follows; "" where that is no matter. */
export interface PlacedChart {
  chart: UnnumberedChart;
  after: string;
}

export function placedAnywhere(chart: UnnumberedChart): PlacedChart {
  return { chart, after: "" };
}

/**
 * Text with its charts in between in their order, one after each paragraph, none before the part it is about, and each before
 * some text: a chart that does not fit on its page moves to the next one, and the text behind it fills the page. Charts that outnumber the text follow the opening. The places of parts that nobody may have written are no text.
 */
export function illustrated(
  text: readonly UnnumberedBlock[],
  charts: readonly PlacedChart[],
): UnnumberedBlock[] {
  const printed = text.filter(({ open }) => !open);
  const last = Math.max(printed.length - 2, 0);
  const ahead = Math.max(charts.length - last, 1);
  let place = 0;
  const places = charts.map(({ after }, at) => {
    const own = after === "" ? 0 : printed.findIndex(({ part }) => part === after);
    place = Math.min(Math.max(own, at - ahead + 1, place), last);
    return place;
  });
  return text.flatMap((block) => {
    const nth = printed.indexOf(block);
    const own = nth < 0 ? [] : charts.filter((_, at) => places[at] === nth);
    return [block, ...own.map(({ chart }) => chartBlock(chart))];
  });
}
