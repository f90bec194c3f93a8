import { scaleLinear } from "d3-scale";
import type { Dumbbells } from "../report/charts/chart.js";
import {
  CHART_WIDTH,
  GREY,
  INK,
  LEADING,
  PALE,
  SIZE,
  WHITE,
  line,
  paragraph,
  words,
  type Drawing,
  type Line,
  type Point,
  type Shape,
} from "./drawing.js";
import { lookOf, statusMark } from "./looks.js";
import { textWidth, wrapped } from "./measure.js";
import { largest } from "../terms/long-lists.js";

const HEAD = 26;
const GAP = 10;
/** Right edge of the names, left end of the way. */
const NAMES = 174;
const LEFT = 184;
/** Between columns of figures. */
const GUTTER = 14;
/** Names in lines of so many hanzi, at most three; figures likewise. */
const NAME_WIDTH = 14.2;
const FIGURE_WIDTH = 7;
const MOST_LINES = 3;
const MARK = 5.5;

/** Per cent of the way that the paper holds; what lies beyond is cut, and shows it. */
const LOWEST = -50;
const HIGHEST = 150;

type Row = Dumbbells["rows"][number];

/**
 * Baseline → now → target, one line per row on a common way from 0 (baseline) to 100 (target). The
 * figures stand in columns at the right, where no two can collide.
 */
export function dumbbellsDrawing({ year, rows }: Dumbbells): Drawing {
  const places = placed(rows);
  const height = (places.at(-1)?.bottom ?? HEAD) + 4;
  const columns = columnsOf(places, year);
  const shapes = [...heading(columns, year, height), ...places.flatMap((place) => rowShapes(place, columns))];
  return { width: CHART_WIDTH, height, shapes };
}

interface Place {
  row: Row;
  name: string[];
  baseline: string[];
  now: string[];
  target: string[];
  middle: number;
  bottom: number;
}

/** Rows one below the other, each as high as the most lines of its texts. */
function placed(rows: readonly Row[]): Place[] {
  let top = HEAD;
  return rows.map((row) => {
    const name = wrapped(row.name, NAME_WIDTH, MOST_LINES);
    const [baseline, now, target] = [row.baseline, row.now, row.target].map((text) =>
      wrapped(text, FIGURE_WIDTH, MOST_LINES),
    ) as [string[], string[], string[]];
    const lines = largest([name, baseline, now, target].map(({ length }) => length));
    const height = lines * LEADING + GAP;
    top += height;
    return { row, name, baseline, now, target, middle: top - height / 2, bottom: top };
  });
}

/** The way, and the right ends of the three columns of figures, each as wide as its widest. */
interface Columns {
  way: (percent: number) => number;
  end: number;
  baseline: number;
  now: number;
  target: number;
}

function columnsOf(places: readonly Place[], year: string): Columns {
  const widest = (texts: readonly string[]): number =>
    largest(texts.map((text) => textWidth(text) * SIZE)) + GUTTER;
  const target = CHART_WIDTH - 2;
  const now = target - widest(["目标值", ...places.flatMap((place) => place.target)]);
  const baseline = now - widest([year, ...places.flatMap((place) => place.now)]);
  const end = baseline - widest(["基期值", ...places.flatMap((place) => place.baseline)]);
  const way = scaleLinear([LOWEST, HIGHEST], [LEFT + 12, end - 12]);
  return { target, now, baseline, end, way };
}

/** The two upright lines and the words above them. */
function heading({ way, baseline, now, target }: Columns, year: string, height: number): Shape[] {
  const middle = HEAD / 2 - 2;
  const upright = (x: number): Point[] => [
    { x, y: HEAD - 6 },
    { x, y: height },
  ];
  return [
    line(upright(way(0)), GREY),
    line(upright(way(100)), INK, 1, [4, 3]),
    words({ x: way(0), y: middle }, "基期", "centre"),
    words({ x: way(100), y: middle }, "目标", "centre"),
    words({ x: baseline, y: middle }, "基期值", "right", { ink: GREY }),
    words({ x: now, y: middle }, year, "right"),
    words({ x: target, y: middle }, "目标值", "right", { ink: GREY }),
  ];
}

function rowShapes(place: Place, columns: Columns): Shape[] {
  const { row, middle: y } = place;
  const base = [
    { x: LEFT, y },
    { x: columns.end, y },
  ];
  return [
    ...paragraph({ x: NAMES, y }, place.name, "right"),
    line(base, PALE),
    ...wayShapes(row, columns, y),
    ...paragraph({ x: columns.baseline, y }, place.baseline, "right", { ink: GREY }),
    ...paragraph({ x: columns.now, y }, place.now, "right"),
    ...paragraph({ x: columns.target, y }, place.target, "right", { ink: GREY }),
  ];
}

/** Hollow ring at the baseline, the status mark at the present, joined; nothing where there is no position. */
function wayShapes({ position, status }: Row, { way }: Columns, y: number): Shape[] {
  if (position === "") return [];
  const percent = Number(position);
  const shown = Math.max(LOWEST, Math.min(HIGHEST, percent));
  const [start, now] = [way(0), way(shown)];
  const { ink } = lookOf(status);
  const ends = [
    { x: start, y },
    { x: now, y },
  ];
  return [
    line(ends, ink, 3),
    { kind: "mark", x: start, y, shape: "circle", hollow: true, ink: INK, radius: 4 },
    ...(shown === percent ? [] : cut((start + now) / 2, y, ink)),
    statusMark(status, { x: now, y }, MARK),
  ];
}

/** Two slanting strokes with paper between them: the line is longer than it is drawn. */
function cut(x: number, y: number, ink: string): Line[] {
  const stroke = (at: number, colour: string, width: number): Line =>
    line(
      [
        { x: at - 3, y: y + 5 },
        { x: at + 3, y: y - 5 },
      ],
      colour,
      width,
    );
  return [stroke(x, WHITE, 4), stroke(x - 2.5, ink, 1.2), stroke(x + 2.5, ink, 1.2)];
}
