import { stripVTControlCharacters } from "node:util";
import { eastAsianWidth } from "get-east-asian-width";

/** Letters, figures and Chinese characters: of one kind each, and nearly all that is asked for. */
const PLAIN = /^[ -~\u4E00-\u9FFF]*$/u;
const CHINESE = /[\u4E00-\u9FFF]/gu;

/** What takes no room of its own: combining marks, joiners, control characters. */
const NO_ROOM = /^[\p{Mark}\p{Cf}\p{Cc}]$/u;

/**
 * The columns a text takes on a terminal, colours not counted: a Chinese character takes two. “ ” — … ≥ take
 * one there, but two in Chinese fonts (`ambiguousAsWide`). For the texts of plans, workbooks and messages;
 * that emoji sequences join to one sign is not considered, for loading what knows costs every start a tenth.
 */
export function displayWidth(text: string, { ambiguousAsWide = false } = {}): number {
  if (PLAIN.test(text)) return text.length + (text.match(CHINESE)?.length ?? 0);
  let width = 0;
  for (const character of stripVTControlCharacters(text)) {
    if (NO_ROOM.test(character)) continue;
    width += eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide });
  }
  return width;
}
