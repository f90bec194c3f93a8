import { proseBlock } from "../blocks.js";
import type { UnnumberedBlock } from "../numbering/unnumbered.js";

/** A paragraph of a draft that says what is still to be written. */
export function gapBlock(text: string): UnnumberedBlock {
  return proseBlock({
    items: [{ kind: "paragraph", marker: "", runs: [{ text, strong: false, note: "" }], note: "" }],
    gap: true,
  });
}
