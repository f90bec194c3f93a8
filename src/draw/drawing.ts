import { textWidth } from "./measure.js";
import { largest, smallest } from "../terms/long-lists.js";

/** Lengths are CSS pixels; y grows downward. */
export interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** One line of text. `y` is the middle of its height. */
export interface Words extends Point {
  kind: "words";
  words: string;
  align: "left" | "centre" | "right";
  ink: string;
  size: number;
}

export interface Line {
  kind: "line";
  points: readonly Point[];
  ink: string;
  width: number;
  /** Lengths of strokes and gaps; [] for an unbroken line. */
  dash: readonly number[];
}

export type Texture = "stripes" | "dots" | "hatching";

export interface Area {
  kind: "area";
  box: Box;
  fill: string;
  /** Lines or dots upon the fill, which tell it from its neighbours without colour. */
  texture: Texture | null;
  edge: string;
}

/** An outline of one or several rings; where rings lie in one another, every second one is a hole. */
export interface Outline {
  kind: "outline";
  rings: readonly (readonly Point[])[];
  fill: string;
  edge: string;
}

export type MarkShape = "circle" | "triangle" | "pointingDown" | "square" | "diamond" | "ringed";

/** A point of a series, or the sign of a status. */
export interface Mark extends Point {
  kind: "mark";
  shape: MarkShape;
  hollow: boolean;
  ink: string;
  radius: number;
}

export type Shape = Words | Line | Area | Outline | Mark;

/** A picture as plain data: what is drawn first lies below. */
export interface Drawing {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

/** Width of a chart: the 156 mm between the margins, so that 12 px print as 9 pt. */
export const CHART_WIDTH = 590;

/** Two side by side. */
export const HALF_WIDTH = 289;

/** Text in a picture, and at an axis. */
export const SIZE = 12;
export const SMALL = 11;

/** From one line of text to the next. */
export const LEADING = 14;

export const INK = "#222";
export const GREY = "#666";
export const PALE = "#d0d0d0";
export const WHITE = "#fff";

export function words(
  { x, y }: Point,
  text: string,
  align: Words["align"],
  { ink = INK, size = SIZE } = {},
): Words {
  return { kind: "words", x, y, words: text, align, ink, size };
}

/** Lines one below the other, the whole in the middle of `y`. */
export function paragraph(
  { x, y }: Point,
  lines: readonly string[],
  align: Words["align"],
  style: { ink?: string; size?: number } = {},
): Words[] {
  const top = y - ((lines.length - 1) * LEADING) / 2;
  return lines.map((text, at) => words({ x, y: top + at * LEADING }, text, align, style));
}

export function line(points: readonly Point[], ink: string, width = 1, dash: readonly number[] = []): Line {
  return { kind: "line", points, ink, width, dash };
}

/** What the words cover: a full character is as high as it is wide. */
export function boxOfWords({ x, y, words: text, align, size }: Omit<Words, "kind" | "ink">): Box {
  const width = textWidth(text) * size;
  const left = { left: x, centre: x - width / 2, right: x - width }[align];
  return { left, right: left + width, top: y - size / 2, bottom: y + size / 2 };
}

function boxOfMark({ x, y, radius }: Pick<Mark, "x" | "y" | "radius">): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

export function boxOf(shape: Shape): Box {
  switch (shape.kind) {
    case "words":
      return boxOfWords(shape);
    case "mark":
      return boxOfMark(shape);
    case "area":
      return shape.box;
    case "line":
      return around(shape.points);
    case "outline":
      return around(shape.rings.flat());
  }
}

function around(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: smallest(xs), right: largest(xs), top: smallest(ys), bottom: largest(ys) };
}

/** Boxes that only touch do not overlap. */
export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export function inside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  );
}
