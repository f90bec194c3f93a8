import { SIGNATURES } from "../data/words.js";
import type { LayoutCell, LayoutRow } from "../workbook/layout.js";

/** Room for a seal and for names written by hand. Points. */
const HEIGHT = 36;

/**
 * The line that signs a sheet: each of the labels in a block of columns of about the same width, to be
 * written on behind it. The blocks are 1-based and inclusive.
 */
export function signatureLine(widths: readonly number[]): {
  row: LayoutRow;
  blocks: readonly { left: number; right: number }[];
} {
  const blocks = SIGNATURES.map((_, index) => blockOf(widths, index));
  const cells = widths.map((_, index) => {
    const at = blocks.findIndex(({ left }) => left === index + 1);
    return signature(at < 0 ? "" : `${SIGNATURES[at] ?? ""}：`);
  });
  return { row: { height: HEIGHT, cells }, blocks };
}

function blockOf(widths: readonly number[], index: number): { left: number; right: number } {
  return { left: cut(widths, index) + 1, right: cut(widths, index + 1) };
}

/** How many columns stand left of the cut that ends the first `parts` of the line. */
function cut(widths: readonly number[], parts: number): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  let left = 0;
  let count = 0;
  for (const width of widths) {
    if (left + width / 2 > (total * parts) / SIGNATURES.length) break;
    left += width;
    count += 1;
  }
  return parts === SIGNATURES.length ? widths.length : Math.max(parts, count);
}

function signature(text: string): LayoutCell {
  const entry = { rule: null, prompt: "", refusal: "" };
  return { text, number: null, format: "@", style: "paragraph", entry };
}
