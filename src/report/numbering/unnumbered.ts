import type { Chart } from "../charts/chart.js";
import type { Annex, Block, Chapter, Paragraph, Section, Table } from "../model.js";
import type { AnnexId, Passage } from "./passage.js";

/**
 * A report as its chapters are written: in reading order, and before anything has its number. Whoever writes
 * a part knows neither what stands before it nor whether another part is left out.
 */
export interface UnnumberedReport {
  parts: readonly Part[];
  annexes: readonly UnnumberedAnnex[];
}

/** A chapter, or what stands before the first one. */
export interface Part {
  /** What a reference calls it: overview, progress, projects … */
  id: string;
  /** The id by which people may write it. */
  part: string;
  /** False for what is no 一、二、…: the lead, the 摘要. Its tables and charts are counted all the same. */
  counted: boolean;
  heading: string;
  blocks: UnnumberedBlock[];
  sections: PartSection[];
}

/** A chapter without sections. */
export function chapter(id: string, heading: string, blocks: UnnumberedBlock[], part = id): Part {
  return { id, part, counted: true, heading, blocks, sections: [] };
}

/** All blocks of a chapter in reading order: its own, then its sections'. */
export function blocksOf({ blocks, sections }: Part): UnnumberedBlock[] {
  return [...blocks, ...sections.flatMap((section) => section.blocks)];
}

/** A chapter with other blocks for its own and for each section's; `id` is that of the part they are. */
export function withBlocks(
  part: Part,
  change: (blocks: readonly UnnumberedBlock[], id: string) => UnnumberedBlock[],
): Part {
  const changed = <Whole extends Pick<Part, "part" | "blocks">>(whole: Whole): Whole => {
    return { ...whole, blocks: change(whole.blocks, whole.part) };
  };
  return { ...changed(part), sections: part.sections.map(changed) };
}

/** `part`: the id by which people may write it; "" where they cannot. */
export type PartSection = Omit<Section, "number" | "blocks"> & { part: string; blocks: UnnumberedBlock[] };

/** Which way its pages lie follows from its tables. */
export type UnnumberedAnnex = Omit<Annex, "label" | "landscape" | "blocks"> & {
  id: AnnexId;
  blocks: UnnumberedBlock[];
};

/** Exactly one of the lists has one entry, as in the model's `Block`. */
export interface UnnumberedBlock extends Pick<Block, "prose"> {
  /** The id of the part of the report it is or belongs to; "" where people cannot write it themselves. */
  part: string;
  /** The place of a part's text, for people to write: nothing of it is printed until they do. */
  open: boolean;
  paragraphs: UnnumberedParagraph[];
  tables: UnnumberedTable[];
  charts: UnnumberedChart[];
}

/**
 * How a heading is numbered: （一） below a chapter, 1. below a section, （1） below that, or not at all; `point`: as the next
 * of the points 一是 … before it.
 */
export type HeadingLevel = "bracketed" | "dotted" | "enclosed" | "point" | "none";

/** `heading` is without its number; an empty text is printed only below a heading. */
type UnnumberedParagraph = Omit<Paragraph, "text" | "spans"> & { level: HeadingLevel; text: Passage };

/** One without a title is not numbered: nothing can point to it. */
export interface UnnumberedTable extends Omit<Table, "number" | "notes"> {
  /** What a reference calls it; no other table of the report has it. */
  id: string;
  notes: readonly Passage[];
}

export type UnnumberedChart = Omit<Chart, "number">;

/** A part with its number: 五、, or "" where it is not counted. */
export interface NumberedPart extends Chapter {
  id: string;
  sections: Section[];
}
