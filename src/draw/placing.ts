import {
  GREY,
  boxOfWords,
  inside,
  line,
  overlap,
  type Box,
  type Line,
  type Point,
  type Words,
} from "./drawing.js";
import { textWidth } from "./measure.js";
import { crosses, distance, isAt, meet, nearest, within } from "./nearness.js";

/** A label that is to stand beside its point. */
export interface Wanted {
  at: Point;
  words: string;
  ink: string;
  size: number;
  /** It stands somewhere, led to its point where it must stand off; others are left out where they find no place of their own. */
  must: boolean;
  /** Lines that would part it from its point: level lines, other series. */
  walls: readonly (readonly Point[])[];
}

/** What labels keep clear of. */
export interface Surroundings {
  /** No label leaves it. */
  frame: Box;
  /** No label covers any of these: marks of points, other words. */
  taken: readonly Box[];
  /** Every point drawn: a label that stands as near to another as to its own gives that one a wrong figure. */
  points: readonly Point[];
  /** Lines are better not covered. */
  lines: readonly (readonly Point[])[];
}

/** The thin line from a point to a label that stands off. */
interface Leader extends Line {
  points: readonly [Point, Point];
}

export interface Label {
  words: Words;
  /** null beside its point. */
  leader: Leader | null;
}

interface Led extends Label {
  leader: Leader;
}

/** Clear of a point's own mark. */
const CLEARANCE = 5;

/** Ways from the point to the label, the best first: above, below, aslant, beside. */
const WAYS: readonly Point[] = [0, 0.3, -0.3, 0.6, -0.6, 1, -1]
  .flatMap((x) => [-1, 1].map((y) => ({ x, y })))
  .concat([1, -1].map((x) => ({ x, y: 0 })));

const BETWEEN = 6;

/** How much farther each next distance is; the first are beside the point. */
const STEP = 4;
const NEAR = [0, STEP];
/** From where on a line between label and point is seen. */
const FAR = Array.from({ length: 20 }, (_, at) => (at + 2) * STEP);

/** A leader may be so much longer to meet a line less. */
const CROSSING = 8;

/** So much nearer to its own point than to any other; so far from any other that is not its own. */
const NEARER = 1;
const STRANGE = CLEARANCE + 3;

/**
 * Places labels, earlier ones first: none leaves the frame, covers what is taken, or another label. Beside its point a
 * label covers no line, is parted from the point by none, and nearest to it of all; elsewhere a line leads to it.
 */
export function placeLabels(wanted: readonly Wanted[], { taken, lines, ...others }: Surroundings): Label[] {
  const placed: Label[] = [];
  for (const each of wanted) {
    const label = placeFor(each, {
      ...others,
      taken: [...taken, ...placed.map(({ words }) => apart(boxOfWords(words)))],
      lines: [...lines, ...placed.flatMap(({ leader }) => (leader === null ? [] : [leader.points]))],
    });
    if (label !== null) placed.push(label);
  }
  return placed;
}

/** Figures side by side are read as one unless there is room between them. */
function apart({ left, right, ...box }: Box): Box {
  return { ...box, left: left - BETWEEN, right: right + BETWEEN };
}

function placeFor(wanted: Wanted, surroundings: Surroundings): Label | null {
  const near = free(wanted, surroundings, NEAR).find((label) => isPlain(label, wanted, surroundings));
  if (near !== undefined) return { words: near, leader: null };
  return wanted.must ? led(wanted, surroundings) : null;
}

/**
 * The nearest place that hides no line and touches no other point, with a line to its own that meets no other figure or
 * mark, and few lines; failing that, the first that is free.
 */
function led(wanted: Wanted, surroundings: Surroundings): Label | null {
  const lines = [...surroundings.lines, ...wanted.walls];
  const strangers = surroundings.points.filter((point) => !isAt(point, wanted.at));
  const isClear = ({ leader }: Led): boolean =>
    !surroundings.taken.some((box) => crosses(leader.points, box));
  const isOpen = (label: Led): boolean => {
    const box = boxOfWords(label.words);
    const apartFromAll = strangers.every((point) => distance(point, box) > STRANGE);
    return apartFromAll && isClear(label) && !hides(label.words, lines);
  };
  let best: { label: Led; cost: number } | null = null;
  for (const words of free(wanted, surroundings, FAR)) {
    const label = ledTo(words, wanted.at);
    const { points: way } = label.leader;
    const length = lengthOf(way);
    // Most are too far off already, whatever they meet.
    if ((best !== null && length >= best.cost) || !isOpen(label)) continue;
    const cost = length + CROSSING * lines.filter((points) => meet(points, ...way)).length;
    if (best === null || cost < best.cost) best = { label, cost };
  }
  if (best !== null) return best.label;
  const anywhere = everywhere(wanted, surroundings).map((words) => ledTo(words, wanted.at));
  return anywhere.find(isOpen) ?? anywhere.find(isClear) ?? anywhere[0] ?? null;
}

function lengthOf([from, to]: Leader["points"]): number {
  return Math.hypot(from.x - to.x, from.y - to.y);
}

/** All free places of the frame, the nearest to the point first. */
function everywhere({ at, ...wanted }: Wanted, surroundings: Surroundings): Words[] {
  const { left, right, top, bottom } = surroundings.frame;
  const half = (textWidth(wanted.words) * wanted.size) / 2;
  const steps = (from: number, to: number): number[] =>
    Array.from({ length: Math.max(1, Math.floor((to - from) / STEP) + 1) }, (_, step) => from + step * STEP);
  const labels = steps(top + wanted.size / 2, bottom - wanted.size / 2).flatMap((y) =>
    steps(left + half, right - half).map((x) => labelAt(wanted, { x, y })),
  );
  return onlyFree(labels, surroundings).sort((one, other) => lengthOf([one, at]) - lengthOf([other, at]));
}

/** Places at these distances in the frame, upon nothing that is taken. */
function free(wanted: Wanted, surroundings: Surroundings, distances: readonly number[]): Words[] {
  const { frame } = surroundings;
  return onlyFree(
    distances.flatMap((farther) => candidates(wanted, frame, farther)),
    surroundings,
  );
}

function onlyFree(labels: readonly Words[], { frame, taken }: Surroundings): Words[] {
  return labels.filter((label) => {
    const box = boxOfWords(label);
    return inside(box, frame) && !taken.some((other) => overlap(box, other));
  });
}

/** Nobody can take the label for another point's. */
function isPlain(label: Words, { at, walls }: Wanted, { lines, points }: Surroundings): boolean {
  const box = boxOfWords(label);
  const away = distance(at, box);
  const others = points.filter((point) => !isAt(point, at));
  return (
    !hides(label, [...lines, ...walls]) &&
    !walls.some((wall) => meet(wall, at, label)) &&
    others.every((other) => distance(other, box) > away + NEARER) &&
    others.every(({ x }) => x === at.x || Math.abs(label.x - x) > Math.abs(label.x - at.x))
  );
}

function hides(label: Words, lines: Surroundings["lines"]): boolean {
  const box = boxOfWords(label);
  return lines.some((points) => crosses(points, box));
}

/** With a line from the edge of the mark to the edge of the label. */
function ledTo(label: Words, at: Point): Led {
  const end = nearest(at, boxOfWords(label));
  const share = CLEARANCE / Math.max(CLEARANCE, Math.hypot(end.x - at.x, end.y - at.y));
  const start = { x: at.x + share * (end.x - at.x), y: at.y + share * (end.y - at.y) };
  return { words: label, leader: { ...line([], GREY, 0.6), points: [start, end] } };
}

function candidates({ at, ...wanted }: Wanted, frame: Box, farther: number): Words[] {
  const half = (textWidth(wanted.words) * wanted.size) / 2;
  return WAYS.map((way) =>
    labelAt(wanted, {
      x: within(at.x + way.x * (half + CLEARANCE + farther), frame.left + half, frame.right - half),
      y: at.y + way.y * (wanted.size / 2 + CLEARANCE + farther),
    }),
  );
}

function labelAt({ words, ink, size }: Pick<Wanted, "words" | "ink" | "size">, { x, y }: Point): Words {
  return { kind: "words", x, y, words, align: "centre", ink, size };
}
