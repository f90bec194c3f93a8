import Handlebars from "handlebars";
import type { Chart } from "../report/model.js";
import { HALF_WIDTH, type Drawing } from "./chart-style.js";
import { dumbbellsDrawing } from "./dumbbells.js";
import { statusBarsDrawing } from "./status-bars.js";
import { trendDrawing } from "./trends.js";

export type ECharts = typeof import("./echarts.js");

/** ECharts takes its time to load: only where something is drawn. */
export async function loadECharts(): Promise<ECharts> {
  return import("./echarts.js");
}

/** The chart as an SVG picture with a name for screen readers; the same chart gives the same text. */
export function drawChart(echarts: ECharts, chart: Chart): string {
  return drawings(chart)
    .map((drawing, i) => tidy(paint(echarts, drawing), drawing, chart, `chart-${chart.id}-${i}`))
    .join("\n");
}

function drawings(chart: Chart): Drawing[] {
  return [
    ...chart.statusBars.map(statusBarsDrawing),
    ...chart.dumbbells.map(dumbbellsDrawing),
    ...chart.trends.map((trend) => trendDrawing(trend, chart.trends.length > 1)),
  ];
}

function paint(echarts: ECharts, { width, height, option }: Drawing): string {
  const instance = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    instance.setOption({ ...option, animation: false });
    return instance.renderToSVGString();
  } finally {
    // An instance that is not disposed keeps the process alive.
    instance.dispose();
  }
}

/**
 * Makes the picture fit for the page: named, sized by its frame, its ids its own (ECharts counts them over
 * the life of the process), and without what only a script could use.
 */
function tidy(svg: string, { width }: Drawing, chart: Chart, id: string): string {
  const size = width === HALF_WIDTH ? ` class="half"` : "";
  const label = Handlebars.escapeExpression(chart.alt);
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, "")
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace(/^<svg width="\d+" height="\d+"/, () => `<svg role="img" aria-label="${label}"${size}`);
}
