import type { LineSeriesOption } from "echarts";
import type { Trend } from "../report/model.js";
import { CHART_WIDTH, GREY, INK, PALE, TEXT, type Drawing } from "./chart-style.js";

const INKS = ["#1f4e79", "#b3261e", "#1b6e3c", "#6b4c9a", "#7a5a00"];
const SYMBOLS = ["circle", "triangle", "rect", "diamond", "emptyCircle"];
const DASHES: ("solid" | number[])[] = ["solid", [8, 3], [3, 3], [10, 3, 3, 3], [1, 3]];

/** Lines over the years with the straight path to the target; shape and dash tell them apart in grey. */
export function trendDrawing({ years, series, path, target }: Trend): Drawing {
  const pathName = `到目标（${target}）的直线路径`;
  const lines = series.map((each, i) => seriesLine(each, i, series.length));
  return {
    height: 190,
    option: {
      textStyle: TEXT,
      grid: { left: 48, right: 28, top: 44, bottom: 26 },
      legend: {
        top: 0,
        left: "center",
        itemGap: 18,
        itemWidth: 30,
        textStyle: TEXT,
        width: CHART_WIDTH,
        data: [
          ...series.map(({ name }) => name),
          ...(path.length > 0 ? [{ name: pathName, itemStyle: { opacity: 0 } }] : []),
        ],
      },
      xAxis: {
        type: "category",
        boundaryGap: true,
        data: [...years],
        axisLabel: { ...TEXT, interval: 0 },
        axisTick: { alignWithLabel: true },
        axisLine: { onZero: false, lineStyle: { color: INK } },
      },
      yAxis: {
        type: "value",
        scale: true,
        splitNumber: 4,
        axisLabel: { ...TEXT, color: GREY },
        splitLine: { lineStyle: { color: PALE } },
      },
      series: path.length > 0 ? [...lines, pathLine(pathName, path)] : lines,
    },
  };
}

/** A missing year leaves a gap: the line is never drawn across it. */
function point(value: string): number | null {
  return value === "" ? null : Number(value);
}

function seriesLine(
  { name, values, shown }: Trend["series"][number],
  i: number,
  of: number,
): LineSeriesOption {
  const colour = INKS[i % INKS.length] ?? INK;
  return {
    type: "line",
    name,
    data: values.map(point),
    connectNulls: false,
    symbol: SYMBOLS[i % SYMBOLS.length] ?? "circle",
    symbolSize: 7,
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: 2, type: DASHES[i % DASHES.length] ?? "solid" },
    label: {
      show: true,
      ...TEXT,
      color: colour,
      // Two lines: one has its figures above, the other below.
      position: of > 1 && i % 2 === 1 ? "bottom" : "top",
      // A white ground, not a white outline: outlined text becomes Type 3 in the PDF.
      backgroundColor: "rgba(255,255,255,0.8)",
      padding: [1, 2],
      formatter: ({ dataIndex }) => shown[dataIndex] ?? "",
    },
    labelLayout: { hideOverlap: true },
  };
}

function pathLine(name: string, path: readonly string[]): LineSeriesOption {
  return {
    type: "line",
    name,
    data: path.map(point),
    symbol: "none",
    lineStyle: { color: GREY, width: 1.2, type: [2, 3] },
    itemStyle: { color: GREY },
    z: 1,
  };
}
