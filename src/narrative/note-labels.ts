import { notedPieces } from "../terms/footnotes.js";
import { escapedStart } from "./escaped.js";

const LABEL = /\[\^([^\]\s]{1,20})\]/gu;
/** A footnote at the beginning of a line, and the lines that go on with it. */
const NOTE = /^ {0,3}\[\^([^\]\s]{1,20})\]:.*(?:\n(?![ \t]*(?:\n|$)| {0,3}(?:#|\[\^)).*)*\n?(?:[ \t]*\n)?/gmu;

/** Markdown with a label in the place of each footnote, and the footnotes themselves, a line each. */
export interface Labelled {
  text: string;
  notes: readonly string[];
}

/** What labels a text has: 1 of [^1]. */
export function labelsIn(markdown: string): Set<string> {
  return new Set([...markdown.matchAll(LABEL)].map(([, label = ""]) => label));
}

/**
 * Markdown, escaped, whose footnotes stand inside it, as a file has them: the labels are numbers that are not in `taken`,
 * and are added there.
 */
export function labelled(markdown: string, taken: Set<string>): Labelled {
  const notes: string[] = [];
  const text = notedPieces(markdown).map((piece) => {
    if (!piece.isNote) return piece.text;
    const label = freeLabel(taken);
    taken.add(label);
    notes.push(`[^${label}]: ${escapedStart(piece.text.trim())}`);
    return `[^${label}]`;
  });
  return { text: text.join(""), notes };
}

function freeLabel(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(String(number))) number += 1;
  return String(number);
}

/** `after` without the footnotes that nothing points at any more; those that nothing pointed at before stay. */
export function withoutLeftNotes(before: string, after: string): string {
  const pointed = (text: string): Set<string> => labelsIn(text.replace(NOTE, ""));
  const [was, is] = [pointed(before), pointed(after)];
  return after.replace(NOTE, (note, label: string) => (was.has(label) && !is.has(label) ? "" : note));
}
