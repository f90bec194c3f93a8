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

/**
 * The chart's frames with nothing in them: they take the same room. Fonts are cut to what a page says, so
 * what the pictures will say is said here already.
 */
export function emptyChart(chart: Chart): string {
  const label = Handlebars.escapeExpression(chart.alt);
  const frames = drawings(chart);
  const words = Handlebars.escapeExpression(AXIS_FIGURES + textsIn(frames) + textsIn(chart));
  return frames
    .map(({ width, height }, i) => {
      const id = `chart-${Handlebars.escapeExpression(chart.id)}-${i}`;
      const box = `id="${id}" viewBox="0 0 ${width} ${height}"`;
      return `<svg role="img" aria-label="${label}"${sizeOf(width)} ${box}><desc>${words}</desc></svg>`;
    })
    .join("\n");
}

/** ECharts writes figures at the axes that stand nowhere in the chart. */
const AXIS_FIGURES = "0123456789,.-+e";

function textsIn(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? Object.values(value).map(textsIn).join("") : "";
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
  const label = Handlebars.escapeExpression(chart.alt);
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, "")
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace(/^<svg width="\d+" height="\d+"/, () => `<svg role="img" aria-label="${label}"${sizeOf(width)}`);
}

function sizeOf(width: number): string {
  return width === HALF_WIDTH ? ` class="half"` : "";
}
