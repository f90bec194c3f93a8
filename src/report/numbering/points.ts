import { chineseNumber } from "../words/wording.js";
import { uncited } from "../words/cited.js";
import { resolved } from "./passage.js";
import type { ProseItem } from "../model.js";
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
 * points like those; where it has none they are headings of the level `otherwise`. What stands below them has points of its
 * own, which are not counted with those: （1） below 七是.
 */
export function withPoints(blocks: readonly UnnumberedBlock[], otherwise: HeadingLevel): UnnumberedBlock[] {
  let last = NONE;
  let inner = NONE;
  /** Such a heading stands before, and only text since. */
  let headed = false;
  return blocks.map((block) => {
    const [head] = block.paragraphs;
    if (head?.level === "point") {
      [headed, inner] = [true, NONE];
      if (last.n === 0) return { ...block, paragraphs: [{ ...head, level: otherwise }] };
      last = { ...last, n: last.n + 1 };
      return { ...block, paragraphs: [], prose: [{ items: [pointOf(head, last)], gap: false }] };
    }
    headed &&= block.prose.length > 0;
    if (!headed) last = block.prose.flatMap(({ items }) => items.map(openingOf)).reduce(nextPoint, last);
    if (!headed || last.n === 0) return block;
    const prose = block.prose.map((each) => ({
      ...each,
      items: each.items.map((item) => {
        const point = nextPoint(inner, openingOf(item));
        if (point === inner) return item;
        inner = point;
        return enclosed(item, inner);
      }),
    }));
    return { ...block, prose };
  });
}

const NONE: Point = { n: 0, marker: pointMarker };

/** A heading as a point, with what is said behind it; a list may follow it. */
function pointOf(
  { heading, text: said }: UnnumberedBlock["paragraphs"][number],
  { n, marker }: Point,
): ProseItem {
  // Nothing in it points to another part: people wrote it.
  const text = uncited(resolved(said, () => ""));
  const runs = [
    { text: /[。！？；：]$/u.test(heading) ? heading : `${heading}。`, strong: true, note: "" },
    ...(text === "" ? [] : [{ text, strong: false, note: "" }]),
  ];
  return { kind: "item", marker: marker(n), runs, note: "" };
}

/** A point as one of those below a point. */
function enclosed(item: ProseItem, { n, marker }: Point): ProseItem {
  const typed = item.marker === "" ? marker(n).length : 0;
  const [first, ...runs] = item.runs;
  const opening = first === undefined ? [] : [{ ...first, text: first.text.slice(typed) }];
  const kept = [...opening, ...runs].filter(({ text }) => text !== "");
  return { ...item, kind: "item", marker: `（${n}）`, runs: kept };
}

function openingOf({ marker, runs }: ProseItem): string {
  return `${marker}${runs[0]?.text ?? ""}`;
}

/** The last point up to this one, as the program counts them or as people type them; what begins otherwise is none. */
function nextPoint(before: Point, opening: string): Point {
  const next = { ...before, n: before.n + 1 };
  if (before.n > 0 && opening.startsWith(next.marker(next.n))) return next;
  const marker = [pointMarker, dottedMarker].find((each) => opening.startsWith(each(1)));
  return marker === undefined ? before : { n: 1, marker };
}
