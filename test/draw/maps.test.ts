import { describe, expect, test } from "vitest";
import { drawChart, drawingsOf } from "../../src/draw/charts.js";
import { boxOf, inside, overlap, type Area, type Shape, type Words } from "../../src/draw/drawing.js";
import { EMPTY } from "../../src/report/charts/blank.js";
import type { AreaMap, Chart } from "../../src/report/charts/chart.js";

const LEGEND = [
  { status: "achieved", name: "85%以上" },
  { status: "onTrack", name: "70%—85%" },
  { status: "slow", name: "55%—70%" },
  { status: "unmet", name: "不足55%" },
  { status: "noData", name: "未汇总" },
];

const NAMES = ["涪陵区", "石柱土家族自治县", "永川区", "云阳县", "彭水苗族土家族自治县", "巫溪县", "开州区"];

const tiles: AreaMap = {
  legend: LEGEND,
  areas: NAMES.map((name, at) => {
    return { name, text: `${60 + at}.5%`, status: LEGEND[at % 5]!.status, outlines: [] };
  }),
  columns: "5",
  height: "",
};

/** Two squares side by side, the left one with a hole, and a sliver between them. */
const outlines: AreaMap = {
  legend: LEGEND,
  areas: [
    {
      name: "甲区",
      text: "80%",
      status: "onTrack",
      outlines: ["0,0 0.4,0 0.4,0.4 0,0.4", "0.1,0.1 0.2,0.1 0.2,0.2"],
    },
    { name: "乙区", text: "60%", status: "slow", outlines: ["0.4,0 0.41,0 0.41,0.4 0.4,0.4"] },
    { name: "丙区", text: "40%", status: "unmet", outlines: ["0.41,0 0.8,0 0.8,0.4 0.41,0.4"] },
  ],
  columns: "",
  height: "0.4",
};

function chartOf(map: AreaMap): Chart {
  return {
    ...EMPTY,
    id: "m",
    number: "图1",
    title: "各区县",
    unit: "",
    source: "",
    alt: "三个区县",
    maps: [map],
  };
}

function drawn(map: AreaMap) {
  const [drawing] = drawingsOf(chartOf(map));
  if (drawing === undefined) throw new Error("nothing was drawn");
  return drawing;
}

const isWords = (shape: Shape): shape is Words => shape.kind === "words";

describe.each([
  ["tiles", tiles],
  ["outlines", outlines],
])("a map of %s", (_, map) => {
  test("is finite, the same twice, and within its picture", () => {
    const svg = drawChart(chartOf(map));
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(drawChart(chartOf(map))).toBe(svg);
    const { width, height, shapes } = drawn(map);
    const frame = { left: 0, top: 0, right: width, bottom: height };
    expect(shapes.filter((shape) => !inside(boxOf(shape), frame))).toEqual([]);
  });

  test("has no two texts upon each other", () => {
    const texts = drawn(map).shapes.filter(isWords);
    const clashes = texts.filter((one, at) =>
      texts.slice(at + 1).some((other) => overlap(boxOf(one), boxOf(other))),
    );
    expect(clashes).toEqual([]);
  });
});

test("every tile bears its name and figure, a long name in two lines", () => {
  const said = drawn(tiles)
    .shapes.filter(isWords)
    .map(({ words }) => words)
    .join("");
  for (const { name, text } of tiles.areas) {
    expect(said).toContain(name);
    expect(said).toContain(text);
  }
});

test("no two classes of tiles look alike without colour", () => {
  const swatches = drawn(tiles)
    .shapes.filter((shape): shape is Area => shape.kind === "area")
    .slice(0, LEGEND.length);
  const looks = swatches.map(({ fill, texture }) => texture ?? (lightness(fill) > 0.5 ? "pale" : "dark"));
  expect(new Set(looks).size).toBe(LEGEND.length);
});

function lightness(fill: string): number {
  const [r = 0, g = 0, b = 0] = (fill.match(/[0-9a-f]{2}/gu) ?? []).map((part) => parseInt(part, 16) / 255);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test("an area bears its figure where there is room, and none where there is not", () => {
  const said = drawn(outlines)
    .shapes.filter(isWords)
    .map(({ words }) => words);
  expect(said).toContain("80%");
  expect(said).toContain("40%");
  expect(said).not.toContain("60%");
});

test("a ring within a ring is a hole", () => {
  expect(drawChart(chartOf(outlines))).toMatch(/<path d="M[^"]*Z M?[^"]*Z"|fill-rule="evenodd"/u);
});

test("names and figures of a user's map are text, whatever they hold", () => {
  const [first] = tiles.areas;
  const svg = drawChart(chartOf({ ...tiles, areas: [{ ...first!, text: "<b>", name: '"><script>' }] }));
  expect(svg).not.toMatch(/<script|<b>/u);
});
