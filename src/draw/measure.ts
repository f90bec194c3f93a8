import { NEVER_FIRST } from "../terms/line-ends.js";

/**
 * Widths of the letters from U+0020 to U+007E in the 黑体 that pictures are set in (Noto Sans SC 500), in
 * thousandths of the size. SimHei, which stands in its place on government machines, is half a character
 * wide throughout, and thus never wider than what is measured here but for narrow marks like 1 . , and i.
 */
const LETTERS = [
  225, 343, 518, 570, 570, 939, 706, 298, 356, 356, 484, 570, 298, 357, 298, 390, 570, 570, 570, 570, 570,
  570, 570, 570, 570, 570, 298, 298, 570, 570, 570, 492, 972, 622, 667, 646, 699, 600, 566, 701, 741, 309,
  549, 664, 558, 830, 734, 754, 648, 754, 656, 608, 611, 733, 594, 894, 596, 553, 607, 356, 390, 356, 570,
  562, 615, 575, 629, 517, 630, 566, 346, 578, 621, 288, 289, 575, 298, 943, 624, 615, 630, 630, 409, 480,
  396, 620, 545, 829, 526, 544, 491, 356, 281, 356, 570,
] as const;

const FIRST_LETTER = 0x20;

/** No letter is taken for narrower than in a face whose letters are all half a character wide. */
const NARROWEST = 0.5;

/** Width of one line of text in full characters. What is no letter of the table takes a full one. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + characterWidth(character), 0);
}

function characterWidth(character: string): number {
  const measured = LETTERS[(character.codePointAt(0) ?? 0) - FIRST_LETTER];
  return measured === undefined ? 1 : Math.max(NARROWEST, measured / 1000);
}

/** What may stand beyond the width of a line: one closing mark. */
export const HANGING = 1;

/**
 * Text broken into even lines of at most `width` full characters, but for a closing mark (HANGING); past `most`
 * lines it is cut with ….
 */
export function wrapped(text: string, width: number, most: number): string[] {
  const full = broken(text, width);
  if (full.length > most) return [...full.slice(0, most - 1), cut(full[most - 1] ?? "", width)];
  let even = textWidth(text) / full.length;
  while (even < width && broken(text, even).length > full.length) even += 0.5;
  return broken(text, Math.min(even, width));
}

function cut(line: string, width: number): string {
  const characters = [...line];
  while (textWidth(characters.join("")) + 1 > width) characters.pop();
  return `${characters.join("")}…`;
}

/** One closing mark hangs; a second, as in （%）, takes the last letter with it to the next line. */
function broken(text: string, width: number): string[] {
  const rows = [""];
  for (const character of text) {
    const row = rows.at(-1) ?? "";
    const full = row !== "" && textWidth(row) + characterWidth(character) > width;
    const closes = NEVER_FIRST.includes(character);
    if (!full || (closes && textWidth(row) <= width)) rows[rows.length - 1] = row + character;
    else {
      const kept = closes ? lettersBefore(row) : row.length;
      rows.splice(-1, 1, row.slice(0, kept), row.slice(kept) + character);
    }
  }
  return rows;
}

/** So much of a row stays where its last letter, and the marks behind it, go on; all of it where that is all it is. */
function lettersBefore(row: string): number {
  const last = [...row].findLastIndex((character) => !NEVER_FIRST.includes(character));
  const kept = [...row].slice(0, Math.max(last, 0)).join("").length;
  return kept === 0 ? row.length : kept;
}
