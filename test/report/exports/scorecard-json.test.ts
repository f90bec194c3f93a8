import { describe, expect, it } from "vitest";
import { issue } from "../../../src/issues/issue.js";
import { scorecardJson } from "../../../src/report/exports/scorecard-json.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataset, observation, siteFigures, type Values } from "../../score/builder.js";
import { children, women } from "../plans.js";

interface RowJson {
  id: string;
  parts: RowJson[];
  [key: string]: unknown;
}
interface PlanJson {
  plan: string;
  tally: Record<string, number>;
  binding: Record<string, number>;
  rows: RowJson[];
}

const data = dataset(
  {
    C04: { 2020: "4.8", 2024: "4.61", 2025: "4.49" },
    "W22.1": { 2025: "30.08" },
    C10a: { 2020: "86.4", 2025: "92.52" },
  } satisfies Record<string, Values>,
  { groups: siteFigures("C07", 2025, { 松溉镇: "97.33", 大安街道: "98.91" }) },
);
const cards = [scorePlan(women, data, 2025), scorePlan(children, data, 2025)];
const finding = issue("data/below-unit", { file: "a.xlsx", sheet: "s", cell: "F7" }, {});
const json = JSON.parse(JSON.stringify(scorecardJson(cards, [finding], "示例"))) as {
  schemaVersion: number;
  year: number;
  plans: [PlanJson, PlanJson];
  issues: unknown[];
};
const rowOf = (plan: 0 | 1, id: string): RowJson => json.plans[plan].rows.find((row) => row.id === id)!;

describe("the JSON of a scorecard", () => {
  it("is the contract, row by row", () => {
    expect(json).toMatchObject({ schemaVersion: 1, year: 2025, dataStatus: "示例" });
    expect(rowOf(1, "C04")).toEqual({
      id: "C04",
      no: 4,
      name: "5岁以下儿童死亡率",
      unit: "‰",
      domain: "儿童与健康",
      nature: "binding",
      target: { kind: "below", text: "＜4.5", value: 4.5, year: 2030 },
      value: 4.49,
      previous: { year: 2024, value: 4.61 },
      baseline: { year: 2020, value: 4.8 },
      status: "achieved",
      flags: ["fragile"],
      alert: null,
      progress: 1.0333,
      expected: 0.5,
      pace: 2.0667,
      counts: null,
      trend: expect.objectContaining({ linear: { ratio: 2.0667 } }) as object,
      reason: "2025年4.49‰，低于目标值4.5‰",
      source: { file: "监测数据.xlsx", sheet: "指标数据", cell: "F7" },
      parts: [],
    });
  });

  it("gives every tally all its keys, and statuses that sum to the total", () => {
    for (const { tally, binding } of json.plans) {
      for (const { total, assessable, ...statuses } of [tally, binding] as Record<string, number>[]) {
        expect(Object.keys(statuses)).toHaveLength(9);
        expect(Object.values(statuses).reduce((sum, n) => sum + n, 0)).toBe(total);
        expect(assessable).toBe(total! - statuses["observed"]! - statuses["noData"]!);
      }
    }
  });

  it("gives a compound row no value and its parts shaped like rows", () => {
    const row = rowOf(0, "W22");
    expect(row["value"]).toBeNull();
    expect(row.parts.map(({ id, value }) => [id, value])).toEqual([
      ["W22.1", 30.08],
      ["W22.2", null],
    ]);
    expect(Object.keys(row.parts[0]!)).toEqual(Object.keys(row));
  });

  it("has null, never a missing key, for what is absent", () => {
    const row = rowOf(1, "C26");
    for (const key of ["value", "previous", "baseline", "alert", "progress", "expected", "pace", "source"]) {
      expect(row).toHaveProperty(key);
    }
    expect(row).toMatchObject({ value: null, status: "noData", alert: "blue", source: null });
  });

  it("points at the cell of the least site where sites are judged", () => {
    expect(rowOf(1, "C07")).toMatchObject({ value: 97.33, source: { file: "监测数据.xlsx" } });
  });

  it("gives 分子 and 分母 where both were reported, and of events those of three years together", () => {
    const counted: [string, number, string, [string, string]][] = [
      ["C04", 2023, "2", ["9", "4500"]],
      ["C04", 2024, "3", ["12", "4000"]],
      ["C04", 2025, "2", ["6", "3000"]],
      ["C06", 2025, "98", ["2940", "3000"]],
    ];
    const ids = [...new Set(counted.map(([id]) => id))];
    const reported = Object.fromEntries(
      ids.map((id) => [id, counted.filter(([each]) => each === id).map((each) => observation(...each))]),
    );
    const { plans } = scorecardJson([scorePlan(children, { ...data, series: reported }, 2025)], []) as {
      plans: [{ rows: RowJson[] }];
    };
    const countsOf = (id: string) => plans[0].rows.find((row) => row.id === id)!["counts"];
    const pooled = { years: [2023, 2024, 2025], numerator: 27, denominator: 11_500 };
    expect(countsOf("C04")).toEqual({ numerator: 6, denominator: 3000, pooled });
    expect(countsOf("C06")).toEqual({ numerator: 2940, denominator: 3000, pooled: null });
    expect(countsOf("C02")).toBeNull();
  });

  it("hands on the findings with their place", () => {
    expect(json.issues).toMatchObject([
      {
        code: "data/below-unit",
        severity: "warning",
        where: { file: "a.xlsx", sheet: "s", cell: "F7" },
        indicators: [],
      },
    ]);
  });
});
