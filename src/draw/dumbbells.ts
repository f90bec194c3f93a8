import type { Dumbbells } from "../report/model.js";
import {
  CHART_WIDTH,
  GREY,
  INK,
  PALE,
  TEXT,
  WHITE,
  lookOf,
  textWidth,
  wrapped,
  type Drawing,
} from "./chart-style.js";

const HEAD = 26;
const LINE = 14;
const GAP = 10;
/** Right edge of the names, left end of the way. */
const NAMES = 174;
const LEFT = 186;
/** Between columns of figures. */
const GUTTER = 14;
/** Names in lines of so many hanzi, at most three. */
const NAME_WIDTH = 14.2;
const NAME_LINES = 3;

type Row = Dumbbells["rows"][number];
type Element = Record<string, unknown>;

/**
 * Baseline → now → target, one line per row on a common way from 0 (baseline) to 100 (target). The
 * figures stand in columns at the right, where no two can collide.
 */
export function dumbbellsDrawing({ rows }: Dumbbells): Drawing {
  const places = placed(rows);
  const height = (places.at(-1)?.bottom ?? HEAD) + 4;
  const columns = columnsOf(rows);
  const elements = [
    ...heading(columns, height),
    ...places.flatMap(({ row, name, middle }) => rowElements(row, name, columns, middle)),
  ];
  return {
    width: CHART_WIDTH,
    height,
    option: { graphic: elements.map((element) => ({ ...element, silent: true })) },
  };
}

interface Place {
  row: Row;
  name: string;
  middle: number;
  bottom: number;
}

/** Rows one below the other, each as high as the lines of its name. */
function placed(rows: readonly Row[]): Place[] {
  let top = HEAD;
  return rows.map((row) => {
    const name = wrapped(row.name, NAME_WIDTH, NAME_LINES);
    const height = name.split("\n").length * LINE + GAP;
    top += height;
    return { row, name, middle: top - height / 2, bottom: top };
  });
}

/** Where the way ends, and the right ends of the three columns of figures, each as wide as its widest. */
interface Columns {
  way: number;
  baseline: number;
  now: number;
  target: number;
}

function columnsOf(rows: readonly Row[]): Columns {
  const widest = (texts: readonly string[]): number =>
    Math.max(...texts.map((words) => textWidth(words) * TEXT.fontSize)) + GUTTER;
  const target = CHART_WIDTH - 2;
  const now = target - widest(["目标值", ...rows.map((row) => row.target)]);
  const baseline = now - widest(["现状值", ...rows.map((row) => row.now)]);
  return { target, now, baseline, way: baseline - widest(["基期值", ...rows.map((row) => row.baseline)]) };
}

/** The two upright lines and the words above them. */
function heading(columns: Columns, height: number): Element[] {
  const middle = HEAD / 2 - 2;
  return [
    line(way(columns, 0), HEAD - 6, way(columns, 0), height, { stroke: GREY, lineWidth: 1 }),
    line(way(columns, 100), HEAD - 6, way(columns, 100), height, {
      stroke: INK,
      lineWidth: 1,
      lineDash: [4, 3],
    }),
    text(way(columns, 0), middle, "基期", "center"),
    text(way(columns, 100), middle, "目标", "center"),
    text(columns.baseline, middle, "基期值", "right", GREY),
    text(columns.now, middle, "现状值", "right"),
    text(columns.target, middle, "目标值", "right", GREY),
  ];
}

function rowElements(row: Row, name: string, columns: Columns, y: number): Element[] {
  return [
    text(NAMES, y, name, "right"),
    line(LEFT, y, columns.way, y, { stroke: PALE, lineWidth: 1 }),
    ...marks(row, columns, y),
    text(columns.baseline, y, row.baseline, "right", GREY),
    text(columns.now, y, row.now, "right"),
    text(columns.target, y, row.target, "right", GREY),
  ];
}

/** Hollow ring at the baseline, the status mark at the present, joined; nothing where there is no position. */
function marks(row: Row, columns: Columns, y: number): Element[] {
  if (row.position === "") return [];
  const [start, now] = [way(columns, 0), way(columns, Number(row.position))];
  const { mark, ink } = lookOf(row.status);
  return [
    line(start, y, now, y, { stroke: ink, lineWidth: 3 }),
    circle(start, y, 3.5, { fill: WHITE, stroke: INK, lineWidth: 1.2 }),
    circle(now, y, 6, { fill: WHITE }),
    text(now, y, mark, "center", ink),
  ];
}

/** Where a per cent of the way lies; the model cuts it to −50…150. */
function way(columns: Columns, percent: number): number {
  return LEFT + ((columns.way - LEFT) * (percent + 60)) / 220;
}

function text(x: number, y: number, words: string, align: "center" | "right", fill: string = INK): Element {
  const font = `${TEXT.fontSize}px ${TEXT.fontFamily}`;
  return {
    type: "text",
    x,
    y,
    style: { text: words, align, verticalAlign: "middle", font, fill, lineHeight: LINE },
  };
}

function line(x1: number, y1: number, x2: number, y2: number, style: object): Element {
  return { type: "line", shape: { x1, y1, x2, y2 }, style };
}

function circle(cx: number, cy: number, r: number, style: object): Element {
  return { type: "circle", shape: { cx, cy, r }, style };
}
