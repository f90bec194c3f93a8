import type { BarSeriesOption } from "echarts";
import type { StatusBars } from "../report/model.js";
import { CHART_WIDTH, GREY, INK, PALE, TEXT, WHITE, lookOf, wrapped, type Drawing } from "./chart-style.js";

const ROW = 25;
const TOP = 34;
const NAMES = 140;

/** Stacked bars, one per domain; every count stands in its part of the bar. */
export function statusBarsDrawing({ bars, series }: StatusBars): Drawing {
  return {
    width: CHART_WIDTH,
    height: TOP + bars.length * ROW + 26,
    option: {
      textStyle: TEXT,
      grid: { left: NAMES, right: 16, top: TOP, bottom: 26 },
      legend: {
        data: series.map(({ name }) => name),
        top: 0,
        left: "center",
        itemWidth: 16,
        itemHeight: 11,
        itemGap: 12,
        textStyle: TEXT,
        width: CHART_WIDTH,
      },
      xAxis: {
        type: "value",
        minInterval: 1,
        axisLabel: { ...TEXT, color: GREY },
        splitLine: { lineStyle: { color: PALE } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: bars.map((bar) => wrapped(bar, 10, 2)),
        axisLabel: { ...TEXT, interval: 0, lineHeight: 13 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: INK } },
      },
      series: series.map(stack),
    },
  };
}

function stack({ status, name, values }: StatusBars["series"][number]): BarSeriesOption {
  const look = lookOf(status);
  return {
    type: "bar",
    name,
    stack: "status",
    barWidth: 16,
    // A part of nothing has no label either.
    data: values.map((value) => (Number(value) > 0 ? Number(value) : null)),
    itemStyle: { color: look.fill, decal: look.decal, borderColor: WHITE, borderWidth: 1 } as object,
    label: {
      show: true,
      ...TEXT,
      color: look.text,
      ...(look.decal && { backgroundColor: WHITE, padding: [1, 3] }),
    },
  };
}
