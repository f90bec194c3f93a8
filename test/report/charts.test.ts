import { describe, expect, it } from "vitest";
import { domainCharts, statusChart } from "../../src/report/charts.js";
import { scorePlan } from "../../src/score/score.js";
import { dataset, type Values } from "../score/builder.js";
import { women } from "./plans.js";

const [health] = women.domains;

function matter(values: Record<string, Values>) {
  const data = dataset(values);
  return { scorecard: scorePlan(women, data, 2025), dataset: data };
}

describe("charts", () => {
  it("stack as many rows per domain as the domain has", () => {
    const [bars] = statusChart(matter({ W04: { 2025: "95" } })).statusBars;
    const sums = bars!.bars.map((_, i) =>
      bars!.series.reduce((sum, { values }) => sum + Number(values[i]), 0),
    );
    expect(sums).toEqual([11, 4, 5, 15, 5, 2, 3, 4]);
  });

  it("place the present on the way from baseline to target, cut where it runs off the paper", () => {
    const charts = domainCharts(
      health!,
      matter({
        W02: { 2020: "82", 2025: "82.15" },
        W04: { 2020: "92", 2025: "99" },
        W05a: { 2020: "60", 2025: "40" },
        W07: { 2020: "99", 2025: "99.5" },
      }),
    );
    const rows = charts.flatMap(({ dumbbells }) => dumbbells.flatMap((each) => each.rows));
    expect(rows.map(({ name, position }) => [name, position])).toEqual([
      ["妇女人均预期寿命", "50"],
      ["孕产妇系统管理率", "150"],
      ["适龄妇女宫颈癌人群筛查率", "-50"],
      // Met from the start: there was no way to go.
      ["孕产妇艾滋病、梅毒和乙肝检测率", ""],
    ]);
  });

  it("leave out a picture without a single way, and say what a line without marks means", () => {
    const kept = { W07: { 2020: "99", 2025: "99.5" } };
    expect(domainCharts(health!, matter(kept))).toEqual([]);
    const [chart] = domainCharts(health!, matter({ ...kept, W04: { 2020: "92", 2025: "93" } }));
    expect(chart?.dumbbells[0]?.rows).toHaveLength(2);
    expect(chart?.note).not.toBe("");
  });

  it("draw years without data as gaps and the path straight to the target year", () => {
    const charts = domainCharts(health!, matter({ W04: { 2020: "92", 2023: "92.5", 2025: "93" } }));
    const [trend] = charts.flatMap(({ trends }) => trends);
    expect(trend!.years).toEqual([
      "2020",
      "2021",
      "2022",
      "2023",
      "2024",
      "2025",
      "2026",
      "2027",
      "2028",
      "2029",
      "2030",
    ]);
    expect(trend!.series[0]!.values.slice(0, 6)).toEqual(["92", "", "", "92.5", "", "93"]);
    expect([trend!.path[0], trend!.path[5], trend!.path[10]]).toEqual(["92", "93", "94"]);
  });

  it("show two rows to a figure, and say what the dashed line is where one is drawn", () => {
    const years = { 2020: "92", 2023: "92.5", 2025: "93" };
    const charts = domainCharts(health!, matter({ W04: years, W07: years, W09: years }));
    const figures = charts.filter(({ trends }) => trends.length > 0);
    expect(figures.map(({ trends }) => trends.length)).toEqual([2, 1]);
    expect(new Set(figures.map(({ id, title }) => `${id} ${title}`)).size).toBe(2);
    expect(figures.map(({ note }) => note.includes("2030年"))).toEqual(
      figures.map(({ trends }) => trends.some(({ path }) => path.length > 0)),
    );
  });

  it("draw no path for a direction", () => {
    const charts = domainCharts(health!, matter({ W09: { 2020: "88", 2023: "89", 2025: "90" } }));
    expect(charts.flatMap(({ trends }) => trends.map(({ path }) => path))).toEqual([[]]);
  });
});
