import { tickIncrement } from "d3-array";
import { scaleLinear, type ScaleLinear } from "d3-scale";
import type { Trend } from "../report/charts/chart.js";
import { GREY, INK, PALE, SMALL, WHITE, line, words, type Box, type Line, type Shape } from "./drawing.js";
import { textWidth } from "./measure.js";
import { largest } from "../terms/long-lists.js";

/** About so many intervals between the figures at the axis. */
const INTERVALS = 3;

export interface ValueAxis {
  low: number;
  high: number;
  ticks: { value: number; text: string }[];
  /** Room that the figures take left of the plot. */
  width: number;
}

/** Round figures from below the lowest to above the highest that is drawn; never past a natural limit. */
export function valueAxis(trend: Trend): ValueAxis {
  const [low, high] = [Number(trend.low), Number(trend.high)];
  const limit = trend.limit === "" ? Infinity : Number(trend.limit);
  const whole = trend.series.every(({ shown }) => shown.every((text) => /^\d*$/u.test(text)));
  const step = stepOf(low, high === low ? low + 1 : high, whole);
  const first = stepsBelow(low, step);
  const last = Math.max(first + 1, Math.ceil(high / step - TINY));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + TINY));
  const named = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step)
    .filter((value) => value <= limit + TINY * step)
    .map((value) => ({ value, text: trend.tickPrefix + value.toFixed(decimals) }));
  return {
    low: first * step,
    high: Math.min(limit, last * step),
    ticks: named,
    width: largest(named.map(({ text }) => textWidth(text) * SMALL)),
  };
}

/** Against the last binary digit of a quotient. */
const TINY = 1e-9;

/** Less of a step than this between the lowest figure and the foot, and it would be read as lying on the axis. */
const FOOTROOM = 0.35;

/** How many steps above nought the axis begins: clear below the lowest figure, unless nought itself is reached. */
function stepsBelow(low: number, step: number): number {
  const steps = Math.floor(low / step + TINY);
  return steps !== 0 && low / step - steps < FOOTROOM ? steps - 1 : steps;
}

function stepOf(low: number, high: number, whole: boolean): number {
  const increment = tickIncrement(low, high, INTERVALS);
  // d3 gives steps below 1 as the negative of what divides 1.
  const step = increment < 0 ? -1 / increment : increment;
  return whole ? Math.max(1, step) : step;
}

export function upward({ low, high }: ValueAxis, { top, bottom }: Box): ScaleLinear<number, number> {
  return scaleLinear([low, high], [bottom, top]);
}

/** Lines across the plot with their figures, the upright line, and the sign that it does not begin at nought. */
export function valueAxisShapes(axis: ValueAxis, plot: Box): Shape[] {
  const up = upward(axis, plot);
  const across = (y: number) => [
    { x: plot.left, y },
    { x: plot.right, y },
  ];
  return [
    ...axis.ticks.flatMap(({ value, text }) => [
      line(across(up(value)), PALE, 0.8),
      words({ x: plot.left - 6, y: up(value) }, text, "right", { ink: GREY, size: SMALL }),
    ]),
    line(
      [
        { x: plot.left, y: plot.top },
        { x: plot.left, y: plot.bottom },
      ],
      INK,
    ),
    ...(axis.low === 0 ? [] : brokenFoot(plot)),
  ];
}

/** Where the sign stands that the axis does not begin at nought. */
export function footOf({ left, bottom }: Box): Box {
  return { left: left - 4, right: left + 4, top: bottom - 11, bottom: bottom - 2 };
}

function brokenFoot(plot: Box): Line[] {
  const { left, right, top, bottom } = footOf(plot);
  const stroke = (shift: number, ink: string, width: number): Line =>
    line(
      [
        { x: left, y: (top + bottom) / 2 + 2 + shift },
        { x: right, y: (top + bottom) / 2 - 2 + shift },
      ],
      ink,
      width,
    );
  return [stroke(0, WHITE, 4), stroke(-2, INK, 1), stroke(2, INK, 1)];
}
