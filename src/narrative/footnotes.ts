import type { FootnoteDefinition, FootnoteReference, Heading, RootContent } from "mdast";
import { footnote } from "../terms/footnotes.js";
import type { Issue } from "../issues/issue.js";
import { lettersOf, plainLetters, type Letter } from "./letters.js";
import { findingAt, startOf, type Source } from "./source.js";

/** What the footnotes of a file say. */
export interface Footnotes {
  /** By what they are pointed at with: 1 of [^1]. */
  byLabel: ReadonlyMap<string, readonly Letter[]>;
  /** Of those that are pointed at. */
  used: Set<string>;
}

/** The footnotes of a file, wherever they stand in it; what a footnote cannot hold is told. */
export function footnotesOf(nodes: readonly RootContent[], source: Source, issues: Issue[]): Footnotes {
  const byLabel = new Map<string, readonly Letter[]>();
  for (const node of definitionsIn(nodes)) {
    if (byLabel.has(node.identifier)) unprinted(source, node, `重复的脚注[^${labelOf(node)}]`, issues);
    else byLabel.set(node.identifier, textOf(node, source, issues));
  }
  return { byLabel, used: new Set() };
}

function labelOf({ label, identifier }: FootnoteDefinition): string {
  return label ?? identifier;
}

function definitionsIn(nodes: readonly RootContent[]): FootnoteDefinition[] {
  return nodes.flatMap((node) => {
    if (node.type === "footnoteDefinition") return [node];
    return node.type === "list" ? definitionsIn(node.children.flatMap(({ children }) => children)) : [];
  });
}

/** Its paragraphs one after the other; a list in it is typed out. */
function textOf({ children }: FootnoteDefinition, source: Source, issues: Issue[]): Letter[] {
  const letters = children.flatMap((child) => {
    const start = startOf(child);
    return child.type === "paragraph"
      ? lettersOf(child.children, source, issues)
      : plainLetters(source.text.slice(start, child.position?.end.offset), start);
  });
  return letters.filter(({ text }) => !/[\n\v]/u.test(text));
}

/** The footnote in the place of what points at it, as one letter. */
export function noteLetter(
  node: FootnoteReference,
  strong: boolean,
  { byLabel, used }: Footnotes,
): Letter | null {
  const note = byLabel.get(node.identifier);
  if (note === undefined || note.length === 0) return null;
  used.add(node.identifier);
  const text = footnote(note.map((letter) => letter.text).join(""));
  return { text, strong, offset: startOf(node), note };
}

/**
 * Footnotes of headings stand at the end of the paragraph below, since a heading is printed in the 目录, too; said in
 * `issues`.
 */
export function withNotesBelow(
  nodes: readonly RootContent[],
  source: Source,
  issues: Issue[],
): RootContent[] {
  return nodes.map((node, at): RootContent => {
    const [before, after] = [nodes[at - 1], nodes[at + 1]];
    if (node.type === "heading" && after?.type === "paragraph")
      return { ...node, children: node.children.filter(({ type }) => type !== "footnoteReference") };
    const notes = before?.type === "heading" && node.type === "paragraph" ? notesIn(before) : [];
    if (node.type !== "paragraph" || notes.length === 0) return node;
    for (const note of notes) issues.push(findingAt(source, startOf(note), "narrative/note-below", {}));
    return { ...node, children: [...node.children, ...notes] };
  });
}

function notesIn({ children }: Heading): FootnoteReference[] {
  return children.filter((child) => child.type === "footnoteReference");
}

/** Footnotes that nothing points at are not printed. */
export function tellUnused(
  nodes: readonly RootContent[],
  { used }: Footnotes,
  source: Source,
  issues: Issue[],
): void {
  for (const node of definitionsIn(nodes)) {
    if (used.has(node.identifier)) continue;
    unprinted(source, node, `脚注[^${labelOf(node)}]（正文中没有指向它的标记）`, issues);
  }
}

function unprinted(source: Source, node: RootContent, what: string, issues: Issue[]): void {
  issues.push(findingAt(source, startOf(node), "narrative/not-printed", { what }));
}
