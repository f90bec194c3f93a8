import { RATE_SIGNS } from "./unit.js";

/** Marks that no line of Chinese begins with, for a class of characters: closing ones (GB/T 15834), and those behind a figure. */
export const NEVER_FIRST = `，。、；：！？）〕】》”’…％${RATE_SIGNS}`;

/** Marks that no line ends with, for a class of characters: opening ones. */
export const NEVER_LAST = "（〔【《“‘";

const PIECE = new RegExp(
  `[${NEVER_LAST}]*(?:[\\x21-\\x7e]+|[^${NEVER_LAST}])[${NEVER_FIRST}]*|[${NEVER_LAST}]+`,
  "gsu",
);

/** What a line does not break: a word or figure, or one character, with the opening marks before it and the closing ones behind. */
export function unbroken(text: string): string[] {
  return text.match(PIECE) ?? [];
}
