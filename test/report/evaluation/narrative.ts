import type { Narrative, Slot } from "../../../src/narrative/narrative.js";

const where = { file: "narrative/disabled-2020.md", line: 1, column: 1 };

/** A narrative with one paragraph in each of the slots. */
export function narrative(texts: Readonly<Record<Slot["id"], string>>): Narrative {
  return {
    file: where.file,
    sections: Object.entries(texts).map(([slot, text]) => ({
      slot,
      where,
      blocks: [
        { kind: "paragraph", marker: "", level: 0, runs: [{ text, strong: false }], table: null, where },
      ],
    })),
  };
}
