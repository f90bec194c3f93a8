/*
 * A footnote travels inside the text it belongs to, where its mark is to stand, until the report is numbered: so it
 * goes wherever the text goes. Noncharacters hold it, which Unicode keeps for use inside a program.
 */
const OPEN = "\uFDD3";
const CLOSE = "\uFDD4";
/** What stands before and behind a footnote. */
export const FOOTNOTE_ENDS = { open: OPEN, close: CLOSE };
const NOTED = /\uFDD3([^\uFDD3\uFDD4]*)\uFDD4/gu;
const MARKS = /[\uFDD3\uFDD4]/gu;

const CIRCLED = { first: 0x2460, count: 20 };

/** ① to ⑳, then [21]. */
export function footnoteMark(number: number): string {
  return number > CIRCLED.count ? `[${number}]` : String.fromCodePoint(CIRCLED.first + number - 1);
}

/** A footnote as it stands in its text. */
export function footnote(text: string): string {
  return `${OPEN}${text.replace(MARKS, "")}${CLOSE}`;
}

/** The text alone. */
export function withoutFootnotes(text: string): string {
  return text.replace(NOTED, "").replace(MARKS, "");
}

/** The text, and each of its footnotes behind it: what is checked one by one. */
export function apart(text: string): string[] {
  return [withoutFootnotes(text), ...[...text.matchAll(NOTED)].map(([, note = ""]) => note)];
}

/** A piece of a text: its own words, or a footnote. */
export interface NotedPiece {
  text: string;
  isNote: boolean;
}

/** The text cut at its footnotes; no piece of its own words is empty. */
export function notedPieces(text: string): NotedPiece[] {
  const pieces: NotedPiece[] = [];
  let at = 0;
  for (const { index, 0: whole, 1: note = "" } of text.matchAll(NOTED)) {
    pieces.push({ text: text.slice(at, index), isNote: false }, { text: note, isNote: true });
    at = index + whole.length;
  }
  pieces.push({ text: text.slice(at), isNote: false });
  return pieces.filter((piece) => piece.isNote || piece.text !== "");
}

/** As a person is shown it: 正文〔脚注：…〕. */
export function shownFootnotes(text: string): string {
  return text.replace(NOTED, "〔脚注：$1〕").replace(MARKS, "");
}
