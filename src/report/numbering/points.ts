import { chineseNumber } from "../words/wording.js";
import { uncited } from "../words/cited.js";
import { resolved } from "./passage.js";
import type { HeadingLevel, UnnumberedBlock } from "./unnumbered.js";

/** So many points are counted in words: 十是, and then （11）. */
const IN_WORDS = 10;

/** How the nth point of a text begins: 一是 below a chapter, 1. below a section of it. */
export type Marker = (n: number) => string;

export const pointMarker: Marker = (n) => (n > IN_WORDS ? `（${n}）` : `${chineseNumber(n)}是`);
export const dottedMarker: Marker = (n) => `${n}.`;

/** The last point so far. */
interface Point {
  n: number;
  marker: Marker;
}

/**
 * Headings of the level `point` go on with the points of the text before them, 七是 behind 六是 and 7. behind 6., and are
 * points like those; where it has none they are headings of the level `otherwise`.
 */
export function withPoints(blocks: readonly UnnumberedBlock[], otherwise: HeadingLevel): UnnumberedBlock[] {
  let last: Point = { n: 0, marker: pointMarker };
  return blocks.map((block) => {
    for (const { marker, runs } of block.prose.flatMap(({ items }) => items))
      last = counted(`${marker}${runs[0]?.text ?? ""}`, last);
    const [head] = block.paragraphs;
    if (head?.level !== "point") return block;
    if (last.n === 0) return { ...block, paragraphs: [{ ...head, level: otherwise }] };
    last = { ...last, n: last.n + 1 };
    // Nothing in it points to another part: people wrote it.
    const text = uncited(resolved(head.text, () => ""));
    const runs = [
      { text: head.heading, strong: true, note: "" },
      ...(text === "" ? [] : [{ text, strong: false, note: "" }]),
    ];
    const item = { kind: "item" as const, marker: last.marker(last.n), runs, note: "" };
    return { ...block, paragraphs: [], prose: [{ items: [item], gap: false }] };
  });
}

/** The last point up to this one, as the program counts them or as people type them; what begins otherwise is none. */
function counted(opening: string, before: Point): Point {
  const next = { ...before, n: before.n + 1 };
  if (before.n > 0 && opening.startsWith(next.marker(next.n))) return next;
  const marker = [pointMarker, dottedMarker].find((each) => opening.startsWith(each(1)));
  return marker === undefined ? before : { n: 1, marker };
}
