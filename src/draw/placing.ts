import { boxOfWords, inside, overlap, type Box, type Point, type Words } from "./drawing.js";

/** A label that is to stand beside its point. */
export interface Wanted {
  at: Point;
  words: string;
  ink: string;
  size: number;
  /** It stands somewhere, however far; others are left out where they find no place beside their point clear of every line. */
  must: boolean;
}

/** What labels keep clear of. */
export interface Surroundings {
  /** No label leaves it. */
  frame: Box;
  /** No label covers any of these: marks of points, other words. */
  taken: readonly Box[];
  /** Lines are better not covered. */
  lines: readonly (readonly Point[])[];
  /** Lines that are left out under a label. */
  behind: readonly (readonly Point[])[];
}

/** Clear of a point's own mark. */
const CLEARANCE = 5;

/** Ways from the point to the label, the best first: above, below, aslant, beside. */
const WAYS: readonly Point[] = [
  { x: 0, y: -1 },
  { x: 0, y: 1 },
  { x: 0.6, y: -1 },
  { x: -0.6, y: -1 },
  { x: 0.6, y: 1 },
  { x: -0.6, y: 1 },
  { x: 1, y: -1 },
  { x: -1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
  { x: 1, y: 0 },
  { x: -1, y: 0 },
];

const BETWEEN = 3;

/** A crossed line is worse than all ways but the last of the next distance. */
const CROSSING = 20;

/** How much farther each next distance is, and how many are tried at once, as long as they are beside the point. */
const STEP = 4;
const NEAR = 3;
/** A label that must stand is looked a place for so many times, farther and farther off. */
const ROUNDS = 14;
/** For so many it may move off to hide no line. */
const CLEAR_ROUNDS = 3;

interface Place {
  label: Words;
  /** Lines that run through it. */
  hidden: number;
}

/**
 * Places labels, earlier ones first: none leaves the frame, covers what is taken, or another label; of the
 * places that remain, the one that crosses the fewest lines.
 */
export function placeLabels(wanted: readonly Wanted[], { taken, ...others }: Surroundings): Words[] {
  const placed: Words[] = [];
  for (const each of wanted) {
    const full = [...taken, ...placed.map((label) => apart(boxOfWords(label)))];
    const label = placeFor(each, { ...others, taken: full });
    if (label !== null) placed.push(label);
  }
  return placed;
}

/** Figures side by side are read as one unless there is room between them. */
function apart({ left, right, ...box }: Box): Box {
  return { ...box, left: left - BETWEEN, right: right + BETWEEN };
}

function placeFor(wanted: Wanted, surroundings: Surroundings): Words | null {
  const rounds = wanted.must ? ROUNDS : 1;
  let first: Place | null = null;
  for (let round = 0; round < rounds; round += 1) {
    const distances = Array.from({ length: NEAR }, (_, at) => (round * NEAR + at) * STEP);
    const labels = distances.flatMap((farther) => candidates(wanted, surroundings.frame, farther));
    const best = bestOf(labels, surroundings);
    if (best?.hidden === 0) return best.label;
    first ??= best;
    if (first !== null && round + 1 >= CLEAR_ROUNDS) break;
  }
  return wanted.must ? (first?.label ?? null) : null;
}

function candidates({ at, words, ink, size }: Wanted, frame: Box, farther: number): Words[] {
  const own = boxOfWords({ x: 0, y: 0, words, align: "centre", size });
  const half = (own.right - own.left) / 2;
  return WAYS.map((way) => ({
    kind: "words",
    x: within(at.x + way.x * (half + CLEARANCE + farther), frame.left + half, frame.right - half),
    y: at.y + way.y * (size / 2 + CLEARANCE + farther),
    words,
    align: "centre",
    ink,
    size,
  }));
}

function within(x: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(highest, x));
}

function bestOf(labels: readonly Words[], { frame, taken, lines, behind }: Surroundings): Place | null {
  const costs = labels.flatMap((label, order) => {
    const box = boxOfWords(label);
    if (!inside(box, frame) || taken.some((other) => overlap(box, other))) return [];
    const met = (all: Surroundings["lines"]) => all.filter((points) => crosses(points, box)).length;
    const hidden = met(lines);
    return [{ label, hidden, cost: order + CROSSING * (hidden + met(behind)) }];
  });
  costs.sort((one, other) => one.cost - other.cost);
  return costs[0] ?? null;
}

/** Whether any piece of the line lies in the box. */
export function crosses(points: readonly Point[], box: Box): boolean {
  return points.some((from, at) => {
    const to = points[at + 1];
    return to !== undefined && entersBox(from, to, box);
  });
}

/** Liang–Barsky: whether any of the way from one point to the other lies in the box. */
function entersBox(from: Point, to: Point, { left, top, right, bottom }: Box): boolean {
  // Most ways pass far from it.
  if (Math.max(from.x, to.x) < left || Math.min(from.x, to.x) > right) return false;
  if (Math.max(from.y, to.y) < top || Math.min(from.y, to.y) > bottom) return false;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const walls = [
    [-dx, from.x - left],
    [dx, right - from.x],
    [-dy, from.y - top],
    [dy, bottom - from.y],
  ] as const;
  let [start, end] = [0, 1];
  for (const [toward, room] of walls) {
    if (toward === 0 && room < 0) return false;
    if (toward < 0) start = Math.max(start, room / toward);
    if (toward > 0) end = Math.min(end, room / toward);
  }
  return start <= end;
}

/**
 * Middles of pieces of these lengths as near as possible to where they are wanted, in order, `gap` apart,
 * between two bounds. Pieces too many for the room begin at the lower bound and run over.
 */
export function spread(
  pieces: readonly { at: number; length: number }[],
  low: number,
  high: number,
  gap: number,
): number[] {
  let free = low;
  const forward = pieces.map(({ at, length }) => {
    const middle = Math.max(at, free + length / 2);
    free = middle + length / 2 + gap;
    return middle;
  });
  let limit = high;
  const backward = [...forward].reverse().map((middle, at) => {
    const length = pieces[pieces.length - 1 - at]?.length ?? 0;
    const moved = Math.min(middle, limit - length / 2);
    limit = moved - length / 2 - gap;
    return moved;
  });
  const middles = backward.reverse();
  const first = (middles[0] ?? low) - (pieces[0]?.length ?? 0) / 2;
  return first < low ? forward : middles;
}
