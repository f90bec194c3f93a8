import type { Span } from "../model.js";

/*
 * Which figure of which row a piece of a sentence is. Sentences are put together from texts, so a figure is marked
 * where it is made and the marks are taken out where the report is numbered; nobody else meets them. They are
 * noncharacters, which Unicode keeps for such use inside a program: no text that people write has them.
 */
const OPEN = "\uFDD0";
const BETWEEN = "\uFDD1";
const CLOSE = "\uFDD2";
const CITED = /\uFDD0(\S*) (\d*)\uFDD1([^\uFDD0-\uFDD2]*)\uFDD2/gu;
const MARKS = /[\uFDD0-\uFDD2]/gu;

/** The figure as it is printed, with its row and year. */
export function cited(text: string, row: string, year: number): string {
  return `${OPEN}${row} ${year}${BETWEEN}${text}${CLOSE}`;
}

/** The text in pieces, every cited figure one of its own; no piece is empty. */
export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const { index, 0: whole, 1: row = "", 2: year = "", 3: said = "" } of text.matchAll(CITED)) {
    spans.push(plainSpan(text.slice(at, index)), { text: said, row, year });
    at = index + whole.length;
  }
  return [...spans, plainSpan(text.slice(at))].filter((span) => span.text !== "");
}

function plainSpan(text: string): Span {
  return { text: unmarked(text), row: "", year: "" };
}

/** The text as it is read, without what it cites. */
export function uncited(text: string): string {
  return unmarked(text.replace(CITED, "$3"));
}

/** The text with its numbers changed, a per cent sign with them; what it quotes stays as it is, and what it cites is cited still. */
export function withNumbers(text: string, change: (number: string) => string): string {
  return text.replace(NUMBERS, (found) => (/^\d/u.test(found) ? change(found) : found));
}

/** Numbers, what is quoted, and the row and year of a citation. */
const NUMBERS = /\d+(?:\.\d+)?%?|“[^”]*”|\uFDD0[^\uFDD1]*\uFDD1/gu;

/** People's text, in which the marks mean nothing. */
export function unmarked(text: string): string {
  return text.replace(MARKS, "");
}
