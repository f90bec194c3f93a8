import { scaleLinear, type ScaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import type { StatusBars } from "../report/charts/chart.js";
import {
  CHART_WIDTH,
  GREY,
  INK,
  LEADING,
  SIZE,
  WHITE,
  line,
  paragraph,
  words,
  type Area,
  type Drawing,
  type Shape,
} from "./drawing.js";
import { lookOf } from "./looks.js";
import { textWidth, wrapped } from "./measure.js";
import { spread } from "./spread.js";
import { largest } from "../terms/long-lists.js";

const NAMES = 140;
const BAR = 18;
/** Above and below a bar. */
const AIR = 5;
/** Between a bar and its sum, between two labels, between a swatch and its name. */
const GAP = 5;
const SWATCH = 20;

type Series = StatusBars["series"][number];

/**
 * Stacked bars, one per domain, each part with letter and count of its status, and the sum at its end. What a
 * part has no room for stands below it.
 */
export function statusBarsDrawing({ bars, series }: StatusBars): Drawing {
  const legend = legendShapes(series);
  const rows = bars.map((_, bar) => series.map(({ values }) => Number(values[bar] ?? 0)));
  const sums = rows.map((row) => row.reduce((sum, count) => sum + count, 0));
  const widest = largest(sums.map((sum) => textWidth(sumText(sum)) * SIZE));
  const end = CHART_WIDTH - widest - 2 * GAP;
  const across = scaleLinear([0, largest(sums, 1)], [NAMES, end]);
  let top = legend.height;
  const shapes = bars.flatMap((name, bar) => {
    const drawn = barShapes({ name, counts: rows[bar] ?? [], series, across, top, end });
    top += drawn.height;
    return drawn.shapes;
  });
  const axis = line(upright(NAMES, legend.height, top), INK);
  return { width: CHART_WIDTH, height: top + 2, shapes: [...legend.shapes, ...shapes, axis] };
}

const upright = (x: number, from: number, to: number) => [
  { x, y: from },
  { x, y: to },
];

function sumText(sum: number): string {
  return `${sum}项`;
}

/** Swatches with letter and name, in lines as wide as the picture. */
function legendShapes(series: readonly Series[]): { shapes: Shape[]; height: number } {
  let [x, y] = [0, SWATCH / 2 + 1];
  const shapes = series.flatMap(({ status, name }) => {
    const width = SWATCH + GAP + textWidth(name) * SIZE;
    if (x > 0 && x + width > CHART_WIDTH) [x, y] = [0, y + SWATCH + GAP];
    const left = x;
    x += width + 3 * GAP;
    const box = { left, right: left + SWATCH, top: y - SWATCH / 2 + 1, bottom: y + SWATCH / 2 - 1 };
    const letter = labelUpon({ status, box, label: lookOf(status).letter, width: SIZE }, y);
    return [area(status, box), ...letter, words({ x: box.right + GAP, y }, name, "left")];
  });
  return { shapes, height: y + SWATCH / 2 + 2 * GAP };
}

function area(status: string, box: Area["box"]): Area {
  const { fill, texture, upon } = lookOf(status);
  return { kind: "area", box, fill, texture, edge: upon === WHITE ? WHITE : GREY };
}

interface Bar {
  name: string;
  counts: readonly number[];
  series: readonly Series[];
  across: ScaleLinear<number, number>;
  top: number;
  /** As far right as labels below the bar may reach. */
  end: number;
}

interface Part {
  status: string;
  box: Area["box"];
  label: string;
  width: number;
}

function barShapes(bar: Bar): { shapes: Shape[]; height: number } {
  const name = wrapped(bar.name, (NAMES - 2 * GAP) / SIZE, 2);
  const parts = partsOf(bar);
  const narrow = parts.filter(({ box, width }) => box.right - box.left < width + 2);
  const roomy = parts.filter((part) => !narrow.includes(part));
  const below = narrow.length > 0 ? LEADING : 0;
  const middle = bar.top + AIR + BAR / 2;
  const sum = bar.counts.reduce((total, count) => total + count, 0);
  const shapes: Shape[] = [
    ...paragraph({ x: NAMES - GAP, y: middle }, name, "right"),
    ...parts.map(({ status, box }) => area(status, box)),
    ...roomy.flatMap((part) => labelUpon(part, middle)),
    ...labelsBelow(narrow, bar.top + AIR + BAR + LEADING / 2, bar.end),
    words({ x: bar.across(sum) + GAP, y: middle }, sumText(sum), "left", { ink: GREY }),
  ];
  return { shapes, height: Math.max(BAR + below, name.length * LEADING) + 2 * AIR };
}

/** The label in the middle of its part, where the texture leaves it room. */
function labelUpon({ status, box, label, width }: Part, y: number): Shape[] {
  const { upon, fill, texture } = lookOf(status);
  const x = (box.left + box.right) / 2;
  const ground = {
    left: x - width / 2 - 1,
    right: x + width / 2 + 1,
    top: y - SIZE / 2,
    bottom: y + SIZE / 2,
  };
  return [
    ...(texture === null ? [] : [{ kind: "area", box: ground, fill, texture: null, edge: "none" } as const]),
    words({ x, y }, label, "centre", { ink: upon }),
  ];
}

/** Each part with something in it. */
function partsOf({ counts, series, across, top }: Bar): Part[] {
  const layers = stack<unknown, readonly number[], number>()
    .keys(series.map((_, at) => at))
    .value((row, at) => row[at] ?? 0)([counts]);
  return layers.flatMap((layer, at) => {
    const [from = 0, to = 0] = layer[0] ?? [];
    const status = series[at]?.status ?? "";
    const label = `${lookOf(status).letter}${to - from}`;
    const box = { left: across(from), right: across(to), top: top + AIR, bottom: top + AIR + BAR };
    return to > from ? [{ status, box, label, width: textWidth(label) * SIZE }] : [];
  });
}

function labelsBelow(parts: readonly Part[], y: number, end: number): Shape[] {
  const pieces = parts.map(({ box, width }) => ({ at: (box.left + box.right) / 2, length: width }));
  const places = spread(pieces, NAMES + GAP, end, GAP);
  return parts.map(({ label }, at) => words({ x: places[at] ?? NAMES, y }, label, "centre"));
}
