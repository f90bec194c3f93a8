import { SIGNATURES } from "../../data/form-words.js";
import type { LayoutCell, LayoutRow } from "../../workbook/write/layout.js";
import { smallest } from "../../terms/long-lists.js";

/** Room for a seal and for names written by hand. Points. */
const HEIGHT = 36;

/**
 * The line that signs a sheet: each of the labels in a block of columns with as much room behind it as the
 * columns allow, to be written on. The blocks are 1-based and inclusive.
 */
export function signatureLine(widths: readonly number[]): {
  row: LayoutRow;
  blocks: readonly { left: number; right: number }[];
} {
  const blocks = blocksOf(fairCounts(widths, SIGNATURES.length));
  const cells = widths.map((_, index) => {
    const at = blocks.findIndex(({ left }) => left === index + 1);
    return signature(at < 0 ? "" : `${SIGNATURES[at] ?? ""}：`);
  });
  return { row: { height: HEIGHT, cells }, blocks };
}

/** How many columns each of `parts` blocks takes for the narrowest to be as wide as can be. */
function fairCounts(widths: readonly number[], parts: number): readonly number[] {
  if (parts === 1) return [widths.length];
  const choices = Array.from({ length: widths.length - parts + 1 }, (_, index) => {
    const first = index + 1;
    return [first, ...fairCounts(widths.slice(first), parts - 1)];
  });
  return choices.reduce((best, each) => (narrowest(widths, each) > narrowest(widths, best) ? each : best));
}

function narrowest(widths: readonly number[], counts: readonly number[]): number {
  const spans = blocksOf(counts).map(({ left, right }) => widths.slice(left - 1, right));
  return smallest(spans.map((span) => span.reduce((sum, width) => sum + width, 0)));
}

function blocksOf(counts: readonly number[]): { left: number; right: number }[] {
  let right = 0;
  return counts.map((count) => {
    const left = right + 1;
    right += count;
    return { left, right };
  });
}

function signature(text: string): LayoutCell {
  const entry = { rule: null, prompt: "", refusal: "" };
  return { text, number: null, format: "@", style: "paragraph", entry };
}
