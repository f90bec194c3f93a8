import { describe, expect, test } from "vitest";
import { gatherer, type DistrictRow } from "../../../src/batch/rollup/gather.js";
import { rollupOf } from "../../../src/batch/rollup/rollup.js";
import { row, plan, atLeast, below, unbounded } from "../../score/builder.js";

/* Two rows: a share, and deaths in 1000. */
const PLAN = plan([
  row(atLeast("90"), { id: "S" }),
  row(below("8"), { id: "E", unit: "‰", ...unbounded }),
  row(atLeast("3"), { id: "B", unit: "张", ...unbounded }),
]);

type Given = Record<string, Partial<DistrictRow>>;

function figure(
  value: number,
  numerator: number,
  denominator: number,
  pooled: [number, number] | null = null,
) {
  const [events, base] = pooled ?? [];
  const three = events === undefined ? null : { numerator: events, denominator: base! };
  return { value, counts: { numerator, denominator, pooled: three } };
}

function rolled(...districts: readonly Given[]) {
  const { add, gathered } = gatherer();
  districts.forEach((given, at) => {
    const rows = ["S", "E", "B"].map((id): DistrictRow => {
      const figures = given[id];
      const status = figures === undefined ? "noData" : "achieved";
      return { id, value: null, counts: null, status, alert: null, flags: [], ...figures };
    });
    add({ code: String(at), name: `第${at}区`, plan: PLAN.id, year: 2025, rows });
  });
  return rollupOf(gathered()[0]!, PLAN);
}

type Rolled = ReturnType<typeof rolled>;

function toldOf({ rows }: Rolled, id: string) {
  return rows.flatMap(({ indicators }) => indicators).find(({ indicator }) => indicator.id === id)!;
}

describe("a rate of all districts", () => {
  test("is Σ分子/Σ分母 over those that give both; how many they are is told", () => {
    const { summed, reported } = toldOf(
      rolled({ S: figure(90, 9, 10) }, { S: figure(99, 990, 1000) }, { S: { value: 10 } }, {}),
      "S",
    );
    expect(summed?.rate.toFixed(4)).toBe("98.9109");
    expect([summed?.sum.districts, reported.length]).toEqual([2, 3]);
  });

  test("leaves out counts that do not give the figure, and says whose", () => {
    const told = toldOf(rolled({ S: figure(90, 9, 10) }, { S: figure(99, 3.2, 1000) }), "S");
    expect(told.summed?.rate.toFixed()).toBe("90");
    expect(told.unfit).toEqual([1]);
  });

  test("is none without counts: median and range stand, and no mean", () => {
    const told = toldOf(rolled({ B: { value: 1 } }, { B: { value: 2 } }, { B: { value: 9 } }), "B");
    expect(told.summed).toBeNull();
    expect(told.spread?.median.toFixed()).toBe("2");
    expect(told.comparison).toBeNull();
  });

  test("of beds to a thousand people is found by the factor that makes most districts' figures", () => {
    const told = toldOf(rolled({ B: figure(2.5, 25, 10_000) }, { B: figure(4, 40, 10_000) }), "B");
    expect(told.summed?.rate.toFixed()).toBe("3.25");
    expect(told.summed?.interval).toBeNull();
  });

  test("of few events stands beside that of three years, with its interval", () => {
    const told = toldOf(
      rolled({ E: figure(2, 2, 1000, [9, 3000]) }, { E: figure(1, 1, 1000, [3, 3000]) }),
      "E",
    );
    expect(told.pooled?.rate.toFixed()).toBe("2");
    expect(told.summed?.interval?.low.toFixed(4)).toBe("0.3093");
    expect(told.comparison?.basis).toBe("pooled");
  });

  test("of many events needs no other years", () => {
    const many = figure(40, 40, 1000, [120, 3000]);
    const told = toldOf(rolled({ E: many }, { E: many }), "E");
    expect(told.pooled).toBeNull();
    expect(told.comparison?.basis).toBe("year");
  });
});

test("districts are told apart by all comparisons of the report together", () => {
  const alike = Array.from({ length: 10 }, () => ({ S: figure(90, 900, 1000), E: figure(20, 20, 1000) }));
  const apart = toldOf(rolled(...alike, { S: figure(75, 750, 1000), E: figure(20, 20, 1000) }), "S").apart;
  expect(apart).toEqual([{ district: 10, side: "lower" }]);
  // 30 of 1000 where 20 are usual is far out for one comparison, and not for 22.
  const chance = rolled(...alike, { S: figure(90, 900, 1000), E: figure(33, 33, 1000) });
  expect(toldOf(chance, "E").outside["95"]).toBe(1);
  expect(toldOf(chance, "E").apart).toEqual([]);
});

test("statuses are counted over all districts, each row once", () => {
  const { rates, districts } = rolled({ S: { value: 95 } }, { S: { value: 80, status: "slow" } });
  expect(rates.onCourse).toEqual({ n: 1, of: 2 });
  expect(rates.overall.of).toBe(6);
  expect(districts.map(({ statuses }) => [statuses.achieved, statuses.noData])).toEqual([
    [1, 2],
    [0, 2],
  ]);
});
