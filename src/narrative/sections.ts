import type { Heading, RootContent } from "mdast";
import type { Issue } from "../issues/issue.js";
import { blocksOf } from "./blocks.js";
import { headingsOf, namedGroup, namedSlot, partOf, suggestions, type Headings } from "./headings.js";
import { lettersOf } from "./letters.js";
import type { NarrativeBlock, NarrativeSection, Slot } from "./narrative.js";
import type { Passage } from "./paragraphs.js";
import { findingAt, spot, type Source } from "./source.js";

/** A section as written, with what its text is checked by and what was wrong in it. */
export interface ParsedSection extends NarrativeSection {
  passages: readonly Passage[];
  issues: readonly Issue[];
}

export interface Sections {
  /** In the order of the file; those without text included. */
  sections: readonly ParsedSection[];
  /** About headings and text outside of them, whichever report the file is read for. */
  issues: readonly Issue[];
}

interface OpenSection extends ParsedSection {
  blocks: NarrativeBlock[];
  passages: Passage[];
  issues: Issue[];
}

/** Where text would go: into a section, nowhere yet, or nowhere because its heading was refused. */
type Open =
  | { kind: "outside"; told: boolean; heading: string }
  | { kind: "refused"; depth: number }
  | { kind: "section"; depth: number; section: OpenSection };

/** What is remembered from node to node. */
interface Walk {
  source: Source;
  headings: Headings;
  sections: OpenSection[];
  issues: Issue[];
  open: Open;
  /** The domain heading whose parts may follow below it. */
  group: { name: string; depth: number } | null;
}

/** Sorts the nodes of a file under the headings they stand below. */
export function sectionsOf(nodes: readonly RootContent[], source: Source, slots: readonly Slot[]): Sections {
  const walk: Walk = {
    source,
    headings: headingsOf(slots),
    sections: [],
    issues: [],
    open: { kind: "outside", told: false, heading: "" },
    group: null,
  };
  for (const node of nodes) {
    if (node.type !== "heading" || !takeHeading(walk, node)) takeText(walk, node);
  }
  return { sections: walk.sections, issues: walk.issues };
}

/** Opens what the heading names. False where it is a heading inside the open section. */
function takeHeading(walk: Walk, node: Heading): boolean {
  const { headings, open } = walk;
  const text = headingText(walk, node);
  if (walk.group !== null && node.depth <= walk.group.depth) walk.group = null;
  const slot = namedSlot(headings, text);
  if (slot !== null) return begin(walk, slot, node);
  if (open.kind === "section" && node.depth > open.depth) return false;
  const part = walk.group === null ? null : partOf(headings, walk.group.name, text);
  if (part !== null) return begin(walk, part, node);
  const group = namedGroup(headings, text);
  if (group !== null) {
    walk.group = { name: group, depth: node.depth };
    walk.open = { kind: "outside", told: false, heading: group };
  } else if (open.kind !== "refused" || node.depth <= open.depth) refuse(walk, node, text);
  return true;
}

function headingText({ source }: Walk, node: Heading): string {
  return lettersOf(node.children, source, [])
    .map(({ text }) => text)
    .join("")
    .trim();
}

function begin(walk: Walk, slot: Slot, node: Heading): true {
  const offset = startOf(node);
  const earlier = walk.sections.find((section) => section.slot === slot.id);
  if (earlier === undefined) {
    const { where } = spot(walk.source, offset);
    const section: OpenSection = { slot: slot.id, blocks: [], where, passages: [], issues: [] };
    walk.sections.push(section);
    walk.open = { kind: "section", depth: node.depth, section };
  } else {
    const args = { heading: slot.heading, line: earlier.where.line ?? 1 };
    walk.issues.push(findingAt(walk.source, offset, "narrative/duplicate-heading", args));
    walk.open = { kind: "refused", depth: node.depth };
  }
  return true;
}

function refuse(walk: Walk, node: Heading, text: string): void {
  const args = { heading: text, ...suggestions(walk.headings, walk.group?.name ?? null, text) };
  walk.issues.push(findingAt(walk.source, startOf(node), "narrative/unknown-heading", args));
  walk.open = { kind: "refused", depth: node.depth };
}

/** Text under a refused heading has its finding already; text under none is told once. */
function takeText(walk: Walk, node: RootContent): void {
  const { open, source } = walk;
  if (open.kind === "section") {
    const { slot, issues } = open.section;
    for (const { block, passage } of blocksOf(node, { slot, source, issues })) {
      open.section.blocks.push(block);
      open.section.passages.push(passage);
    }
  } else if (open.kind === "outside" && !open.told && node.type !== "thematicBreak") {
    const args = { under: open.heading };
    walk.issues.push(findingAt(source, startOf(node), "narrative/text-outside", args));
    open.told = true;
  }
}

function startOf(node: RootContent): number {
  return node.position?.start.offset ?? 0;
}
