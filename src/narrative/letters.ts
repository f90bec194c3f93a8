import type { FootnoteReference, PhrasingContent } from "mdast";
import type { Issue } from "../issues/issue.js";
import { findingAt, startOf, type Source } from "./source.js";

/** One character of plain text, bold or not, and where it stands in the source; or a footnote, whole. */
export interface Letter {
  text: string;
  strong: boolean;
  offset: number;
  /** What a footnote says. */
  note?: readonly Letter[];
}

/** The footnote in the place of what points at it; null where none may stand there. */
export type NoteAt = (node: FootnoteReference, strong: boolean) => Letter | null;

/** A line break the writer asked for; a plain \n is the end of a line in the file. */
export const HARD_BREAK = "\v";

/** Content still to be read, or letters that are read when it is. */
type Pending = { node: PhrasingContent; strong: boolean } | Letter;

/**
 * The plain characters of a paragraph's or heading's content. Markup the report has no use for is told in
 * `issues`; of raw HTML and pictures nothing is left. Bold inside bold, however deep, takes no call stack.
 */
export function lettersOf(
  nodes: readonly PhrasingContent[],
  source: Source,
  issues: Issue[],
  noteAt: NoteAt = () => null,
): Letter[] {
  const letters: Letter[] = [];
  const pending: Pending[] = nodes.map((node) => ({ node, strong: false })).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if ("text" in next) letters.push(next);
    else {
      const { node, strong } = next;
      const inside =
        node.type === "footnoteReference"
          ? noted(noteAt(node, strong), node, source, issues)
          : opened(node, strong, source, issues);
      for (const each of inside.reverse()) pending.push(each);
    }
  }
  return letters;
}

function noted(note: Letter | null, node: FootnoteReference, source: Source, issues: Issue[]): Letter[] {
  if (note !== null) return [note];
  issues.push(
    findingAt(source, startOf(node), "narrative/not-printed", {
      what: "脚注中的脚注，或下面没有文字的标题的脚注",
    }),
  );
  return [];
}

/** What stands inside a node, in order. */
function opened(node: PhrasingContent, strong: boolean, source: Source, issues: Issue[]): Pending[] {
  const start = startOf(node);
  const end = node.position?.end.offset ?? start;
  switch (node.type) {
    case "text":
      return aligned(node.value, start, end, source, strong);
    case "break":
      return [{ text: HARD_BREAK, strong, offset: start }];
    case "strong":
    case "emphasis":
      return emphasised(node, strong, source);
    case "inlineCode":
      issues.push(findingAt(source, start, "narrative/format-dropped", { what: "代码" }));
      return aligned(node.value, start + 1, end, source, strong);
    case "link":
    case "linkReference":
      issues.push(findingAt(source, start, "narrative/format-dropped", { what: "链接" }));
      return node.children.map((child) => ({ node: child, strong }));
    case "html":
      issues.push(findingAt(source, start, "narrative/raw-html", { shown: clip(node.value) }));
      return [];
    case "image":
    case "imageReference":
      issues.push(findingAt(source, start, "narrative/not-printed", { what: "图片" }));
      return [];
    default:
      // Strike-through is an extension of Markdown that is not switched on.
      return [];
  }
}

/** Bold is typed with stars; underscores in Chinese text are a blank to fill in, and stay. */
function emphasised(
  node: Extract<PhrasingContent, { type: "strong" | "emphasis" }>,
  strong: boolean,
  source: Source,
): Pending[] {
  const start = startOf(node);
  const end = node.position?.end.offset ?? start;
  if (source.text[start] === "*") return node.children.map((child) => ({ node: child, strong: true }));
  const width = node.type === "strong" ? 2 : 1;
  const underscores = (from: number): Letter[] =>
    Array.from({ length: width }, (_, index) => ({ text: "_", strong, offset: from + index }));
  const inside = node.children.map((child) => ({ node: child, strong }));
  return [...underscores(start), ...inside, ...underscores(end - width)];
}

/** Control and invisible characters: they are not printed, and could turn the direction of a line; and noncharacters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\uFDD0-\uFDEF]/u;

/** No named entity and no list's indent is longer: how far ahead a character is looked for. */
const LONGEST_ESCAPE = 40;

/** Where each character of a text node stands: escapes and entities make it shorter than its source. */
function aligned(value: string, from: number, to: number, source: Source, strong: boolean): Letter[] {
  const letters: Letter[] = [];
  let cursor = from;
  for (const text of value) {
    const ahead = source.text.slice(cursor, Math.min(cursor + LONGEST_ESCAPE, to)).indexOf(text);
    const offset = Math.min(cursor + Math.max(ahead, 0), to - 1);
    if (ahead >= 0) cursor = offset + text.length;
    if (text === "\t") letters.push({ text, strong, offset });
    else if (text === "\n" || !UNPRINTABLE.test(text)) letters.push({ text, strong, offset });
  }
  return letters;
}

/** Text as it stands in the source, marks and all. */
export function plainLetters(text: string, start: number): Letter[] {
  return [...text].map((letter, index) => ({ text: letter, strong: false, offset: start + index }));
}

/** The beginning of what is refused, for the message. */
export function clip(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > 30 ? `${line.slice(0, 30)}…` : line;
}
