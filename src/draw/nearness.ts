import type { Box, Point } from "./drawing.js";

export function isAt(one: Point, other: Point): boolean {
  return one.x === other.x && one.y === other.y;
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

/** The place of the box that is nearest to the point. */
export function nearest({ x, y }: Point, { left, top, right, bottom }: Box): Point {
  return { x: within(x, left, right), y: within(y, top, bottom) };
}

export function distance(point: Point, box: Box): number {
  const { x, y } = nearest(point, box);
  return Math.hypot(x - point.x, y - point.y);
}

/** Whether a line passes between two points; one that a point lies on does not. */
export function meet(wall: readonly Point[], from: Point, to: Point): boolean {
  return wall.some((start, at) => {
    const end = wall[at + 1];
    return end !== undefined && parts(start, end, from, to) && parts(from, to, start, end);
  });
}

/** Whether the two points lie on different sides of the way from start to end. */
function parts(start: Point, end: Point, one: Point, other: Point): boolean {
  return side(start, end, one) * side(start, end, other) < 0;
}

function side(start: Point, end: Point, { x, y }: Point): number {
  return (end.x - start.x) * (y - start.y) - (end.y - start.y) * (x - start.x);
}

export function within(x: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(highest, x));
}
