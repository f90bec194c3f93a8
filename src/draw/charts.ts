import { escapeMarkup } from "../terms/markup.js";
import type { Chart } from "../report/model.js";
import { HALF_WIDTH, type Drawing } from "./chart-style.js";
import { dumbbellsDrawing } from "./dumbbells.js";
import { emptyFrame, type Pictures } from "./pictures.js";
import { statusBarsDrawing } from "./status-bars.js";
import { trendDrawing } from "./trends.js";

export type ECharts = typeof import("./echarts.js");

/** ECharts takes its time to load: only where something is drawn. */
export async function loadECharts(): Promise<ECharts> {
  return import("./echarts.js");
}

/** The chart's SVG pictures, each with a name for screen readers; the same chart gives the same text. */
export function drawChart(echarts: ECharts, chart: Chart): Pictures {
  const pictures = drawings(chart).map((drawing, i) => {
    const id = frameId(chart, i);
    return [id, tidy(paint(echarts, drawing), drawing, chart, id)] as const;
  });
  return Object.fromEntries(pictures);
}

/**
 * The chart's frames with nothing in them: they take the same room. Fonts are cut to what a page says, so
 * what the pictures will say is said here already.
 */
export function emptyChart(chart: Chart): string {
  const all = drawings(chart);
  const words = escapeMarkup(AXIS_FIGURES + textsIn(all) + textsIn(chart));
  const frames = all.map((drawing, i) => {
    const box = `viewBox="0 0 ${drawing.width} ${drawing.height}"`;
    return emptyFrame(frameId(chart, i), `${nameAndSize(chart, drawing)} ${box}`, words);
  });
  return frames.join("\n");
}

function frameId({ id }: Chart, index: number): string {
  return `chart-${escapeMarkup(id)}-${index}`;
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
function tidy(svg: string, drawing: Drawing, chart: Chart, id: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, "")
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace(/^<svg width="\d+" height="\d+"/, () => `<svg ${nameAndSize(chart, drawing)}`);
}

function nameAndSize({ alt }: Chart, { width }: Drawing): string {
  const size = width === HALF_WIDTH ? ` class="half"` : "";
  return `role="img" aria-label="${escapeMarkup(alt)}"${size}`;
}
