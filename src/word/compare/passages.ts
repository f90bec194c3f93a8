import { cellWords } from "./tables.js";
import type { Piece, Story, WordContent, WordParagraph } from "../read/document.js";
import { joinedParagraphs, type Side } from "../read/joined.js";

/** Stands between two paragraphs of one passage; a line that a person broke off has \n. */
export const PARAGRAPH_END = "\u2029";

/** What is told together: a paragraph, or several where a tracked change joins or parts them. */
export interface Passage extends Pick<WordParagraph, "level" | "style" | "cell" | "story"> {
  /** Of its first paragraph in the document, from 1. */
  number: number;
  /** Headings it stands under, the outermost first; 脚注, 页眉 of what stands beside the text. */
  path: readonly string[];
  /** With ends of paragraphs as pieces of their own. */
  pieces: readonly Piece[];
  /** As it was before any tracked change. */
  before: string;
  /** As it is once all are accepted. */
  after: string;
  /** Where in its table it stands, as it is told; "" of what is no cell. */
  inTable: string;
}

/** The passages of a document that have a text, or had one; the 目录 is none. */
export function passagesOf({ paragraphs }: WordContent): Passage[] {
  const path: { text: string; level: number }[] = [];
  const passages = joinedParagraphs(paragraphs).flatMap(({ own, number }) => {
    const [first] = own;
    if (first === undefined) return [];
    const pieces = own.flatMap((paragraph, at) => [
      ...paragraph.pieces,
      ...(at < own.length - 1 ? [endOf(paragraph)] : []),
    ]);
    const [before, after] = [textOf(pieces, "inserted"), textOf(pieces, "deleted")];
    const { level, style, cell, story } = first;
    if (story !== "body") path.splice(0, path.length, { text: STORY_NAMES[story], level: 1 });
    else if (level > 0) {
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      path.push({ text: (after || before).slice(0, LONGEST_HEADING).trim(), level });
    }
    const isContents = /^(?:toc \d|目录标题)/iu.test(style);
    if (pieces.length === 0 || isContents || (isEdge(story) && PAGE_NUMBER.test(after))) return [];
    return [{ level, style, cell, story, number, path: path.map(({ text }) => text), pieces, before, after }];
  });
  const words = cellWords(passages);
  return passages.map((passage) => ({ ...passage, inTable: words.get(passage) ?? "" }));
}

/** A longer one is text in the style of a heading, and is told with all that stands below it. */
const LONGEST_HEADING = 200;

const STORY_NAMES: Readonly<Record<Exclude<Story, "body">, string>> = {
  footnote: "脚注",
  endnote: "尾注",
  header: "页眉",
  footer: "页脚",
};

function isEdge(story: Story): boolean {
  return story === "header" || story === "footer";
}

/** A field that every program fills in anew. */
const PAGE_NUMBER = /^[\s—–\-－第共页/\d]*$/u;

/** Whether somebody changed it with changes being tracked. */
export function isTracked({ pieces }: Passage): boolean {
  return pieces.some(({ inserted, deleted }) => inserted !== null || deleted !== null);
}

/** Text without the pieces that were inserted, or without those that were deleted. */
function textOf(pieces: readonly Piece[], without: Side): string {
  return pieces.map((piece) => (piece[without] === null ? piece.text : "")).join("");
}

function endOf({ end }: WordParagraph): Piece {
  return { text: PARAGRAPH_END, ...end, bookmarks: [], comments: [] };
}
