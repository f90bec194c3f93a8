import { distance } from "fastest-levenshtein";
import { gapsBetween } from "../../report/diff/aligned.js";
import { PARAGRAPH_END, type Passage } from "./passages.js";
import { append, smallest } from "../../terms/long-lists.js";
import { waiting } from "../../terms/waiting.js";

/** A paragraph as it was written by the program, or as it was before anybody tracked a change. */
export interface Line {
  text: string;
  /** What `plain` makes of it. */
  plain: string;
  passage: Passage;
}

/** A line of the program's text and what it became in the copy; null where it came or went. */
export interface Pair {
  ours: Line | null;
  theirs: Line | null;
  /** The same line at another place. */
  moved: boolean;
}

/** Which paragraph of the program's text is which in the copy, changes that nobody tracked included. */
export function pairsOf(ours: readonly Passage[], theirs: readonly Passage[]): Pair[] {
  const [one, other] = [linesOf(ours, ({ after }) => after), linesOf(theirs, ({ before }) => before)];
  const gaps = gapsBetween(one, other, (line) => line.plain);
  const open = {
    ours: new Set(gaps.flatMap((gap) => gap.before)),
    theirs: new Set(gaps.flatMap((gap) => gap.after)),
  };
  const same = one.filter((line) => !open.ours.has(line));
  const alike = other.filter((line) => !open.theirs.has(line));
  const pairs: Pair[] = same.map((line, at) => ({ ours: line, theirs: alike[at] ?? null, moved: false }));
  for (const gap of gaps) append(pairs, likely(gap.before, gap.after));
  return reunited(pairs);
}

function linesOf(passages: readonly Passage[], said: (passage: Passage) => string): Line[] {
  return passages.flatMap((passage) =>
    said(passage)
      .split(PARAGRAPH_END)
      .map((text) => ({ text, plain: plain(text), passage }))
      .filter((line) => line.plain !== ""),
  );
}

/** What two ways of saving one text have in common. */
export function plain(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s+/gu, "");
}

/** A line may have changed so much and still be the same one. */
const MOST_CHANGED = 0.6;
/** So much of the shorter of two lines in the other. */
const LEAST_KEPT = 0.8;
/** The shortest text that is known again elsewhere, or in a longer one. */
export const KNOWN_AGAIN = 8;

const MOST_COMPARED = 40_000;

/** The lines of one place that are most like each other, in order. */
function likely(ours: readonly Line[], theirs: readonly Line[]): Pair[] {
  const left = [...theirs];
  const few = ours.length * theirs.length <= MOST_COMPARED;
  const pairs = ours.map((line): Pair => {
    const [at] = few ? nearestIn(line, left) : [-1];
    return {
      ours: line,
      theirs: at === undefined || at < 0 ? null : (left.splice(at, 1)[0] ?? null),
      moved: false,
    };
  });
  return [...pairs, ...left.map((line) => ({ ours: null, theirs: line, moved: false }))];
}

function nearestIn({ plain: a, passage }: Line, lines: readonly Line[]): number[] {
  const far = lines.map((line) => {
    if ((line.passage.cell === null) !== (passage.cell === null)) return 1;
    const b = line.plain;
    const [shortest, longest] = [a.length, b.length].sort((x, y) => x - y) as [number, number];
    // Cells are short: 94.88 that became 95.1 has little in common with it, but its place.
    if (passage.cell !== null && isSameCell(passage, line.passage)) return 0;
    const changed = distance(a, b);
    // A sentence put before or behind a short line may be longer than it: the line is still there.
    const isKept = shortest >= KNOWN_AGAIN && longest - changed >= shortest * LEAST_KEPT;
    return isKept ? Math.min(changed / longest, MOST_CHANGED) : changed / longest;
  });
  const least = smallest(far, 1);
  return least > MOST_CHANGED ? [] : [far.indexOf(least)];
}

function isSameCell({ cell: one }: Passage, { cell: other }: Passage): boolean {
  return one?.table === other?.table && one?.row === other?.row && one?.column === other?.column;
}

/** A line that went here and came elsewhere was moved. */
function reunited(pairs: readonly Pair[]): Pair[] {
  const came = waiting(
    pairs.flatMap(({ ours, theirs }) => (ours === null && theirs !== null ? [theirs] : [])),
    (line) => line.plain,
  );
  const taken = new Set<Line>();
  const found = pairs.map((pair): Pair => {
    const { ours, theirs } = pair;
    if (ours === null || theirs !== null || ours.text.length < KNOWN_AGAIN) return pair;
    const again = came(ours.plain) ?? null;
    if (again !== null) taken.add(again);
    return { ours, theirs: again, moved: again !== null };
  });
  return found.filter(({ ours, theirs }) => ours !== null || theirs === null || !taken.has(theirs));
}
