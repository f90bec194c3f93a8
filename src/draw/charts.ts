import { escapeMarkup } from "../terms/markup.js";
import type { Chart } from "../report/charts/chart.js";
import { HALF_WIDTH, type Drawing } from "./drawing.js";
import { dumbbellsDrawing } from "./dumbbells.js";
import { outlinesDrawing } from "./outlines.js";
import { paint } from "./paint.js";
import { statusBarsDrawing } from "./status-bars.js";
import { tilesDrawing } from "./tiles.js";
import { trendDrawing } from "./trends.js";

/** The chart's SVG pictures, named for screen readers; the same chart gives the same text. */
export function drawChart(chart: Chart): string {
  return picturesOf(chart)
    .map(({ svg }) => svg)
    .join("\n");
}

/** One picture as SVG and its size in CSS pixels. */
export interface Picture {
  /** status-0: its chart and its place in it. */
  id: string;
  svg: string;
  width: number;
  height: number;
}

export function picturesOf(chart: Chart): Picture[] {
  return drawingsOf(chart).map((drawing, at) => ({
    id: `${chart.id}-${at}`,
    svg: paint(drawing, attributes(chart, drawing, at)),
    width: drawing.width,
    height: drawing.height,
  }));
}

/** The pictures of a chart as plain data, in reading order. */
export function drawingsOf(chart: Chart): Drawing[] {
  return [
    ...chart.statusBars.map(statusBarsDrawing),
    ...chart.dumbbells.map(dumbbellsDrawing),
    ...chart.maps.map((map) => (map.columns === "" ? outlinesDrawing(map) : tilesDrawing(map))),
    ...chart.trends.map((trend) => trendDrawing(trend, chart.trends.length > 1)),
  ];
}

/** The first picture says what all of them say; the others are not read again. */
function attributes({ alt }: Chart, { width }: Drawing, at: number): string {
  const size = width === HALF_WIDTH ? ` class="half"` : "";
  return at === 0 ? `role="img" aria-label="${escapeMarkup(alt)}"${size}` : `aria-hidden="true"${size}`;
}
