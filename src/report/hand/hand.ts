import type {
  Generated,
  Narrative,
  NarrativeBlock,
  NarrativeSection,
  Slot,
} from "../../narrative/narrative.js";
import { ancestors, annexPart, within } from "../../narrative/slots.js";
import { inPart, paragraph } from "../blocks.js";
import { captionsIn, wordingOf } from "../numbering/numbered.js";
import {
  withBlocks,
  type HeadingLevel,
  type Part,
  type UnnumberedBlock,
  type UnnumberedReport,
} from "../numbering/unnumbered.js";
import { blocksOfPieces, listedPieces, piecesOf } from "./content.js";
import { amended, generatedTexts } from "./generated.js";
import { placed, type Said } from "./placing.js";

/** What people wrote for a report, and the parts it has. */
export interface Hand {
  narrative: Narrative | null;
  /** In the order the report prints them. */
  slots: readonly Slot[];
  /** What stands for a part that must be written and is not; null for all others. */
  gapOf: (slot: Slot) => UnnumberedBlock | null;
}

/**
 * The report with people's text in it. A section that says what the report says by itself changes nothing: the text
 * is the report's own, with its figures told apart.
 */
export function withHand(report: UnnumberedReport, hand: Hand): UnnumberedReport {
  const parts = writable(report);
  const first = printedAs(partsWithHand(parts, hand), report);
  if (hand.narrative === null) return first;
  const texts = generatedTexts(parts, wordingOf(first));
  const sections = amended(hand.narrative.sections, hand.slots, texts);
  if (sections.length === hand.narrative.sections.length) return first;
  const narrative = { ...hand.narrative, sections };
  return printedAs(partsWithHand(parts, { ...hand, narrative }), report);
}

/** Chapters and annexes: what people may write of an annex they write as of a chapter without sections. */
function writable({ parts, annexes }: UnnumberedReport): Part[] {
  const chapters = annexes.map(({ id, title, blocks }): Part => {
    const part = annexPart(id);
    return { id: part, part, counted: true, heading: title, blocks, sections: [] };
  });
  return [...parts, ...chapters].map(tagged);
}

/** The annexes stand by themselves again. Of one that people want nothing of this is said, for texts point to it. */
function printedAs(parts: readonly Part[], { annexes }: UnnumberedReport): UnnumberedReport {
  const held = new Map(parts.map(({ part, blocks }) => [part, blocks]));
  const own = new Set(annexes.map(({ id }) => annexPart(id)));
  return {
    parts: parts.filter(({ part }) => !own.has(part)),
    annexes: annexes.map((annex) => {
      const blocks = held.get(annexPart(annex.id)) ?? [];
      return { ...annex, blocks: blocks.length === 0 && annex.blocks.length > 0 ? [OMITTED] : blocks };
    }),
  };
}

const OMITTED = paragraph("（略）");

/** What the report says by itself, part by part, where people have not written. */
export function generatedBy(report: UnnumberedReport): Generated {
  return { texts: generatedTexts(writable(report), wordingOf(report)), captions: captionsIn(report) };
}

/**
 * The chapters with people's text in them: a section replaces the generated text of its part, stands before and behind
 * it where it says 〔自动〕, or drops it. Tables and charts stay. The text of a part that this report leaves out goes
 * to the part it would stand in, so that nothing people wrote is lost.
 */
function partsWithHand(parts: readonly Part[], { narrative, slots, gapOf }: Hand): Part[] {
  const sections = new Map(narrative?.sections.map((section) => [section.slot, section]));
  let report = [...parts];
  // A part comes before those it is made of: their text is put into what it has left.
  for (const slot of slots) {
    const section = sections.get(slot.id);
    const gap = section === undefined ? gapOf(slot) : null;
    if (section !== undefined) report = written(report, slot, saidBy(section, slot), slots);
    else if (gap !== null) report = report.map((part) => withGap(part, slot, gap));
  }
  return report.map(printed);
}

/** Blocks that are no smaller part's belong to their section, or to their chapter. */
function tagged(part: Part): Part {
  return withBlocks(part, (blocks, id) => inPart(id, blocks));
}

function withGap(part: Part, slot: Slot, gap: UnnumberedBlock): Part {
  return withBlocks(part, (blocks) =>
    blocks.map((block) => (block.open && block.part === slot.id ? gap : block)),
  );
}

/** Without the places where no text has come. */
function printed(part: Part): Part {
  return withBlocks(part, (blocks) => blocks.filter(({ open }) => !open));
}

/**
 * What a section says of its part. Own headings alone, without text before them, are added to what is generated; in a
 * part that `lists` they take the place of those it has.
 */
function saidBy({ blocks }: NarrativeSection, { writer, lists }: Slot): Said {
  const pieces = lists ? listedPieces : piecesOf;
  const isText = ({ kind }: NarrativeBlock): boolean => kind !== "auto" && kind !== "drop";
  const text = blocks.filter(isText);
  const auto = blocks.findIndex(({ kind }) => kind === "auto");
  const drops = blocks.some(({ kind }) => kind === "drop");
  if (auto >= 0 && !drops) {
    const [first, last] = [blocks.slice(0, auto), blocks.slice(auto).filter(isText)];
    return { keeps: true, first: pieces(first), last: pieces(last) };
  }
  const adds = !drops && !lists && writer === "report" && text[0]?.kind === "heading";
  return { keeps: adds, first: adds ? [] : pieces(text), last: adds ? pieces(text) : [] };
}

function written(report: readonly Part[], slot: Slot, said: Said, slots: readonly Slot[]): Part[] {
  // What people alone write replaces nothing.
  const held = slot.writer === "people" ? new Set([slot.id]) : within(slot.id, slots);
  return placed(report, slot, held, said) ?? elsewhere(report, slot, said, slots);
}

/** The text of a part that the report does not have, under its heading at the end of the nearest it would stand in. */
function elsewhere(report: readonly Part[], slot: Slot, said: Said, slots: readonly Slot[]): Part[] {
  const text = [...said.first, ...said.last];
  if (text.length === 0) return [...report];
  const [head = { heading: "", level: 0, blocks: [] }] = text;
  const own = head.heading === "" ? text.slice(1) : text;
  const pieces = [
    { heading: slot.heading, level: 1, blocks: head.heading === "" ? head.blocks : [] },
    ...own.map((piece) => ({ ...piece, level: piece.level + 1 })),
  ];
  for (const ancestor of ancestors(slot, slots)) {
    const there = placed(report, ancestor, within(ancestor.id, slots), {
      keeps: true,
      first: [],
      last: pieces,
    });
    if (there !== null) return there;
  }
  const level: HeadingLevel = "bracketed";
  const blocks = blocksOfPieces(pieces.slice(1), level);
  return [
    ...report,
    { id: slot.id, part: slot.id, counted: true, heading: slot.heading, blocks, sections: [] },
  ];
}
