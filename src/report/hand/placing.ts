import type { Slot } from "../../narrative/narrative.js";
import {
  withBlocks,
  type HeadingLevel,
  type Part,
  type PartSection,
  type UnnumberedBlock,
} from "../numbering/unnumbered.js";
import { below, blocksOfPieces, headedBlocks, replacedHeaded, type Piece } from "./content.js";
import { smallest } from "../../terms/long-lists.js";

/** What people say of a part. */
export interface Said {
  /** Whether the generated text stays. */
  keeps: boolean;
  /** In its place, or before it. */
  first: readonly Piece[];
  /** Behind it. */
  last: readonly Piece[];
}

type Blocks = readonly UnnumberedBlock[];

/** The ids of a part and of those it is made of. */
type Held = ReadonlySet<Slot["id"]>;

/** The report with what people say of `slot` in it, in one place; null where the report does not have that part. */
export function placed(report: readonly Part[], slot: Slot, held: Held, said: Said): Part[] | null {
  for (const place of [placedAsWhole, placedAsPiece]) {
    const parts = report.map((part) => place(part, slot, held, said));
    const at = parts.findIndex((part) => part !== null);
    if (at >= 0) return report.map((part, nth) => (nth === at ? (parts[at] ?? part) : part));
  }
  return null;
}

/** A chapter or a section that is the part. */
function placedAsWhole(part: Part, { id }: Slot, held: Held, said: Said): Part | null {
  const isSection = part.sections.some((section) => section.part === id);
  if (part.part === id && !isSection) {
    return part.sections.length > 0
      ? inChapter(part, held, said)
      : { ...part, blocks: inWhole(part.blocks, held, said, part.counted ? "bracketed" : "none") };
  }
  if (!isSection) return null;
  const sections = part.sections.map((section) =>
    section.part === id ? { ...section, blocks: inWhole(section.blocks, held, said, "dotted") } : section,
  );
  return { ...part, sections };
}

/** A part that is some of the blocks of a chapter or a section. */
function placedAsPiece(part: Part, slot: Slot, held: Held, said: Said): Part | null {
  // What lists is its headings; all else stands below one.
  const inner = (level: HeadingLevel): HeadingLevel => (slot.lists ? level : below(level));
  const lists = part.sections.map(({ blocks }) => inPiece(blocks, held, said, inner("dotted")));
  const at = lists.findIndex((blocks) => blocks !== null);
  if (at < 0) {
    const blocks = inPiece(part.blocks, held, said, inner("bracketed"));
    return blocks === null ? null : { ...part, blocks };
  }
  const sections = part.sections.map((section, nth) =>
    nth === at ? { ...section, blocks: lists[at] ?? section.blocks } : section,
  );
  return { ...part, sections };
}

/** A chapter of sections: its own text stands before them, headings of people's own become sections behind them. */
function inChapter(part: Part, held: Held, said: Said): Part {
  const left = said.keeps ? part : withBlocks(part, (blocks) => withoutText(blocks, held));
  const [opening, ownFirst] = opened(said.first);
  const [closing, ownLast] = opened(said.last);
  const added = sectionsOf([...ownFirst, ...ownLast]);
  const behind = blocksOfPieces(closing, "dotted");
  return {
    ...part,
    blocks: [...blocksOfPieces(opening, "bracketed"), ...left.blocks],
    sections: [...withLast(left.sections, behind), ...added],
  };
}

function withLast(sections: readonly PartSection[], behind: Blocks): PartSection[] {
  return sections.map((section, at) =>
    at === sections.length - 1 ? { ...section, blocks: [...section.blocks, ...behind] } : section,
  );
}

/** The text before people's first heading, and what stands under headings. */
function opened(pieces: readonly Piece[]): [Piece[], Piece[]] {
  const at = pieces.findIndex(({ heading }) => heading !== "");
  return at < 0 ? [[...pieces], []] : [pieces.slice(0, at), pieces.slice(at)];
}

/** A section for each of people's headings directly below the chapter's. */
function sectionsOf(pieces: readonly Piece[]): PartSection[] {
  const outermost = smallest(pieces.map(({ level }) => level));
  const starts = pieces.flatMap(({ level }, at) => (level === outermost ? [at] : []));
  return starts.map((start, nth) => {
    const [head, ...inner] = pieces.slice(start, starts[nth + 1]);
    const text = [{ heading: "", level: 0, blocks: head?.blocks ?? [] }];
    const deeper = inner.map((piece) => ({ ...piece, level: piece.level - outermost }));
    return { part: "", heading: head?.heading ?? "", blocks: blocksOfPieces([...text, ...deeper], "dotted") };
  });
}

/** A chapter or a section that is a list of blocks. Text behind the generated one stands before its tables. */
function inWhole(
  blocks: Blocks,
  held: Held,
  { keeps, first, last }: Said,
  level: HeadingLevel,
): UnnumberedBlock[] {
  const [closing, own] = opened(last);
  const body = keeps ? [...blocks] : withoutText(blocks, held);
  const end = body.findLastIndex((block) => isTextOf(block, held)) + 1;
  return [
    ...blocksOfPieces(first, level),
    ...body.slice(0, end),
    ...blocksOfPieces(closing, level),
    ...body.slice(end),
    ...blocksOfPieces(own, level),
  ];
}

/**
 * One of several parts in a list of blocks: a headed paragraph, or text between others. `inner` is the level of
 * headings in it. Null where it is not there.
 */
function inPiece(blocks: Blocks, held: Held, said: Said, inner: HeadingLevel): UnnumberedBlock[] | null {
  const start = blocks.findIndex((block) => isTextOf(block, held));
  if (start < 0) return null;
  const end = blocks.findLastIndex((block) => isTextOf(block, held)) + 1;
  const own = blocks.slice(start, end);
  const behind = blocksOfPieces(said.last, inner);
  const [head, ...others] = own;
  const text = head === undefined ? [] : withFirst(head, held, said, inner);
  const rest = said.keeps ? [...text, ...others] : underHeadings(text, own, withoutText(others, held));
  return [...blocks.slice(0, start), ...rest, ...behind, ...blocks.slice(end)];
}

/**
 * People's text in place of a list, and what the list leaves: tables and charts that stood below one of its headings
 * stand below that heading where people have kept it, and else behind their text.
 */
function underHeadings(text: Blocks, own: Blocks, left: Blocks): UnnumberedBlock[] {
  const before = headsAbove(own);
  const now = headsAbove(text);
  /** The block of people's text that it stands behind; -1 for none. */
  const placeOf = (block: UnnumberedBlock): number => {
    const head = block.paragraphs.length > 0 ? "" : (before.get(block) ?? "");
    return head === "" ? -1 : text.findLastIndex((each) => now.get(each) === head);
  };
  const at = (place: number): UnnumberedBlock[] => left.filter((block) => placeOf(block) === place);
  return [...text.flatMap((block, place) => [block, ...at(place)]), ...at(-1)];
}

function headingOf({ paragraphs: [first] }: UnnumberedBlock): string {
  return first?.heading ?? "";
}

/** Of each block the heading it stands below; its own where it has one. */
function headsAbove(blocks: Blocks): ReadonlyMap<UnnumberedBlock, string> {
  let head = "";
  return new Map(blocks.map((block) => [block, (head = headingOf(block) || head)]));
}

/** The first block of a part with people's text in its place or before it, under the block's heading if it has one. */
function withFirst(
  block: UnnumberedBlock,
  held: Held,
  { keeps, first }: Said,
  inner: HeadingLevel,
): UnnumberedBlock[] {
  const [{ heading, level, text } = UNHEADED] = block.paragraphs;
  if (first.length === 0) return keeps ? [block] : withoutText([block], held);
  const [piece, ...deeper] = first;
  if (heading === "" || piece === undefined || piece.heading !== "") {
    return [...blocksOfPieces(first, inner), ...(keeps ? [block] : withoutText([block], held))];
  }
  const opening = keeps
    ? [
        ...headedBlocks(heading, level, piece.blocks),
        { ...block, paragraphs: [{ heading: "", level: "none" as const, text }] },
      ]
    : replacedHeaded(piece.blocks, heading, level);
  return [...opening, ...blocksOfPieces(deeper, inner)];
}

const UNHEADED: UnnumberedBlock["paragraphs"][number] = { heading: "", level: "none", text: "" };

function isTextOf({ part, paragraphs }: UnnumberedBlock, held: Held): boolean {
  return held.has(part) && paragraphs.length > 0;
}

/** The parts' text is gone, and their places are open for what people write of a smaller part. */
function withoutText(blocks: Blocks, held: Held): UnnumberedBlock[] {
  return blocks.map((block) =>
    isTextOf(block, held)
      ? { ...block, open: true, paragraphs: block.paragraphs.map((each) => ({ ...each, text: "" })) }
      : block,
  );
}
