import { unbroken } from "../../terms/line-ends.js";

/*
 * How much a page of a 简报 holds, by counting characters: a Word file has to be right without a browser. Counted on the
 * safe side, so that Chromium, Word, WPS and LibreOffice, which break lines each in its own way, all stay on the page.
 */

/** Points of the page's text, and of a line of its 3号 type. */
const PAGE = 637.8;
const LINE = 28;
const TITLE_LINE = 36;
/** Above and below the title, and below the line of issuer and day. */
const TITLE_GAP = 8;
const BYLINE_GAP = 10;
/** For a line that breaks elsewhere than counted. */
const SPARE = 14;

const LINE_WIDTH = 28;
const TITLE_WIDTH = 20;
const INDENT = 2;

/** Whether title, byline and paragraphs, headings included, stay on one page. */
export function fitsOnePage(
  titleLines: readonly string[],
  byline: string,
  paragraphs: readonly string[],
): boolean {
  const lines = (texts: readonly string[], width: number, indent: number): number =>
    texts.reduce((sum, text) => sum + linesOf(text, width, indent), 0);
  const title = lines(titleLines, TITLE_WIDTH, 0) * TITLE_LINE + 2 * TITLE_GAP + BYLINE_GAP;
  const text = lines([byline], LINE_WIDTH, 0) + lines(paragraphs, LINE_WIDTH, INDENT);
  return title + text * LINE + SPARE <= PAGE;
}

/** Lines that are filled one after the other with what may not be broken. */
function linesOf(text: string, width: number, indent: number): number {
  let lines = 1;
  let filled = indent;
  for (const piece of unbroken(text)) {
    const own = widthOf(piece);
    if (filled + own > width && filled > 0) {
      lines += 1;
      filled = 0;
    }
    // What is longer than a line is broken all the same.
    lines += Math.floor((filled + own) / (width + 1));
    filled = (filled + own) % (width + 1);
  }
  return lines;
}

/** In characters; Word and LibreOffice set figures off from the characters beside them. */
export function widthOf(text: string): number {
  const figures = text.match(/[!-~]+/gu) ?? [];
  return [...text].reduce((sum, letter) => sum + letterWidth(letter), 0) + figures.length * SET_OFF;
}

const SET_OFF = 0.5;

function letterWidth(letter: string): number {
  if (letter.charCodeAt(0) >= 0x80) return 1;
  return /[%A-Z@&mw]/u.test(letter) ? 0.85 : 0.5;
}
