import { beforeAll, expect, test } from "vitest";
import type { Chart } from "../../src/report/model.js";
import { drawChart as pictures, loadECharts, type ECharts } from "../../src/draw/charts.js";
import { wrapped } from "../../src/draw/chart-style.js";
import { sampleModel } from "../render/sample-model.js";
import { ROW_NAMES } from "../render/sample-tables.js";

let echarts: ECharts;
beforeAll(async () => {
  echarts = await loadECharts();
});

function first(charts: readonly Chart[] | undefined): Chart {
  const [chart] = charts ?? [];
  if (chart === undefined) throw new Error("the sample has no such chart");
  return chart;
}

const status = (): Chart => first(sampleModel().overview);
const domainCharts = () => sampleModel().domains[0]?.blocks.flatMap(({ charts }) => charts);
const dumbbell = (): Chart => first(domainCharts());
const trend = (): Chart => first(domainCharts()?.slice(1));

function drawChart(echarts: ECharts, chart: Chart): string {
  return Object.values(pictures(echarts, chart)).join("\n");
}

/** All words of a picture in drawing order, lines of one label joined. */
function words(svg: string): string {
  return [...svg.matchAll(/>([^<]+)</g)].map(([, text]) => text?.trim()).join("");
}

test.each([
  ["status bars", status],
  ["dumbbells", dumbbell],
  ["trends", trend],
])("%s are finite, drawn the same twice, and named for screen readers", (_, make) => {
  const svg = drawChart(echarts, make());
  expect(svg).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  expect(drawChart(echarts, make())).toBe(svg);
  expect(svg).toContain(`aria-label="${make().alt}"`);
});

test("status bars show every domain, every status and every count but nought", () => {
  const svg = words(drawChart(echarts, status()));
  const [bars] = status().statusBars;
  for (const name of [...(bars?.bars ?? []), ...(bars?.series ?? []).map((series) => series.name)]) {
    expect(svg).toContain(name);
  }
});

test("a count of nought has no label", () => {
  const chart = status();
  chart.statusBars = [
    { bars: ["妇女与健康"], series: [{ status: "slow", name: "进展偏慢", values: ["0"] }] },
  ];
  const labels = [...drawChart(echarts, chart).matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(labels.filter((label) => label === "0").length).toBeLessThanOrEqual(1);
});

test("dumbbells show every name and figure, markup as text", () => {
  const svg = words(drawChart(echarts, dumbbell()));
  for (const name of ROW_NAMES.filter((each) => !each.startsWith("<"))) expect(svg).toContain(name);
  expect(svg).toContain("&lt;script&gt;");
  expect(svg.split("≥94")).toHaveLength(ROW_NAMES.length + 1);
});

test("a row without a position has its figures and no mark", () => {
  const chart = dumbbell();
  const [row] = chart.dumbbells[0]?.rows ?? [];
  if (row === undefined) throw new Error("the sample has no row");
  const drawn = (position: string): string =>
    words(drawChart(echarts, { ...chart, dumbbells: [{ rows: [{ ...row, position }] }] }));
  expect(drawn("50")).toContain("●");
  expect(drawn("")).not.toContain("●");
  expect(drawn("")).toContain(row.now);
});

test("trends show every figure and leave a gap where a year is missing", () => {
  const svg = drawChart(echarts, trend());
  for (const shown of ["92.99", "93.1", "93.5", "93.8", "94.12"]) expect(words(svg)).toContain(shown);
  expect(words(svg)).not.toContain("缺");
});

test("several trends of one chart stand side by side, each with its name and target", () => {
  const chart = trend();
  const svg = drawChart(echarts, { ...chart, trends: [...chart.trends, ...chart.trends] });
  expect(svg.match(/<svg /g)).toHaveLength(2);
  expect(svg.match(/class="half"/g)).toHaveLength(2);
  expect(words(svg).split("目标：≥94")).toHaveLength(3);
});

test("a small picture of many years tells the first and the last figure, and keeps a year's room at the axis", () => {
  const chart = trend();
  const years = Array.from({ length: 11 }, (_, i) => String(2020 + i));
  const values = years.map((_, i) => (i < 6 ? `9${i}.5` : ""));
  const crowded = { years, series: [{ name: "覆盖率", values, shown: values }], path: [], target: "≥98" };
  const [svg = ""] = drawChart(echarts, { ...chart, trends: [crowded, crowded] }).split("</svg>");
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(texts.filter((text) => text?.endsWith(".5") && values.includes(text))).toEqual(["90.5", "95.5"]);
  expect(texts.filter((text) => /^20\d\d$/.test(text ?? ""))).toEqual(years.filter((_, i) => i % 2 === 0));
});

test("long names break into lines, closing marks never begin one, and the rest is cut", () => {
  expect(wrapped("一二三四五六", 3, 3)).toBe("一二三\n四五六");
  expect(wrapped("一二三，四五", 3, 3)).toBe("一二三，\n四五");
  expect(wrapped("一二三四五六七", 6, 3)).toBe("一二三四\n五六七");
  expect(wrapped("一二三四五六七八九", 3, 2)).toBe("一二三\n四五…");
});
