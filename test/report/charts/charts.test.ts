import { describe, expect, it } from "vitest";
import { domainCharts as placedCharts, statusChart } from "../../../src/report/charts/charts.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataset, siteFigures, type Values } from "../../score/builder.js";
import { children, women } from "../plans.js";

const [health] = women.domains;

const domainCharts = (...of: Parameters<typeof placedCharts>) =>
  placedCharts(...of).map(({ chart }) => chart);

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

  it("place the present on the way from baseline to target, and say that what runs off the paper is cut", () => {
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
      ["孕产妇系统管理率", "350"],
      ["适龄妇女宫颈癌人群筛查率", "-200"],
      // Met from the start: there was no way to go.
      ["孕产妇艾滋病、梅毒和乙肝检测率", ""],
    ]);
    expect(charts[0]?.note).toContain("双斜线");
  });

  it("say that a row judged site by site stands there with its weakest, in the figure that has it", () => {
    const [own] = children.domains;
    const sites = (low: string, year: number) =>
      siteFigures("C07", year, { 松溉镇: low, 大安街道: "99" }, "镇街");
    const whole = { 2020: "4", 2025: "3" };
    const numeric = ["C01", "C02", "C03", "C04", "C08", "C09", "C10a", "C10b"];
    const data = dataset(Object.fromEntries(numeric.map((id) => [id, whole])), {
      groups: [...sites("96", 2020), ...sites("97", 2025)],
    });
    const charts = domainCharts(own!, { scorecard: scorePlan(children, data, 2025), dataset: data });
    const notes = charts
      .filter(({ dumbbells }) => dumbbells.length > 0)
      .map(({ note, dumbbells }) => [
        note.includes("逐个镇街评价的指标按数值最低的列示。"),
        dumbbells[0]!.rows.some(({ now }) => now === "97.00%"),
      ]);
    expect(notes).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it("share the rows of a large domain among figures that leave no page half empty", () => {
    const [own] = children.domains;
    const numeric = ["C01", "C02", "C03", "C04", "C05", "C06", "C08", "C09", "C10a", "C10b", "C10c"];
    const data = dataset(Object.fromEntries(numeric.map((id) => [id, { 2020: "4", 2025: "3" }])));
    const charts = domainCharts(own!, { scorecard: scorePlan(children, data, 2025), dataset: data });
    const figures = charts.filter(({ dumbbells }) => dumbbells.length > 0);
    expect(figures.map(({ title, dumbbells }) => [title, dumbbells[0]?.rows.length])).toEqual([
      ["儿童与健康领域指标从基期到目标的进展（一）", 6],
      ["儿童与健康领域指标从基期到目标的进展（二）", 5],
    ]);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(2);
    const names = figures.flatMap(({ dumbbells }) =>
      dumbbells.flatMap(({ rows }) => rows.map(({ name }) => name)),
    );
    expect(names).toEqual(children.rows.filter(({ id }) => numeric.includes(id)).map(({ name }) => name));
  });

  it("leave out a picture of one way or none, and say what a line without marks means", () => {
    const kept = { W07: { 2020: "99", 2025: "99.5" }, W04: { 2020: "92", 2025: "93" } };
    expect(domainCharts(health!, matter(kept))).toEqual([]);
    const [chart] = domainCharts(health!, matter({ ...kept, W05a: { 2020: "60", 2025: "62" } }));
    expect(chart?.dumbbells[0]?.rows).toHaveLength(3);
    expect(chart?.note).not.toBe("");
  });

  it("name a row without a baseline among those whose figures alone are listed", () => {
    const values = { W04: { 2020: "92", 2025: "93" }, W05a: { 2020: "60", 2025: "62" }, W06: { 2025: "99" } };
    const [chart] = domainCharts(health!, matter(values));
    const rows = chart!.dumbbells.flatMap((each) => each.rows);
    expect(rows.map(({ baseline, position }) => [baseline, position === ""])).toEqual([
      ["92.00%", false],
      ["60.00%", false],
      ["—", true],
    ]);
    expect(chart!.note).toContain("只列数值");
  });

  it("do not repeat the ways of rows whose courses are all drawn beside them", () => {
    const years = { 2020: "90", 2023: "91", 2025: "92" };
    const kinds = (values: Record<string, Values>) =>
      domainCharts(health!, matter(values)).map(({ dumbbells }) =>
        dumbbells.length > 0 ? "ways" : "courses",
      );
    expect(kinds({ W04: years, W05a: years })).toEqual(["courses"]);
    expect(kinds({ W04: years, W05a: years, W08: { 2020: "90", 2025: "91" } })).toEqual(["ways", "courses"]);
  });

  it("draw a row that another is held against beside that one only", () => {
    const years = { 2020: "25", 2023: "26", 2025: "27" };
    const power = women.domains.find(({ id }) => id === women.rows.find((row) => row.id === "W21")?.domain);
    const charts = domainCharts(
      power!,
      matter({ W20: years, W21: years, W24: years, W25: { ...years, 2025: "28" } }),
    );
    const names = charts.flatMap(({ trends }) => trends.map(({ series }) => series.map(({ name }) => name)));
    const members = names.flat().filter((name) => name.startsWith("全区中国共产党女党员比例"));
    expect(members).toHaveLength(1);
  });

  it("say in the note which level lines are drawn", () => {
    const years = { 2020: "88", 2023: "89", 2025: "90" };
    const noteOf = (values: Record<string, Values>) =>
      domainCharts(health!, matter(values))
        .map(({ note }) => note)
        .join("");
    expect(noteOf({ W01: years, W09: years })).toContain("水平虚线为基期值；");
    expect(noteOf({ W04: years, W08: years })).toContain("水平虚线为目标值；");
    expect(noteOf({ W04: years, W09: years })).toContain("水平虚线为目标值或基期值；");
  });

  const trendsOf = (values: Record<string, Values>) =>
    domainCharts(health!, matter(values)).flatMap(({ trends }) => trends);

  it("draw years without data as gaps and the path straight to the target year", () => {
    const [trend] = trendsOf({
      W04: { 2020: "92", 2021: "92.2", 2023: "92.5", 2025: "93" },
      W08: { 2020: "90", 2024: "91", 2025: "92" },
    });
    expect(trend?.years).toEqual(Array.from({ length: 11 }, (_, at) => String(2020 + at)));
    expect(trend?.year).toBe("2025");
    expect(trend?.series[0]?.values.slice(0, 6)).toEqual(["92", "92.2", "", "92.5", "", "93"]);
    expect(trend?.series[0]?.surveyed).toBe(false);
    expect([trend?.path[0], trend?.path[5], trend?.path[10]]).toEqual(["92", "93", "94"]);
    expect([trend?.levels, trend?.levelName]).toEqual([["94"], "目标"]);
  });

  it("know a survey by its years", () => {
    const years = { 2020: "92", 2022: "92.2", 2025: "93" };
    expect(trendsOf({ W04: years, W08: years }).map(({ series }) => series[0]?.surveyed)).toEqual([
      true,
      true,
    ]);
  });

  it("draw a direction without a path, against its baseline", () => {
    const years = { 2020: "88", 2023: "89", 2025: "90" };
    const trend = trendsOf({ W04: years, W09: years }).find(({ target }) => target === "提高");
    expect([trend?.path, trend?.levels, trend?.levelName]).toEqual([[], ["88"], "基期"]);
  });

  it("give neighbours of one unit one scale, unless that would flatten one of them", () => {
    const scalesOf = (one: Values, other: Values) =>
      trendsOf({ W04: one, W08: other }).map(({ low, high }) => `${low}–${high}`);
    const [near, same] = scalesOf(
      { 2020: "90.5", 2024: "92", 2025: "93" },
      { 2020: "90", 2024: "93", 2025: "94" },
    );
    expect(near).toBe(same);
    const [far, apart] = scalesOf(
      { 2020: "93.5", 2024: "93.6", 2025: "93.7" },
      { 2020: "40", 2024: "60", 2025: "70" },
    );
    expect(far).not.toBe(apart);
  });

  it("leave out level lines and single ones, and draw binding rows and those behind before others", () => {
    const years = { 2020: "92", 2023: "92.5", 2025: "93" };
    const level = { 2020: "92", 2023: "92", 2025: "92" };
    expect(trendsOf({ W04: years, W08: level })).toEqual([]);
    const names = trendsOf({
      W03: { 2020: "9", 2023: "12", 2025: "13" },
      W04: { 2020: "92", 2023: "94", 2025: "96" },
      W05a: { 2020: "60", 2023: "59", 2025: "58" },
    }).map(({ series }) => series[0]?.name);
    expect(names).toEqual(["孕产妇死亡率（1/10万）", "适龄妇女宫颈癌人群筛查率（%）"]);
  });
});
