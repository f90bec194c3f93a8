import { describe, expect, it } from "vitest";
import { drawSparkline, sparkline } from "../../src/draw/sparkline.js";
import { boxOf, inside, type Shape } from "../../src/draw/drawing.js";
import type { Trend } from "../../src/report/charts/chart.js";

const YEARS = ["2020", "2021", "2022", "2023", "2024", "2025", "2030"];

function trendOf(values: readonly string[], more: Partial<Trend> = {}): Trend {
  const known = values.filter((value) => value !== "").map(Number);
  return {
    years: YEARS,
    year: "2025",
    series: [{ name: "指标", values: [...values], shown: [...values], surveyed: false }],
    path: [],
    target: "≥94%",
    levels: [],
    levelName: "",
    low: String(Math.min(...known)),
    high: String(Math.max(...known)),
    limit: "",
    tickPrefix: "",
    ...more,
  };
}

const kinds = (shapes: readonly Shape[]): string[] => shapes.map(({ kind }) => kind);

describe("the course of a row", () => {
  it("stays in its frame, whatever the figures", () => {
    for (const values of [["1", "9", "3"], ["5", "5"], ["0"], ["-3", "", "1000000"]]) {
      const { width, height, shapes } = sparkline(trendOf(values));
      const frame = { left: 0, top: 0, right: width, bottom: height };
      expect(shapes.filter((shape) => !inside(boxOf(shape), frame))).toEqual([]);
    }
  });

  it("rises where figures rise", () => {
    const [line] = sparkline(trendOf(["1", "2", "3"])).shapes;
    const heights = line?.kind === "line" ? line.points.map(({ y }) => y) : [];
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
  });

  it("draws no line over years without a figure, and marks a figure that stands alone", () => {
    const { shapes } = sparkline(trendOf(["1", "2", "", "3", "", "4"]));
    expect(kinds(shapes)).toEqual(["line", "mark", "mark", "mark"]);
  });

  it("marks the report's year solid, and no earlier one in its place", () => {
    const solid = (values: readonly string[]) =>
      sparkline(trendOf(values)).shapes.filter((shape) => shape.kind === "mark" && !shape.hollow).length;
    expect(solid(["1", "2", "3", "4", "5", "6"])).toBe(1);
    expect(solid(["1", "2", "3", "4", "5", ""])).toBe(0);
  });

  it("has a level line for the target, two for a band", () => {
    const { shapes } = sparkline(trendOf(["42", "44"], { levels: ["42.5", "47.5"], high: "47.5" }));
    expect(kinds(shapes)).toEqual(["line", "line", "line"]);
  });

  it("is told in words, as text", () => {
    const svg = drawSparkline({ alt: '各年数据："<1>', trend: trendOf(["1", "2"]) });
    expect(svg).toContain('role="img" aria-label="各年数据：&quot;&lt;1&gt;"');
    expect(svg).not.toContain("style=");
  });
});
