import { withoutFootnotes } from "../../terms/footnotes.js";
import { textOf, type NarrativeBlock, type Run } from "../../narrative/narrative.js";
import { withoutNumber } from "../../narrative/slots.js";
import { paragraph, proseBlock, tableBlock } from "../blocks.js";
import type { ProseItem } from "../model.js";
import { ownTable } from "./own-table.js";
import { dottedMarker, pointMarker, type Marker } from "../numbering/points.js";
import type { HeadingLevel, UnnumberedBlock } from "../numbering/unnumbered.js";

/** The levels of headings from the outer to the inner. */
const LEVELS: readonly HeadingLevel[] = ["bracketed", "dotted", "enclosed"];

/** What stands below one of a person's own headings; the first piece may have none. */
export interface Piece {
  heading: string;
  /** How deep its heading stands below the part's, from 1; 0 without one. */
  level: number;
  blocks: readonly NarrativeBlock[];
}

/** People's text, cut before each of their own headings. */
export function piecesOf(blocks: readonly NarrativeBlock[]): Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) {
    const last = pieces.at(-1);
    if (block.kind === "heading")
      pieces.push({ heading: withoutNumber(textOf(block)), level: block.level, blocks: [] });
    else if (last === undefined) pieces.push({ heading: "", level: 0, blocks: [block] });
    else pieces[pieces.length - 1] = { ...last, blocks: [...last.blocks, block] };
  }
  return pieces;
}

/** The same of a part that lists what it says under headings: a sentence in bold that a paragraph begins with is one. */
export function listedPieces(blocks: readonly NarrativeBlock[]): Piece[] {
  return piecesOf(
    blocks.flatMap((block): NarrativeBlock[] => {
      const [opening, ...runs] = block.runs;
      if (block.kind !== "paragraph" || opening?.strong !== true) return [block];
      const heading: NarrativeBlock = { ...block, kind: "heading", level: 1, runs: [opening] };
      return runs.length === 0 ? [heading] : [heading, { ...block, runs }];
    }),
  );
}

/** Pieces as blocks of a report; headings directly below the part's have the level `outermost`. */
export function blocksOfPieces(pieces: readonly Piece[], outermost: HeadingLevel): UnnumberedBlock[] {
  const isHeaded = pieces.some(({ heading }) => heading !== "");
  return pieces.flatMap(({ heading, level, blocks }) => {
    // Entries counted as the headings are would stand beside those.
    if (heading === "") return textBlocks(blocks, isHeaded ? "enclosed" : outermost);
    const own = outermost === "none" ? outermost : LEVELS[LEVELS.indexOf(outermost) + level - 1];
    return own === undefined
      ? [proseBlock({ items: [headingItem(heading)], gap: false }), ...textBlocks(blocks, "enclosed")]
      : headedBlocks(heading, own, blocks);
  });
}

/** The level below another. */
export function below(level: HeadingLevel): HeadingLevel {
  if (level === "point") return "enclosed";
  return LEVELS[LEVELS.indexOf(level) + 1] ?? "enclosed";
}

/** Paragraphs and lists as people wrote them, where headings of their own would have the level. */
function textBlocks(blocks: readonly NarrativeBlock[], level: HeadingLevel): UnnumberedBlock[] {
  const printed: UnnumberedBlock[] = [];
  let items: ProseItem[] = [];
  const flush = (): void => {
    if (items.length > 0) printed.push(proseBlock({ items, gap: false }));
    items = [];
  };
  for (const [at, block] of blocks.entries()) {
    if (block.table === null)
      items.push(itemOf(block, isAnnounced(blocks.slice(0, at)) ? "enclosed" : level));
    else {
      flush();
      printed.push(tableBlock(ownTable(block.table, block.where)));
    }
  }
  flush();
  return printed;
}

/** A heading with the text that follows run in; text with bold or footnotes in it, or a list, begins a line of its own. */
export function headedBlocks(
  heading: string,
  level: HeadingLevel,
  blocks: readonly NarrativeBlock[],
): UnnumberedBlock[] {
  const [first, ...others] = blocks;
  const said = /[。！？；：]$/u.test(heading) ? heading : `${heading}。`;
  const isPlain = ({ text, strong }: Run): boolean => !strong && withoutFootnotes(text) === text;
  if (first?.kind !== "paragraph" || !first.runs.every(isPlain)) {
    return [paragraph("", said.replace(/。$/u, ""), level), ...textBlocks(blocks, below(level))];
  }
  return [paragraph(textOf(first), said, level), ...textBlocks(others, below(level))];
}

/**
 * Text that replaces a headed paragraph. Where it begins with a sentence in bold, that is its heading; else the
 * generated heading stays.
 */
export function replacedHeaded(
  blocks: readonly NarrativeBlock[],
  heading: string,
  level: HeadingLevel,
): UnnumberedBlock[] {
  const [first, ...others] = blocks;
  const [opening, ...rest] = first?.runs ?? [];
  if (first?.kind !== "paragraph" || opening?.strong !== true) return headedBlocks(heading, level, blocks);
  const text = { ...first, runs: rest };
  return headedBlocks(opening.text, level, rest.length === 0 ? others : [text, ...others]);
}

function headingItem(text: string): ProseItem {
  return { kind: "heading", marker: "", runs: [{ text, strong: false, note: "" }], note: "" };
}

/** 主要有以下几点： before a list. */
function isAnnounced(before: readonly NarrativeBlock[]): boolean {
  const last = before.findLast(({ kind }) => kind !== "item");
  return last?.kind === "paragraph" && /：$|以下|如下|下列/u.test(textOf(last));
}

/**
 * How the entries of a numbered list begin where nothing announces it: below a chapter's heading as the points of a
 * text, below （一） with the number that comes next, else （1） as they were read.
 */
const MARKERS: Partial<Record<HeadingLevel, Marker>> = {
  bracketed: pointMarker,
  dotted: dottedMarker,
};

function markerAt(level: HeadingLevel, marker: string): string {
  const number = /^（(\d+)）$/u.exec(marker)?.[1];
  return number === undefined ? marker : (MARKERS[level]?.(Number(number)) ?? marker);
}

function itemOf({ kind, marker, runs }: NarrativeBlock, level: HeadingLevel): ProseItem {
  return {
    kind: kind === "item" ? "item" : "paragraph",
    marker: markerAt(level, marker),
    runs: runs.map(({ text, strong }) => ({ text, strong, note: "" })),
    note: "",
  };
}
