import { expect, test } from "vitest";
import { drawChart, drawingsOf } from "../../src/draw/charts.js";
import type { Drawing, Mark, Words } from "../../src/draw/drawing.js";
import { valueAxis } from "../../src/draw/value-axis.js";
import type { Chart, Trend } from "../../src/report/charts/chart.js";
import { STATUSES } from "../../src/terms/status.js";
import { sampleModel } from "../render/sample-model.js";
import { ROW_NAMES } from "../render/sample-tables.js";

function first<T>(things: readonly T[] | undefined): T {
  const [thing] = things ?? [];
  if (thing === undefined) throw new Error("the sample has no such thing");
  return thing;
}

const status = (): Chart => first(sampleModel().lead.blocks.flatMap(({ charts }) => charts));
const domainCharts = () => sampleModel().domains[0]?.blocks.flatMap(({ charts }) => charts);
const dumbbell = (): Chart => first(domainCharts());
const trend = (): Chart => first(domainCharts()?.slice(1));

function textsOf({ shapes }: Drawing): string[] {
  return shapes.filter((shape): shape is Words => shape.kind === "words").map(({ words }) => words);
}

function marksOf({ shapes }: Drawing): Mark[] {
  return shapes.filter((shape): shape is Mark => shape.kind === "mark");
}

/** All words of a chart in drawing order, lines of one label joined. */
const wordsIn = (chart: Chart): string => drawingsOf(chart).flatMap(textsOf).join("");

const drawnTrend = (change: Partial<Trend>): Drawing =>
  first(drawingsOf({ ...trend(), trends: [{ ...first(trend().trends), ...change }] }));

test.each([
  ["status bars", status],
  ["dumbbells", dumbbell],
  ["trends", trend],
])("%s are finite, drawn the same twice, and named once for screen readers", (_, make) => {
  const svg = drawChart(make());
  expect(svg).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  expect(drawChart(make())).toBe(svg);
  expect(svg.split(`aria-label="${make().alt}"`)).toHaveLength(2);
});

test("status bars show every domain, every status with its letter, every count but nought, and the sum", () => {
  const chart = status();
  const { bars, series } = first(chart.statusBars);
  const words = wordsIn(chart);
  for (const name of [...bars, ...series.map((each) => each.name)]) expect(words).toContain(name);
  const counts = series.map(({ values }) => Number(values[0]));
  expect(words).toContain(`${counts.reduce((sum, count) => sum + count, 0)}项`);
  const one: Chart = {
    ...chart,
    statusBars: [
      {
        bars: ["妇女与健康"],
        series: [
          { status: "slow", name: "进展偏慢", values: ["0"] },
          { status: "noData", name: "缺项", values: ["2"] },
        ],
      },
    ],
  };
  expect(textsOf(first(drawingsOf(one)))).toContain("缺2");
  expect(textsOf(first(drawingsOf(one)))).not.toContain("慢0");
});

test("a part without room for its label has it below, within the picture", () => {
  const series = STATUSES.map((each, at) => ({ status: each, name: each, values: [at === 0 ? "200" : "1"] }));
  const chart = { ...status(), statusBars: [{ bars: ["妇女与健康"], series }] };
  const labels = textsOf(first(drawingsOf(chart))).filter((text) => /^\p{Script=Han}\d+$/u.test(text));
  expect(labels).toHaveLength(STATUSES.length);
});

test("dumbbells show every name and figure, markup as text", () => {
  const words = wordsIn(dumbbell());
  for (const name of ROW_NAMES) expect(words).toContain(name);
  expect(drawChart(dumbbell())).toContain("&lt;script&gt;");
  expect(words.split("≥94")).toHaveLength(ROW_NAMES.length + 1);
});

function drawnRow(position: string, rowStatus = "achieved"): Drawing {
  const chart = dumbbell();
  const row = first(first(chart.dumbbells).rows);
  return first(
    drawingsOf({
      ...chart,
      dumbbells: [{ year: "2025年", rows: [{ ...row, position, status: rowStatus }] }],
    }),
  );
}

test("a row without a position has its figures and no mark", () => {
  expect(marksOf(drawnRow("50"))).toHaveLength(2);
  expect(marksOf(drawnRow(""))).toHaveLength(0);
  expect(textsOf(drawnRow(""))).toContain("94.12");
});

test("a way that runs off the paper is cut at its edge, and shows it", () => {
  const [inside, beyond, below] = ["150", "1200", "-400"].map((position) => drawnRow(position));
  expect(marksOf(beyond!)).toEqual(marksOf(inside!));
  expect(beyond!.shapes.length).toBeGreaterThan(inside!.shapes.length);
  expect(below!.shapes).toHaveLength(beyond!.shapes.length);
});

test("statuses have different marks, or different fills, without colour", () => {
  const looks = STATUSES.map((each) => {
    const mark = marksOf(drawnRow("50", each)).at(-1);
    return `${mark?.shape} ${mark?.hollow}`;
  });
  expect(new Set(looks).size).toBe(STATUSES.length);
});

test("a trend labels its first and last figure, and leaves a gap where a year is missing", () => {
  const drawn = drawnTrend({});
  expect(textsOf(drawn)).toEqual(expect.arrayContaining(["92.99", "94.12"]));
  const lines = drawn.shapes.filter((shape) => shape.kind === "line" && shape.width === 2);
  expect(lines).toHaveLength(3);
});

test("a survey's years are joined by a broken line", () => {
  const series = [{ ...first(first(trend().trends).series), surveyed: true }];
  const broken = drawnTrend({ series }).shapes.filter(
    (shape) => shape.kind === "line" && shape.width === 1.4 && shape.dash.length > 0,
  );
  expect(broken).toHaveLength(1);
});

test("several trends of one chart stand side by side, each with its name, its target and its line", () => {
  const chart = trend();
  const drawn = drawingsOf({ ...chart, trends: [...chart.trends, ...chart.trends] });
  expect(drawn.map((each) => textsOf(each).filter((text) => text.endsWith("目标：≥94")).length)).toEqual([
    1, 1,
  ]);
  for (const each of drawn) expect(textsOf(each)).toContain("目标");
  expect(
    drawChart({ ...chart, trends: [...chart.trends, ...chart.trends] }).split('class="half"'),
  ).toHaveLength(3);
});

test("the axis names the first year, the report's and the last", () => {
  const years = Array.from({ length: 11 }, (_, at) => String(2020 + at));
  const values = years.map((_, at) => (at < 4 ? `9${at}.5` : ""));
  for (const year of years) {
    const crowded: Trend = {
      ...first(trend().trends),
      years,
      year,
      series: [{ name: "覆盖率", values, shown: values, surveyed: false }],
      path: [],
    };
    const [drawn] = drawingsOf({ ...trend(), trends: [crowded, crowded] });
    expect(textsOf(drawn!)).toEqual(expect.arrayContaining(["2020", year, "2030", "90.5", "93.5"]));
  }
});

test("an axis that does not begin at nought says so; one that does, does not", () => {
  const shapes = (low: string): number =>
    drawnTrend({ low, high: "100" }).shapes.filter((shape) => shape.kind === "line").length;
  const ticks = (low: string): number => textsOf(drawnTrend({ low, high: "100" })).length;
  expect(shapes("60") - ticks("60")).toBe(shapes("0") - ticks("0") + 3);
});

test("an axis of whole things has no halves, one of per cent nothing above 100, one of ratios says so", () => {
  const axis = (change: Partial<Trend>): string[] => textsOf(drawnTrend({ path: [], levels: [], ...change }));
  const counts = { name: "所", values: ["1", "2"], shown: ["1", "2"], surveyed: false };
  expect(axis({ series: [counts], low: "1", high: "2" }).filter((text) => text.includes("."))).toEqual([]);
  expect(axis({ low: "95", high: "99.9", limit: "100" })).toContain("100");
  expect(axis({ low: "95", high: "99.9", limit: "100" })).not.toContain("102");
  expect(axis({ low: "1.2", high: "1.6", limit: "", tickPrefix: "1：" })).toContain("1：1.4");
});

test.each([
  { low: "1.21", high: "1.62", limit: "" },
  { low: "0.100", high: "0.118", limit: "" },
  { low: "99.62", high: "100", limit: "100" },
  { low: "100", high: "100", limit: "100" },
  { low: "34", high: "42.5", limit: "100" },
])("an axis has a figure at its foot, clear below the lowest figure drawn: $low to $high", (ends) => {
  const { ticks, low } = valueAxis({ ...first(trend().trends), ...ends });
  expect(first(ticks).value).toBe(low);
  const step = (ticks[1]?.value ?? NaN) - low;
  expect(Number(ends.low) - low).toBeGreaterThan(step / 4);
});

test("an axis begins at nought where a figure lies there", () => {
  const { low } = valueAxis({ ...first(trend().trends), low: "0", high: "16.72", limit: "" });
  expect(low).toBe(0);
});
