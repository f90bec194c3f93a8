import { chineseNumber } from "../words/wording.js";
import { uncited } from "../words/cited.js";
import { resolved } from "./passage.js";
import type { HeadingLevel, UnnumberedBlock } from "./unnumbered.js";

/** So many points are counted in words: 十是, and then （11）. */
const IN_WORDS = 10;

/** 一是, 二是: how the nth point of a text begins. */
export function pointMarker(n: number): string {
  return n > IN_WORDS ? `（${n}）` : `${chineseNumber(n)}是`;
}

/**
 * Headings of the level `point` go on with the points of the text before them, 七是 behind 六是, and are points like those;
 * where it has none they are headings of the level `otherwise`.
 */
export function withPoints(blocks: readonly UnnumberedBlock[], otherwise: HeadingLevel): UnnumberedBlock[] {
  let last = 0;
  return blocks.map((block) => {
    for (const { marker, runs } of block.prose.flatMap(({ items }) => items))
      last = counted(`${marker}${runs[0]?.text ?? ""}`, last);
    const [head] = block.paragraphs;
    if (head?.level !== "point") return block;
    if (last === 0) return { ...block, paragraphs: [{ ...head, level: otherwise }] };
    last += 1;
    // Nothing in it points to another part: people wrote it.
    const text = uncited(resolved(head.text, () => ""));
    const runs = [
      { text: head.heading, strong: true, note: "" },
      ...(text === "" ? [] : [{ text, strong: false, note: "" }]),
    ];
    const item = { kind: "item" as const, marker: pointMarker(last), runs, note: "" };
    return { ...block, paragraphs: [], prose: [{ items: [item], gap: false }] };
  });
}

/** How many points there are up to this one, as the program counts them or as people type them; what begins otherwise is none. */
function counted(opening: string, before: number): number {
  const next = before + 1;
  if (opening.startsWith(pointMarker(next))) return next;
  return opening.startsWith(pointMarker(1)) ? 1 : before;
}
