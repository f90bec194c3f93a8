import type { Heading, RootContent } from "mdast";
import { issue, type Issue } from "../issues/issue.js";
import { blocksOf } from "./blocks.js";
import {
  headingsOf,
  likened,
  namedAlone,
  namedBelow,
  namedBy,
  pathOf,
  suggestions,
  type Headings,
} from "./headings.js";
import { footnotesOf, tellUnused, withNotesBelow, type Footnotes } from "./footnotes.js";
import { lettersOf } from "./letters.js";
import { textOf, type NarrativeBlock, type NarrativeSection, type Slot } from "./narrative.js";
import type { Passage, Written } from "./paragraphs.js";
import { findingAt, spot, startOf, type Source } from "./source.js";
import { withCaptions } from "./tables.js";

/** A section as written, with what its text is checked by and what was wrong in it. */
export interface ParsedSection extends NarrativeSection {
  passages: readonly Passage[];
  issues: readonly Issue[];
}

export interface Sections {
  /** In the order of the file; those without text included where people alone write them. */
  sections: readonly ParsedSection[];
  /** About headings and text outside of them, whichever report the file is read for. */
  issues: readonly Issue[];
}

interface OpenSection extends ParsedSection {
  blocks: NarrativeBlock[];
  passages: Passage[];
  issues: Issue[];
}

/** A heading that is still open: a part's, one of a person's own inside a part, a part's written before, one refused. */
type Open = { depth: number } & (
  | { kind: "part"; slot: Slot; section: OpenSection }
  | { kind: "own"; slot: Slot; section: OpenSection }
  | { kind: "again"; slot: Slot; first: string; offset: number; told: boolean }
  | { kind: "refused" }
);

/** What is remembered from node to node. */
interface Walk {
  source: Source;
  footnotes: Footnotes;
  headings: Headings;
  sections: OpenSection[];
  issues: Issue[];
  /** From the outermost to the innermost. */
  open: Open[];
  toldOutside: boolean;
}

/** Sorts the nodes of a file under the headings they stand below. */
export function sectionsOf(nodes: readonly RootContent[], source: Source, slots: readonly Slot[]): Sections {
  const issues: Issue[] = [];
  const footnotes = footnotesOf(nodes, source, issues);
  const walk: Walk = {
    source,
    footnotes,
    headings: headingsOf(slots),
    sections: [],
    issues,
    open: [],
    toldOutside: false,
  };
  for (const node of withNotesBelow(nodes, source, issues)) {
    if (node.type === "heading") takeHeading(walk, node);
    else if (node.type !== "footnoteDefinition") takeText(walk, node);
  }
  tellUnused(nodes, footnotes, source, issues);
  for (const section of walk.sections) drawTablesIn(section, walk);
  return {
    sections: walk.sections.filter(({ slot, blocks }) => blocks.length > 0 || isAwaited(slot, slots)),
    issues: walk.issues,
  };
}

/** Tables take title, notes and source from the lines around them. A number they were typed with may be another's. */
function drawTablesIn(section: OpenSection, { headings }: Walk): void {
  const heading = headings.slots.find(({ id }) => id === section.slot)?.heading ?? "";
  section.blocks = withCaptions(section.blocks, heading);
  for (const { table, where } of section.blocks) {
    if (table !== null && table.typedNumber !== "") {
      section.issues.push(
        issue("narrative/table-number", where, { number: table.typedNumber, title: table.title }),
      );
    }
  }
}

/** A heading without text matters where people alone write; others may only hold parts of their own. */
function isAwaited(slot: Slot["id"], slots: readonly Slot[]): boolean {
  return slots.some(({ id, writer }) => id === slot && writer === "people");
}

/** Opens what the heading names; closes what stands as deep or deeper. */
function takeHeading(walk: Walk, node: Heading): void {
  const { headings } = walk;
  const text = headingText(walk, node);
  while ((walk.open.at(-1)?.depth ?? 0) >= node.depth) walk.open.pop();
  const inner = walk.open.at(-1);
  if (inner === undefined || inner.kind === "refused") {
    const slot = namedAlone(headings, text);
    if (slot !== null) begin(walk, slot, node);
    else if (inner === undefined) refuse(walk, node, text);
    return;
  }
  const below = inner.kind !== "own" ? namedBelow(headings, inner.slot, text) : null;
  const slot = below ?? namedBy(headings, text).find(({ required }) => required) ?? null;
  if (slot !== null) begin(walk, slot, node);
  else if (inner.kind === "again") tellAgain(walk, inner);
  else beginOwn(walk, inner, node, text);
}

function headingText({ source }: Walk, node: Heading): string {
  return lettersOf(node.children, source, [])
    .map(({ text }) => text)
    .join("")
    .trim();
}

/** A part may be headed again for the parts it is made of; its own text stands in one place. */
function begin(walk: Walk, slot: Slot, node: Heading): void {
  const offset = startOf(node);
  const earlier = walk.sections.find((section) => section.slot === slot.id);
  if (earlier !== undefined && earlier.blocks.length > 0) {
    const { line, paragraph = 1 } = earlier.where;
    const first = line === undefined ? `第${paragraph}段` : `第${line}行`;
    walk.open.push({ kind: "again", depth: node.depth, slot, first, offset, told: false });
    return;
  }
  const { where } = spot(walk.source, offset);
  const section = earlier ?? { slot: slot.id, blocks: [], where, passages: [], issues: [] };
  if (earlier === undefined) walk.sections.push(section);
  walk.open.push({ kind: "part", depth: node.depth, slot, section });
}

/** Text of a part that has text already is left out and told. */
function tellAgain(walk: Walk, again: Extract<Open, { kind: "again" }>): void {
  if (again.told) return;
  const args = { heading: again.slot.heading, first: again.first };
  walk.issues.push(findingAt(walk.source, again.offset, "narrative/duplicate-heading", args));
  again.told = true;
}

/** A heading of a person's own; one that looks like a part's name is told, for it may be a slip. */
function beginOwn(
  walk: Walk,
  { kind, slot, section }: Extract<Open, { section: OpenSection }>,
  node: Heading,
  text: string,
): void {
  const { source, footnotes, headings } = walk;
  const level = walk.open.filter((each) => each.kind === "own").length + 1;
  const meant = kind === "part" && slot.writer === "report" ? likened(headings, slot, text) : null;
  if (meant !== null) {
    const args = { heading: text, under: slot.heading, nearest: pathOf(meant, headings.slots) };
    section.issues.push(findingAt(source, startOf(node), "narrative/own-heading", args));
  }
  const own = blocksOf(node, { slot: slot.id, source, issues: section.issues, footnotes });
  add(
    section,
    own.map(({ block, passage }) => ({ block: block && { ...block, level }, passage })),
  );
  walk.open.push({ kind: "own", depth: node.depth, slot, section });
}

function refuse(walk: Walk, node: Heading, text: string): void {
  const args = { heading: text, ...suggestions(walk.headings, text) };
  walk.issues.push(findingAt(walk.source, startOf(node), "narrative/unknown-heading", args));
  walk.open.push({ kind: "refused", depth: node.depth });
}

/** Text under a refused heading has its finding already; text under none is told once. */
function takeText(walk: Walk, node: RootContent): void {
  const { source, footnotes } = walk;
  const inner = walk.open.at(-1);
  if (inner === undefined) tellOutside(walk, node);
  else if (inner.kind === "again") tellAgain(walk, inner);
  else if (inner.kind !== "refused") {
    const { slot, section } = inner;
    add(section, blocksOf(node, { slot: slot.id, source, issues: section.issues, footnotes }));
  }
}

function add(section: OpenSection, all: readonly Written[]): void {
  for (const { block, passage } of all) {
    const title = block?.table == null ? null : titleAbove(section);
    if (block !== null) section.blocks.push(block);
    if (title !== null) section.passages.splice(-1, 1, below(title, passage));
    else if (passage.text !== "") section.passages.push(passage);
  }
}

/** The line above a table says what its figures are of: 全市主要指标. */
function titleAbove({ blocks, passages }: OpenSection): Passage | null {
  const [above, last] = [blocks.at(-1), passages.at(-1)];
  const isTitle = above?.kind === "paragraph" && last !== undefined && !/[。；\n]/u.test(last.text);
  return isTitle && textOf(above) === last.text ? last : null;
}

function below(title: Passage, table: Passage): Passage {
  const offsets = [...title.offsets, table.offsets[0] ?? 0, ...table.offsets];
  return { ...table, text: `${title.text}\n${table.text}`, offsets };
}

function tellOutside(walk: Walk, node: RootContent): void {
  if (walk.toldOutside || node.type === "thematicBreak") return;
  walk.issues.push(findingAt(walk.source, startOf(node), "narrative/text-outside", {}));
  walk.toldOutside = true;
}
