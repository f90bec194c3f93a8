import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, type Decimal } from "../../src/terms/decimal.js";
import type { PlanRow, Target } from "../../src/plan/plan.js";
import { distance, meets } from "../../src/score/goal.js";
import type { MethodClass, Outcome, RowTrend } from "../../src/score/method.js";
import { trendOf } from "../../src/score/row-trend.js";
import {
  around,
  atLeast,
  below,
  contain,
  dataset,
  decrease,
  fromText,
  increase,
  only,
  plan,
  row,
  score,
  target,
  unbounded,
  type Values,
} from "./builder.js";
import { scorePlan } from "../../src/score/score.js";
import { figures } from "./methods/points.js";

const balance = target({ kind: "balance", low: decimal(103), high: decimal(107) });
const observe = target({ kind: "observe" });
const binary = target({ kind: "binary", value: decimal(1) });
const matches = target({ kind: "matches", series: "W30r", tolerance: decimal("2.5") });

/** A rate of events: ‰, no upper limit. */
const permille = { unit: "‰", ...unbounded };

function trend(one: PlanRow, values: Values, year = 2025): RowTrend {
  return trendOf(score(one, values, year), plan([one]));
}

function told({ value, reason }: Outcome): number | string {
  return value === null ? (reason ?? "no reason") : value.toNumber();
}

describe("a threshold", () => {
  const sample = trend(row(atLeast("94")), {
    2020: "90",
    2022: "91",
    2023: "90.5",
    2024: "90.5",
    2025: "92",
  });

  test("pace so far and needed, in points a year", () => {
    expect(told(sample.pace.soFar)).toBe(0.4);
    expect(told(sample.pace.needed)).toBe(0.4);
  });

  test("linear pace, projection and arrival agree", () => {
    expect([told(sample.linear.ratio), sample.linear.class]).toEqual([1, "upper"]);
    expect(sample.projection.year).toBe(2030);
    expect([told(sample.projection.value), sample.projection.method]).toEqual([94, "linear"]);
    expect(sample.reachYear.value).toBe(2030);
  });

  test("growth since the baseline against growth to the target", () => {
    expect(told(sample.cagr.observed)).toBeCloseTo((92 / 90) ** (1 / 5) - 1, 12);
    expect(told(sample.cagr.required)).toBeCloseTo((94 / 90) ** (1 / 10) - 1, 12);
    expect(sample.cagr.class).toBe("upper");
  });

  test("years better, worse and level", () => {
    expect(sample.years).toEqual({ improved: [2022, 2025], worsened: [2023], level: [2024] });
  });

  test("a share is not followed by its rate of reduction", () => {
    expect(told(sample.aarr.observed)).toBe("notApplicable");
  });

  test("a baseline from the plan's text counts as a point", () => {
    const one = row(atLeast("94"), { baseline: fromText("90") });
    expect(trend(one, { 2024: "91", 2025: "92" }).years.improved).toEqual([2024, 2025]);
  });
});

describe("a rate of events that should fall", () => {
  const sample = trend(row(below("4.5"), permille), { 2020: "8", 2022: "7", 2025: "6" });

  test("is projected by its growth rate", () => {
    expect(sample.projection.method).toBe("cagr");
    expect(told(sample.projection.value)).toBeCloseTo(6 * (6 / 8), 12);
    // 4.5 in 2030 exactly is not below 4.5.
    expect(sample.reachYear.value).toBe(2031);
  });

  test("has a rate of reduction, positive where it falls", () => {
    expect(told(sample.aarr.required)).toBeCloseTo(1 - (4.5 / 8) ** 0.1, 12);
    expect(told(sample.aarr.observed)).toBeGreaterThan(0.05);
    expect(sample.aarr.class).toBe("upper");
  });

  test("from or to 0 is projected by a line, and its rates say why they are missing", () => {
    const toZero = trend(row(below("4.5"), permille), { 2020: "8", 2025: "0" });
    expect([told(toZero.projection.value), toZero.projection.method]).toEqual([0, "linear"]);
    expect([told(toZero.cagr.observed), told(toZero.aarr.observed)]).toEqual(["zeroValue", "zeroValue"]);
    expect([toZero.cagr.class, toZero.aarr.class]).toEqual(["upper", "upper"]);
    const fromZero = trend(row(below("4.5"), permille), { 2020: "0", 2025: "5" });
    expect([told(fromZero.cagr.ratio), told(fromZero.aarr.ratio)]).toEqual(["zeroBase", "zeroBase"]);
  });
});

describe("a band", () => {
  test("is approached by distance", () => {
    const { pace, reachYear, linear } = trend(row(balance, unbounded), { 2020: "112", 2025: "109" });
    expect([told(pace.soFar), told(pace.needed)]).toEqual([0.6, 0.4]);
    expect(reachYear.value).toBe(2029);
    expect(linear.class).toBe("upper");
  });

  test("missed on the other side counts as far out as on this one", () => {
    const over = trend(row(balance, unbounded), { 2020: "112", 2025: "109" });
    const under = trend(row(balance, unbounded), { 2020: "112", 2025: "101" });
    expect(told(under.cagr.ratio)).toBe(told(over.cagr.ratio));
  });

  test("left after the base year asks for nothing that could be divided by", () => {
    const { cagr, linear } = trend(row(balance, unbounded), { 2020: "105", 2025: "110" });
    expect([told(cagr.ratio), cagr.class]).toEqual(["baseEqualsTarget", null]);
    expect([told(linear.ratio), linear.class]).toEqual(["baseMeetsTarget", "lower"]);
  });

  test("that more may pass is a threshold", () => {
    const { pace, cagr } = trend(row(around("45")), { 2020: "40", 2025: "41" });
    expect([told(pace.soFar), told(pace.needed)]).toEqual([0.2, 0.3]);
    expect(told(cagr.required)).toBeCloseTo((42.5 / 40) ** 0.1 - 1, 12);
  });
});

describe("rows without a figure to reach", () => {
  test.each<[string, Target]>([
    ["a direction", increase()],
    ["observed only", observe],
    ["another series", matches],
  ])("%s: what was is told, what is needed is not", (_, goal) => {
    const { cagr, linear, pace, projection, reachYear } = trend(row(goal), { 2020: "40", 2025: "42" });
    expect(told(cagr.observed)).toBeCloseTo(1.05 ** 0.2 - 1, 12);
    expect([told(cagr.required), told(cagr.ratio), told(linear.ratio)]).toEqual(Array(3).fill("noTarget"));
    expect([told(pace.soFar), told(pace.needed)]).toEqual([0.4, "noTarget"]);
    expect([told(projection.value), reachYear.reason]).toEqual([44, "noTarget"]);
  });

  // Cuts 1.5 % and 0.5 % a year; from 50 of 100 they shrink by 0.5^4.44 to 1.43 % and 0.477 %.
  test.each<[Target, string, MethodClass]>([
    [increase(), "53.69", "upper"],
    [increase(), "53.6", "middle"],
    [increase(), "51.21", "middle"],
    [increase(), "51.19", "lower"],
    [increase(), "49", "lower"],
    [decrease(), "46", "upper"],
    [decrease(), "48", "middle"],
    [contain, "50", "lower"],
  ])("a direction is classed by growth: %o from 50 to %s", (goal, value, expected) => {
    expect(trend(row(goal), { 2020: "50", 2025: value }).cagr.class).toBe(expected);
  });

  test("a row at its natural limit that stays there is in the upper class", () => {
    expect(trend(row(increase()), { 2020: "100", 2025: "100" }).cagr.class).toBe("upper");
  });

  test("what nobody judges neither improves nor worsens", () => {
    const { years, cagr } = trend(row(observe), { 2020: "40", 2021: "42", 2022: "42", 2025: "41" });
    expect(years).toEqual({ improved: [], worsened: [], level: [2022] });
    expect(cagr.class).toBeNull();
  });
});

describe("what cannot be told has a reason", () => {
  test("no value in year t, though there were values before", () => {
    const { cagr, projection, pace, years } = trend(row(atLeast("94")), { 2020: "90", 2024: "91" });
    expect([cagr.observed, projection.value, pace.soFar].map(told)).toEqual(Array(3).fill("noValue"));
    expect(years.improved).toEqual([2024]);
  });

  test("one year with data", () => {
    const { cagr, linear, projection, pace, reachYear } = trend(row(atLeast("94")), { 2025: "92" });
    expect([cagr.observed, cagr.ratio, linear.ratio, projection.value, pace.soFar].map(told)).toEqual(
      Array(5).fill("noBaseline"),
    );
    expect([told(pace.needed), reachYear.reason]).toEqual([0.4, "noBaseline"]);
    const rate = trend(row(below("4"), permille), { 2025: "5" }).aarr;
    expect([told(rate.observed), told(rate.required)]).toEqual(["fewerThanTwoPoints", "noBaseline"]);
  });

  test("a thing that is there or not", () => {
    const { cagr, projection, reachYear } = trend(row(binary, unbounded), { 2020: "0", 2025: "0" });
    expect([told(cagr.observed), told(projection.value), reachYear.reason]).toEqual(
      Array(3).fill("notApplicable"),
    );
  });

  test("a target that is met needs no pace", () => {
    const { pace, reachYear } = trend(row(atLeast("94")), { 2020: "90", 2025: "95" });
    expect([told(pace.needed), reachYear.reason]).toEqual(["alreadyMet", "alreadyMet"]);
  });

  test("a strict target equal to the baseline", () => {
    const { cagr, linear } = trend(row(below("5"), permille), { 2020: "5", 2025: "5" });
    expect([told(cagr.required), told(cagr.ratio)]).toEqual([0, "baseEqualsTarget"]);
    expect(told(linear.ratio)).toBe("baseEqualsTarget");
  });

  test("a baseline past the target, since lost, is in the lower class", () => {
    const { cagr, linear } = trend(row(atLeast("94")), { 2020: "95", 2025: "93" });
    expect([cagr.class, linear.class, told(linear.ratio)]).toEqual(["lower", "lower", "baseMeetsTarget"]);
  });

  test("in the plan's last year the figure stands as reported, and no year is left", () => {
    const { projection, pace } = trend(row(atLeast("94")), { 2020: "90", 2030: "93" }, 2030);
    expect([told(projection.value), projection.method]).toEqual([93, "reported"]);
    expect(told(pace.needed)).toBe("noTimeLeft");
  });

  test("a compound row leaves it to its parts", () => {
    const parts = ["W22.1", "W22.2"].map((id) => ({ ...row(increase()), id }));
    const compound = row(increase(), { id: "W22", parts });
    const data = dataset({ "W22.1": { 2020: "28", 2025: "30" }, "W22.2": { 2020: "28", 2025: "27" } });
    const scored = only(scorePlan(plan([compound]), data, 2025).rows);
    expect(told(trendOf(scored, plan([compound])).cagr.observed)).toBe("notApplicable");
    const part = scored.parts[0] ?? scored;
    expect(told(trendOf(part, plan([compound])).pace.soFar)).toBe(0.4);
  });
});

const ORDER: readonly MethodClass[] = ["lower", "middle", "upper"];
const level = fc.integer({ min: 1, max: 19_999 }).map((n) => decimal(n).div(100).toFixed());
const rows = fc.oneof(
  level.map((value) => row(atLeast(value), unbounded)),
  level.map((value) => row(below(value), permille)),
  fc.constant(row(balance, unbounded)),
  fc.constant(row(around("45", "unmet"))),
);

const EDGE = decimal("0.000001");

test("more progress never ranks lower, by any method", { tags: ["patience"] }, () => {
  const later = fc.integer({ min: 2022, max: 2029 });
  fc.assert(
    fc.property(rows, level, level, level, level, later, (one, base, between, x, y, year) => {
      const past = { 2020: base, 2021: between };
      const [first, second] = [x, y].map((value) => score(one, { ...past, [year]: value }, year));
      if (first?.value == null || second?.value == null || first.goal === null) return;
      const { goal } = first;
      // On the very edge of a strict target the distance is 0, and the target is not met.
      const way = (value: Decimal) => distance(goal, value).plus(meets(goal, value) ? 0 : EDGE);
      const closer = way(first.value).lt(way(second.value));
      const [near, far] = (closer ? [first, second] : [second, first]).map((each) =>
        trendOf(each, plan([one])),
      );
      for (const method of ["linear", "cagr", "aarr"] as const) {
        const [best, worst] = [near?.[method].class, far?.[method].class];
        if (best != null && worst != null) {
          expect(ORDER.indexOf(best)).toBeGreaterThanOrEqual(ORDER.indexOf(worst));
        }
      }
    }),
    { numRuns: 200 },
  );
});

const kinds: readonly Target[] = [
  atLeast("94"),
  below("8"),
  below("0"),
  around("45"),
  around("45", "unmet"),
  balance,
  observe,
  binary,
  contain,
  increase("everyYear"),
  decrease("marked", "5"),
  matches,
];

test("whatever the figures and the kind of target, all is finite or has a reason", () => {
  const past = fc.dictionary(fc.integer({ min: 2020, max: 2030 }).map(String), figures);
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      past,
      fc.integer({ min: 2021, max: 2030 }),
      (goal, values, year) => {
        const one = row(goal, permille);
        const { cagr, linear, aarr, projection, pace, reachYear } = trend(one, values, year);
        const outcomes = [cagr.observed, cagr.required, cagr.ratio, linear.ratio, projection.value];
        outcomes.push(aarr.observed, aarr.required, aarr.ratio, pace.needed, pace.soFar);
        for (const { value, reason } of outcomes) {
          expect(value === null ? reason !== null : reason === null && value.isFinite()).toBe(true);
        }
        expect(reachYear.value === null ? reachYear.reason !== null : reachYear.value > year).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
