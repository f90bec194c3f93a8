import type { Nodes } from "mdast";
import { issue, type Issue, type IssueCode, type Place } from "../issues/issue.js";
import { frameOf, linesOf } from "../yaml/frame.js";
import type { WordPlace } from "./file.js";

/** A narrative file's text, which can tell where each of its characters stands. */
export interface Source {
  /** As findings call it: narrative/women-2025.md */
  file: string;
  /** With \n at the end of every line. */
  text: string;
  lines: readonly string[];
  /** Offset of the first character of each line. */
  starts: readonly number[];
  /** Of a Word document the paragraph of each line; null of a text file. */
  paragraphs: readonly WordPlace[] | null;
}

/** A heading mark, half or full width, and whatever space a person left behind it. */
const HEADING_MARK = /^ {0,3}([#＃]{1,6})[ \t\u3000]*(?=[^\s#＃])/gmu;

/** [^1] in whatever width it was typed; behind one at the beginning of a line stands a colon. */
const NOTE_LABEL = /[[［][\^＾]([^\s[\]［］]{1,20})[\]］]/gu;
const NOTE_COLON = /^( {0,3}\[\^[^\s[\]]{1,20}\])：/gmu;

/**
 * Text as the Markdown library should see it. It wants a half-width # and a plain space behind it, and half-width
 * marks around a footnote's label; people type ＃ and leave the space out. Lines keep their numbers, and columns are kept on all lines of text.
 */
export function sourceOf(file: string, content: string, paragraphs: Source["paragraphs"] = null): Source {
  const text = content
    .replace(/\r\n?/gu, "\n")
    .replace(HEADING_MARK, (_mark, signs: string) => `${"#".repeat(signs.length)} `)
    .replace(NOTE_LABEL, "[^$1]")
    .replace(NOTE_COLON, "$1:");
  const lines = linesOf(text);
  let next = 0;
  const starts = lines.map((line) => {
    const start = next;
    next += line.length + 1;
    return start;
  });
  return { file, text, lines, starts, paragraphs };
}

/** Offset of the first character of a node. */
export function startOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}

/** The place of a character, 1-based, with the lines around it; of a Word document its paragraph. */
export function spot(source: Source, offset: number): { where: Place; frame: string } {
  const { file, lines, starts, paragraphs } = source;
  const line = lineAt(starts, offset);
  const paragraph = paragraphs?.[line - 1];
  if (paragraph !== undefined) return { where: { file, ...paragraph }, frame: "" };
  const column = offset - (starts[line - 1] ?? 0) + 1;
  return { where: { file, line, column }, frame: frameOf(lines, line, column) };
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Makes the finding `code` at a character of the source. */
export function findingAt<C extends IssueCode>(
  source: Source,
  offset: number,
  code: C,
  args: Parameters<typeof issue<C>>[2],
): Issue {
  const { where, frame } = spot(source, offset);
  return issue(code, where, args, frame);
}
