import type { EChartsOption, LineSeriesOption } from "echarts";
import type { Trend } from "../report/model.js";
import {
  CHART_WIDTH,
  GREY,
  HALF_WIDTH,
  INK,
  PALE,
  TEXT,
  textWidth,
  wrapped,
  type Drawing,
} from "./chart-style.js";

const INKS = ["#1f4e79", "#6b4c9a", "#7a5a00", "#00696b", "#8a3b6b"];
const SYMBOLS = ["circle", "triangle", "rect", "diamond", "emptyCircle"];
const DASHES: ("solid" | number[])[] = ["solid", [8, 3], [3, 3], [10, 3, 3, 3], [1, 3]];
const LINE = 14;
const LEGEND = 20;
const PLOT = 76;
/** Room for a figure above a point at the top of the plot. */
const HEADROOM = 20;
/** More years than this cannot all be named, nor all points be labelled, in half the width. */
const CROWDED = 7;

/**
 * Lines over the years with the straight path to the target; shape and dash tell them apart in grey.
 * Several drawings of one chart stand side by side, each named above; a single one takes the whole width.
 */
export function trendDrawing(given: Trend, half: boolean): Drawing {
  const crowded = half && given.years.length > CROWDED;
  const trend = crowded ? withMargin(given) : given;
  const { series, path } = trend;
  const width = half ? HALF_WIDTH : CHART_WIDTH;
  const title = titleOf(trend, width);
  const head = title.split("\n").length * LINE + 4 + (series.length > 1 ? LEGEND : 0);
  const lines = series.map((_, i) => seriesLine(trend, i, crowded));
  return {
    width,
    height: head + HEADROOM + PLOT + 24,
    option: {
      textStyle: TEXT,
      graphic: [{ type: "text", left: "center", top: 0, style: { ...titleStyle, text: title } }],
      grid: { left: 46, right: 26, top: head + HEADROOM, height: PLOT },
      legend: { show: series.length > 1, top: head - LEGEND, itemWidth: 28, textStyle: TEXT, width },
      ...axes(trend, crowded),
      series: path.length > 0 ? [...lines, pathLine(path)] : lines,
    },
  };
}

/** A year without name or figures before the first, so that the first figure stands clear of the axis. */
function withMargin({ years, series, path, target }: Trend): Trend {
  const before = (texts: readonly string[]): string[] => ["", ...texts];
  return {
    years: before(years),
    series: series.map(({ name, values, shown }) => ({ name, values: before(values), shown: before(shown) })),
    path: path.length > 0 ? before(path) : [],
    target,
  };
}

function axes(trend: Trend, crowded: boolean): Pick<EChartsOption, "xAxis" | "yAxis"> {
  return {
    xAxis: {
      type: "category",
      data: [...trend.years],
      // Every second year is named; the first of all is the margin.
      axisLabel: { ...TEXT, interval: crowded ? (at: number) => at % 2 === 1 : 0 },
      axisTick: { alignWithLabel: true },
      axisLine: { onZero: false, lineStyle: { color: INK } },
    },
    yAxis: {
      type: "value",
      scale: true,
      splitNumber: 3,
      ...bounds(trend),
      axisLabel: { ...TEXT, color: GREY },
      splitLine: { lineStyle: { color: PALE } },
    },
  };
}

/** What is counted in whole things has no halves at its axis; above a figure of 100% there is nothing. */
function bounds({ series }: Trend): {
  minInterval?: number;
  max?: (extent: { max: number }) => number | null;
} {
  const figures = series.flatMap(({ shown }) => shown).filter((text) => text !== "");
  const inPercent = series.every(({ name }) => name.endsWith("（%）"));
  return {
    ...(figures.every((text) => /^\d+$/u.test(text)) ? { minInterval: 1 } : {}),
    ...(inPercent ? { max: ({ max }) => (max === 100 ? 100 : null) } : {}),
  };
}

const titleStyle = {
  font: `${TEXT.fontSize}px ${TEXT.fontFamily}`,
  fill: INK,
  lineHeight: LINE,
  align: "center",
} as const;

/** A drawing of one line is named above it; several lines are named in the legend. */
function titleOf({ series, target }: Trend, width: number): string {
  const name = series.length === 1 ? (series[0]?.name ?? "") : "";
  const characters = width / TEXT.fontSize;
  const goal = target === "" ? "" : `目标：${target}`;
  const words = [name, goal].filter(Boolean).join("　");
  if (textWidth(words) <= characters) return words;
  return [wrapped(name, characters, 2), wrapped(goal, characters, 1)].filter(Boolean).join("\n");
}

/** A missing year leaves a gap: the line is never drawn across it. */
function point(value: string): number | null {
  return value === "" ? null : Number(value);
}

interface PointLabel {
  position?: "right";
  verticalAlign?: "bottom" | "top";
}

/**
 * In a crowded picture the last figure stands at the right of its point, above or below so that the path
 * to the target does not run through it.
 */
function lastLabel(trend: Trend, values: readonly string[], at: number): PointLabel {
  const known = values.flatMap((value, year) => (value === "" ? [] : [year]));
  if (at !== known.at(-1) || at === values.length - 1) return {};
  const value = Number(values[at]);
  const lowest = Math.min(...known.map((year) => Number(values[year])));
  const pathAbove = Number(trend.path[at] ?? "") > value;
  return { position: "right", verticalAlign: pathAbove && value > lowest ? "top" : "bottom" };
}

function seriesLine(trend: Trend, i: number, crowded: boolean): LineSeriesOption {
  const { name, values, shown } = trend.series[i] ?? { name: "", values: [], shown: [] };
  const colour = INKS[i % INKS.length] ?? INK;
  const known = values.flatMap((value, at) => (value === "" ? [] : [at]));
  const ends = [known[0], known.at(-1)];
  return {
    type: "line",
    name,
    data: values.map((value, at) => ({
      value: point(value),
      label: crowded ? lastLabel(trend, values, at) : {},
    })),
    connectNulls: false,
    symbol: SYMBOLS[i % SYMBOLS.length] ?? "circle",
    showAllSymbol: true,
    symbolSize: 7,
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: 2, type: DASHES[i % DASHES.length] ?? "solid" },
    label: {
      show: true,
      ...TEXT,
      color: colour,
      // Two lines: one has its figures above, the other below.
      position: i % 2 === 1 ? "bottom" : "top",
      // A white ground, not a white outline: outlined text becomes Type 3 in the PDF.
      backgroundColor: "rgba(255,255,255,0.8)",
      padding: [1, 2],
      formatter: ({ dataIndex }) => (crowded && !ends.includes(dataIndex) ? "" : (shown[dataIndex] ?? "")),
    },
    labelLayout: { hideOverlap: true },
  };
}

function pathLine(path: readonly string[]): LineSeriesOption {
  return {
    type: "line",
    data: path.map(point),
    symbol: "none",
    lineStyle: { color: GREY, width: 1.2, type: [2, 3] },
    itemStyle: { color: GREY },
    z: 1,
  };
}
