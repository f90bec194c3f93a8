import { displayWidth } from "../terminal/display-width.js";

const LINES_BEFORE = 2;
const LINES_AFTER = 1;
/** Columns of a terminal a line of the frame may take, gutter not counted. */
const WIDTH = 96;
/** Letters of a line that are looked at to either side of the place: measuring a long line is slow. */
const REACH = 2 * WIDTH;
const MORE = "…";

/** The lines of a text as editors count them. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

/**
 * A few of the file's lines around a place (1-based line and column), with their numbers and a caret
 * under the place. `source` is the text, or its lines where many frames are cut from one text. Chinese takes two columns of a terminal, so the caret is set by display width.
 */
export function frameOf(source: string | readonly string[], line: number, column: number): string {
  const lines = typeof source === "string" ? linesOf(source) : source;
  const first = Math.max(1, line - LINES_BEFORE);
  const last = Math.min(lines.length, line + LINES_AFTER);
  const gutter = String(last).length;
  const out: string[] = [];
  for (let number = first; number <= last; number++) {
    const content = lines[number - 1] ?? "";
    const label = String(number).padStart(gutter);
    if (number !== line) {
      out.push(`  ${label} │ ${clip(printable(content.slice(0, REACH)), WIDTH)}`.trimEnd());
      continue;
    }
    const { shown, caret } = window(content, column);
    out.push(`> ${label} │ ${shown}`.trimEnd(), `  ${" ".repeat(gutter)} │ ${" ".repeat(caret)}^`);
  }
  return out.join("\n");
}

/** The part of a long line around the column, and the caret's distance from its left edge. */
function window(source: string, column: number): { shown: string; caret: number } {
  const before = printable(source.slice(Math.max(0, column - 1 - REACH), column - 1));
  const after = printable(source.slice(column - 1, column - 1 + REACH));
  const kept = clipStart(before, Math.floor((WIDTH * 2) / 3));
  const caret = displayWidth(kept);
  return { shown: kept + clip(after, WIDTH - caret), caret };
}

/** Tabs as spaces; control characters must not reach the user's terminal. */
function printable(text: string): string {
  return text
    .replaceAll("\t", "  ")
    .replaceAll("\ufeff", "")
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "�");
}

function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let shown = "";
  let used = 0;
  for (const letter of text) {
    used += displayWidth(letter);
    if (used > width - 1) break;
    shown += letter;
  }
  return shown + MORE;
}

function clipStart(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const letters = [...text];
  let used = 0;
  let from = letters.length;
  while (from > 0 && used + displayWidth(letters[from - 1] ?? "") <= width - 1) {
    from--;
    used += displayWidth(letters[from] ?? "");
  }
  return MORE + letters.slice(from).join("");
}
