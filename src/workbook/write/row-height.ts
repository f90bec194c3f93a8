import { displayWidth } from "../../terminal/display-width.js";
import type { LayoutCell, SheetLayout } from "./layout.js";
import { COLUMN_SIZE, fontSize } from "./style.js";
import { unbroken } from "../../terms/line-ends.js";
import { largest } from "../../terms/long-lists.js";

/** Points; Excel takes no more. */
const HIGHEST = 409;
/** Points above and below the text of a row together. */
const PADDING = 4.35;
/** A line of 宋体 against its font size. */
const LEADING = 1.3;
/** Characters a cell keeps free at its sides. */
const MARGIN = 1;

/**
 * The height of every row in points: its own where it has one, else what its texts need in their columns.
 * Spreadsheet programs fit no merged cells by themselves, and some fit nothing that comes from a file.
 */
export function rowHeights({ rows, widths, merges }: SheetLayout): number[] {
  const blocks = new Map(merges.map((merge) => [`${merge.top}:${merge.left}`, merge]));
  return rows.map(({ height, cells }, index) => {
    if (height !== null) return height;
    const needed = cells.map((cell, at) => {
      const block = blocks.get(`${index + 1}:${at + 1}`);
      const across = widths.slice(at, block?.right ?? at + 1).reduce((sum, width) => sum + width, 0);
      const down = block === undefined ? 1 : block.bottom - block.top + 1;
      return cellHeight(cell, across) / down;
    });
    return Math.min(HIGHEST, Math.round(largest(needed, lineHeight("text", 1))));
  });
}

/** Numbers are never wrapped. */
function cellHeight({ text, number, style }: LayoutCell, width: number): number {
  const room = ((width - MARGIN) * COLUMN_SIZE) / fontSize(style);
  return lineHeight(style, number === null ? lineCount(text, room) : 1);
}

function lineHeight(style: LayoutCell["style"], lines: number): number {
  return lines * fontSize(style) * LEADING + PADDING;
}

/** The lines `text` takes where `room` half-width characters fit into one. */
export function lineCount(text: string, room: number): number {
  return text.split("\n").reduce((lines, line) => lines + wrappedLines(line, Math.max(2, room)), 0);
}

function wrappedLines(line: string, room: number): number {
  // No character is wider than two: most texts need not be measured.
  if (line.length * 2 <= room) return 1;
  let lines = 1;
  let used = 0;
  for (const piece of unbroken(line)) {
    // Chinese fonts draw “ ” — … ≥ as wide as a Chinese character.
    const width = displayWidth(piece, { ambiguousAsWide: true });
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    const broken = Math.ceil(width / room) - 1;
    lines += Math.max(0, broken);
    used += width - Math.max(0, broken) * room;
  }
  return lines;
}
