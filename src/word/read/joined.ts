import type { WordParagraph } from "./document.js";
import type { Counts } from "./limits.js";

export type Side = "inserted" | "deleted";

/** Paragraphs that are told together: one, or several where a tracked change joins or parts them. */
export interface Joined {
  own: WordParagraph[];
  /** Of the first, in the document, from 1. */
  number: number;
}

export function joinedParagraphs(paragraphs: readonly WordParagraph[]): Joined[] {
  const found: Joined[] = [];
  let open: Joined | null = null;
  paragraphs.forEach((paragraph, at) => {
    if (open === null) found.push((open = { own: [], number: at + 1 }));
    open.own.push(paragraph);
    if (isCut(open.own, paragraphs[at + 1])) open = null;
  });
  return found;
}

/**
 * Whether they end here. Where the end was put in or taken out, the next paragraph goes with it, unless one of both came
 * or went as a whole: then each is told by itself.
 */
function isCut(own: readonly WordParagraph[], next: WordParagraph | undefined): boolean {
  const last = own.at(-1);
  if (last === undefined || next === undefined) return true;
  const side = last.end.deleted !== null ? "deleted" : "inserted";
  if (last.end[side] === null) return true;
  return (own.length === 1 && isWhole(last, side)) || isWhole(next, side);
}

function isWhole({ pieces }: WordParagraph, side: Side): boolean {
  const said = pieces.filter(({ text }) => text !== "");
  return said.length > 0 && said.every((piece) => piece[side] !== null);
}

/** Counts what will be told more than once: each person's version of a passage, each line of several joined in it. */
export function countVersions(paragraphs: readonly WordParagraph[], count: Counts): void {
  for (const { own } of joinedParagraphs(paragraphs)) {
    const authors = new Set<string>();
    let size = 0;
    for (const { pieces, end } of own) {
      for (const { inserted, deleted } of [...pieces, end])
        for (const mark of [inserted, deleted]) if (mark !== null) authors.add(mark.author);
      for (const { text } of pieces) size += 1 + text.length;
    }
    count.repeated((authors.size + (own.length > 1 ? own.length : 0)) * size);
  }
}
