import type { Trend } from "../report/charts/chart.js";
import {
  CHART_WIDTH,
  GREY,
  HALF_WIDTH,
  INK,
  LEADING,
  SIZE,
  WHITE,
  boxOf,
  line,
  words,
  type Box,
  type Drawing,
  type Line,
  type Mark,
  type Point,
  type Shape,
  type Words,
} from "./drawing.js";
import { crosses } from "./nearness.js";
import { placeLabels, type Label, type Wanted } from "./placing.js";
import { HANGING, textWidth, wrapped } from "./measure.js";
import { footOf, upward, valueAxis, valueAxisShapes, type ValueAxis } from "./value-axis.js";
import { yearAxis, yearsAcross } from "./year-axis.js";
import { largest, smallest } from "../terms/long-lists.js";

const PLOT = 80;
/** Room above the plot for the figure of a point at its top, and below it for the years. */
const HEADROOM = 18;
const FOOT = 22;
/** Right of the plot: what a level line is, 目标 or 基期. */
const RIGHT = 2 * SIZE + 8;
const MARK = 3.5;

/** Ink, dash and mark of one series after the other; each tells them apart in grey as well. */
const STYLES = [
  { ink: "#1f4e79", dash: [], shape: "circle", hollow: false },
  { ink: "#6b4c9a", dash: [7, 3], shape: "triangle", hollow: true },
  { ink: "#7a5a00", dash: [3, 3], shape: "square", hollow: false },
  { ink: "#00696b", dash: [10, 3, 3, 3], shape: "diamond", hollow: false },
  { ink: "#8a3b6b", dash: [1.5, 3], shape: "circle", hollow: true },
] as const;

/** Between two figures with years between them that nobody surveyed. */
const SURVEYED = [4, 4];

/** A plot, what lies where in it, and whose it is. */
interface Plot {
  trend: Trend;
  axis: ValueAxis;
  box: Box;
  across: (year: string) => number;
  up: (value: number) => number;
}

/**
 * Lines over the years with level lines at the target or the baseline, and the straight path to the target.
 * Several drawings of one chart stand side by side, each named above; a single one takes the whole width.
 */
export function trendDrawing(trend: Trend, half: boolean): Drawing {
  const width = half ? HALF_WIDTH : CHART_WIDTH;
  const title = titleWords(trend, width);
  const legend = legendShapes(trend, width, title.length * LEADING + 4);
  const plot = plotOf(trend, width, legend.bottom + HEADROOM);
  const lines = trend.series.map((_, at) => seriesLines(plot, at));
  const marks = trend.series.map((_, at) => seriesMarks(plot, at));
  const levels = levelShapes(plot);
  const path = pathLines(plot);
  const labels = labelsOf(plot, {
    width,
    top: legend.bottom,
    marks: marks.flat(),
    lines: lines.flat(),
    levels,
    path,
  });
  const figures = labels.map(({ words: figure }) => figure);
  const shapes: Shape[] = [
    ...title,
    ...legend.shapes,
    ...bandShapes(plot),
    ...valueAxisShapes(plot.axis, plot.box),
    ...yearAxis(trend.years, trend.year, plot.box),
    ...levels,
    ...path,
    ...groundsOf(figures, [...levels, ...path]),
    ...lines.flat(),
    ...labels.flatMap(({ leader }) => leader ?? []),
    ...marks.flat(),
    ...figures,
  ];
  return { width, height: plot.box.bottom + FOOT, shapes };
}

function plotOf(trend: Trend, width: number, top: number): Plot {
  const axis = valueAxis(trend);
  const box = { left: axis.width + 10, right: width - RIGHT, top, bottom: top + PLOT };
  const up = upward(axis, box);
  return { trend, axis, box, across: yearsAcross(trend.years, box), up: (value) => up(value) };
}

/** A drawing of one line is named above it; several lines are named in the legend. */
function titleWords({ series, target }: Trend, width: number): Words[] {
  const name = series.length === 1 ? (series[0]?.name ?? "") : "";
  const goal = target === "" ? "" : `目标：${target}`;
  const room = width / SIZE;
  const whole = [name, goal].filter(Boolean).join("　");
  const lines =
    textWidth(whole) <= room
      ? [whole]
      : [name, goal].filter(Boolean).flatMap((text) => wrapped(text, room - HANGING, 2));
  return lines.map((text, at) => words({ x: width / 2, y: LEADING / 2 + at * LEADING }, text, "centre"));
}

const SAMPLE = 26;

/** A sample of each line with its name; nothing where there is but one. */
function legendShapes({ series }: Trend, width: number, top: number): { shapes: Shape[]; bottom: number } {
  if (series.length < 2) return { shapes: [], bottom: top };
  let y = top;
  const shapes = series.flatMap(({ name }, at) => {
    const lines = wrapped(name, (width - SAMPLE - 6) / SIZE - HANGING, 2);
    const first = y + LEADING / 2;
    y += lines.length * LEADING;
    const ends = [
      { x: 0, y: first },
      { x: SAMPLE, y: first },
    ];
    const named = lines.map((text, row) => words({ x: SAMPLE + 6, y: first + row * LEADING }, text, "left"));
    return [seriesLine(at, ends), seriesMark(at, { x: SAMPLE / 2, y: first }), ...named];
  });
  return { shapes, bottom: y + 4 };
}

function styleOf(series: number): (typeof STYLES)[number] {
  return STYLES[series % STYLES.length] ?? STYLES[0];
}

function seriesLine(series: number, points: readonly Point[]): Line {
  const { ink, dash } = styleOf(series);
  return line(points, ink, 2, dash);
}

function seriesMark(series: number, { x, y }: Point): Mark {
  const { ink, shape, hollow } = styleOf(series);
  return { kind: "mark", x, y, shape, hollow, ink, radius: MARK };
}

interface Known extends Point {
  /** Place of the year on the axis. */
  year: number;
  shown: string;
}

function pointsOf({ trend, across, up }: Plot, series: number): Known[] {
  const { values = [], shown = [] } = trend.series[series] ?? {};
  return values.flatMap((value, year) => {
    if (value === "") return [];
    return [{ x: across(trend.years[year] ?? ""), y: up(Number(value)), year, shown: shown[year] ?? "" }];
  });
}

/** Neighbouring years are joined; over years without data a line is drawn only where none was to be expected. */
function seriesLines(plot: Plot, series: number): Line[] {
  const points = pointsOf(plot, series);
  const surveyed = plot.trend.series[series]?.surveyed ?? false;
  return points.slice(1).flatMap((to, at) => {
    const from = points[at];
    if (from === undefined) return [];
    const joined = seriesLine(series, [from, to]);
    if (to.year - from.year === 1) return [joined];
    return surveyed ? [{ ...joined, width: 1.4, dash: SURVEYED }] : [];
  });
}

function seriesMarks(plot: Plot, series: number): Mark[] {
  return pointsOf(plot, series).map((point) => seriesMark(series, point));
}

/** The tinted ground between two level lines. */
function bandShapes(plot: Plot): Shape[] {
  const heights = levelHeights(plot);
  if (heights.length < 2) return [];
  const box = { ...plot.box, top: smallest(heights), bottom: largest(heights) };
  return [{ kind: "area", box, fill: "#f0f0f0", texture: null, edge: "none" }];
}

function levelHeights({ trend, up }: Plot): number[] {
  return trend.levels.map((level) => up(Number(level)));
}

/** Level lines across the plot, named at their right end. */
function levelShapes(plot: Plot): Shape[] {
  const { trend, box } = plot;
  const heights = levelHeights(plot);
  if (heights.length === 0) return [];
  const [top, bottom] = [smallest(heights), largest(heights)];
  const name = words({ x: box.right + 4, y: (top + bottom) / 2 }, trend.levelName, "left");
  const across = (y: number): Point[] => [
    { x: box.left, y },
    { x: box.right, y },
  ];
  return [...heights.map((y) => line(across(y), INK, 1.2, [6, 3])), name];
}

function pathLines({ trend, across, up }: Plot): Line[] {
  const points = trend.path.flatMap((value, at) =>
    value === "" ? [] : [{ x: across(trend.years[at] ?? ""), y: up(Number(value)) }],
  );
  return points.length > 1 ? [line(points, GREY, 1.2, [2, 3])] : [];
}

interface Drawn {
  width: number;
  /** What stands above it is no room for labels. */
  top: number;
  marks: readonly Mark[];
  lines: readonly Line[];
  levels: readonly Shape[];
  path: readonly Line[];
}

/**
 * The figures: of every series its last and first, then its turning points, then the others, where there is
 * room; side by side, where points stand close, no others.
 */
function labelsOf(plot: Plot, { width, top, marks, lines, levels, path }: Drawn): Label[] {
  const { trend, box } = plot;
  const all = trend.series.map((_, at) => pointsOf(plot, at));
  const ranks = width === HALF_WIDTH ? [ends, turns] : [ends, turns, every];
  const level = levels.filter((shape) => shape.kind === "line").map(({ points }) => points);
  const wanted = ranks.flatMap((rank) =>
    all.flatMap((points, series) => {
      const walls = [...level, ...all.filter((other) => other !== points)];
      return rank(points).map((point) => wantedLabel(point, series, points, walls));
    }),
  );
  return placeLabels(distinct(wanted), {
    frame: { left: box.left + 2, right: width - 1, top, bottom: box.bottom - 1 },
    taken: [...marks, ...levels.filter((shape) => shape.kind === "words")].map(boxOf).concat(footOf(box)),
    points: all.flat(),
    lines: [...lines, ...path].map(({ points }) => points),
  });
}

/** White under the figures that a level line or the path would strike through. */
function groundsOf(labels: readonly Words[], shapes: readonly Shape[]): Shape[] {
  const lines = shapes.filter((shape) => shape.kind === "line");
  return labels
    .map(boxOf)
    .filter((box) => lines.some(({ points }) => crosses(points, box)))
    .map((box) => ({ kind: "area", box, fill: WHITE, texture: null, edge: "none" }));
}

const ends = (points: readonly Known[]): Known[] => [...points.slice(-1), ...points.slice(0, 1)];

/** Where the line turns, if that is seen: it leaves the height of the mark. */
function turns(points: readonly Known[]): Known[] {
  return points.filter(({ y }, at) => {
    const [before, after] = [points[at - 1]?.y, points[at + 1]?.y];
    if (before === undefined || after === undefined) return false;
    return (y - before) * (after - y) < 0 && Math.max(Math.abs(y - before), Math.abs(y - after)) > MARK;
  });
}

const every = (points: readonly Known[]): Known[] => [...points];

function wantedLabel(point: Known, series: number, points: readonly Known[], walls: Wanted["walls"]): Wanted {
  const must = ends(points).includes(point);
  return { at: point, words: point.shown, ink: styleOf(series).ink, size: SIZE, must, walls };
}

/** The first wish for each point stands. */
function distinct(wanted: readonly Wanted[]): Wanted[] {
  return wanted.filter(({ at }, place) => wanted.findIndex((other) => other.at === at) === place);
}
