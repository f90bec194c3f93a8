import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../../../src/terms/decimal.js";
import type { MethodClass } from "../../../src/score/method.js";
import {
  annualGrowth,
  classByGrowth,
  classByRatio,
  growthRatio,
  limitScale,
  type Direction,
} from "../../../src/score/methods/growth.js";
import { figures, point } from "./points.js";

/*
 * Published by Statistics Canada: indicator_calculation_components.yml of the data repositories of its two
 * hubs, sdg-data-canada-odd-donnees/cif-data-donnees-cic and sdg-data-canada-odd-donnees/sdg-data-donnees-odd.
 */
type Published = [
  name: string,
  base: [number, string],
  now: [number, string],
  better: Direction,
  progress: number,
  status: "substantial" | "moderate" | "limited" | "deterioration",
];

const FOLDED: Record<Published[5], MethodClass> = {
  substantial: "upper",
  moderate: "middle",
  limited: "lower",
  deterioration: "lower",
};

const WITH_TARGET: [...Published, due: [number, string]][] = [
  ["poverty", [2015, "14.5"], [2023, "10.2"], "down", 0.9525901792032172, "substantial", [2030, "7.25"]],
  ["CIF 11.3.1", [2005, "63"], [2020, "74"], "up", 0.8949392974311927, "moderate", [2030, "85"]],
  ["CIF 15.4.1", [2015, "10.1"], [2023, "13.7"], "up", 0.5160064971944834, "limited", [2030, "30"]],
  ["CIF 11.6.1", [2014, "699"], [2022, "683.4"], "down", 0.12830416881599752, "limited", [2030, "490"]],
  [
    "chronic homelessness",
    [2016, "26866"],
    [2024, "36058"],
    "down",
    -0.6675781357974336,
    "deterioration",
    [2028, "13433"],
  ],
  [
    "fish stocks, past the target in the base year",
    [2015, "68.5534591194968"],
    [2023, "46.7336683417085"],
    "up",
    -2.3587220377696703,
    "deterioration",
    [2026, "55"],
  ],
];

const WITHOUT_TARGET: [...Published, limit: string | null][] = [
  ["children's benefits", [2015, "90"], [2021, "93.2"], "up", 0.005839995229728112, "substantial", "100"],
  ["mobile network", [2016, "99.47"], [2022, "99.57"], "up", 0.00016748456325199612, "moderate", "100"],
  ["CIF 1.2.1", [2016, "66.6"], [2023, "71.4"], "up", 0.009991483690946268, "moderate", "100"],
  ["CIF 15.1.1", [2015, "79.82"], [2020, "80"], "up", 0.0004506085041826591, "limited", "100"],
  ["CIF 16.6.1", [2015, "87.93"], [2023, "77.78"], "down", 0.015215151249107883, "substantial", null],
  ["CIF 1.3.1", [2015, "178.8"], [2024, "171.9"], "down", 0.004363225612730504, "limited", null],
  ["CIF 16.3.1", [2015, "55.6"], [2024, "225.1"], "down", -0.1680941688646147, "deterioration", null],
];

describe("figures Statistics Canada published", () => {
  test.each(WITH_TARGET)("with a target: %s", (_, base, now, better, progress, status, due) => {
    const observed = annualGrowth(point(base), point(now));
    const required = annualGrowth(point(base), point(due));
    expect(growthRatio(observed, required, better).value?.toNumber()).toBeCloseTo(progress, 12);
    expect(classByRatio(observed, required, better)).toBe(FOLDED[status]);
  });

  test.each(WITHOUT_TARGET)("without a target: %s", (_, base, now, better, progress, status, limit) => {
    const observed = annualGrowth(point(base), point(now));
    const scale = limitScale(decimal(base[1]), limit === null ? null : decimal(limit));
    const sign = better === "up" ? 1 : -1;
    expect((observed.value?.toNumber() ?? NaN) * sign).toBeCloseTo(progress, 13);
    expect(classByGrowth(observed, better, scale)).toBe(FOLDED[status]);
  });

  // Between the cuts the published score is 250·CAGR/C − 1.25, which gives C away.
  test.each([
    ["99.47", 0.00016748456325199612, 0.5456262610658811],
    ["66.6", 0.009991483690946268, 1.739752850099936],
  ])("the scale near the limit 100 from %s", (base, progress, score) => {
    const published = (250 * progress) / (score + 1.25);
    expect(limitScale(decimal(base), decimal(100)).toNumber()).toBeCloseTo(published, 10);
  });
});

describe("near a natural limit", () => {
  test.each([
    ["100", "100", 0],
    ["0", "100", 1],
    ["200", "100", 1],
    ["110", "100", 1 - 0.9 ** 4.44],
    ["5", "0", 1],
    ["0", "0", 1],
  ])("%s with the limit %s", (base, limit, scale) => {
    expect(limitScale(decimal(base), decimal(limit)).toNumber()).toBeCloseTo(scale, 12);
  });

  test("a figure that stays at its limit is in the upper class, one that leaves it in the lower", () => {
    const scale = limitScale(decimal(100), decimal(100));
    const from = point([2020, "100"]);
    expect(classByGrowth(annualGrowth(from, point([2025, "100"])), "up", scale)).toBe("upper");
    expect(classByGrowth(annualGrowth(from, point([2025, "99.9"])), "up", scale)).toBe("lower");
  });
});

describe("growth that is not defined has a name", () => {
  test.each([
    ["0", "5", 2025, "zeroBase"],
    ["0", "0", 2025, "zeroBase"],
    ["-1", "5", 2025, "negativeBase"],
    ["-1", "-2", 2025, "negativeBase"],
    ["5", "0", 2025, "zeroValue"],
    ["5", "-1", 2025, "signChange"],
    ["5", "6", 2020, "noTimeElapsed"],
    ["5", "6", 2019, "noTimeElapsed"],
  ])("%s → %s in %i: %s", (base, value, year, reason) => {
    expect(annualGrowth(point([2020, base]), point([year, value]))).toEqual({ value: null, reason });
  });

  test("nothing is divided by a target that is the baseline", () => {
    const observed = annualGrowth(point([2020, "5"]), point([2025, "4"]));
    const required = annualGrowth(point([2020, "5"]), point([2030, "5"]));
    expect(required.value?.toNumber()).toBe(0);
    expect(growthRatio(observed, required, "up").reason).toBe("baseEqualsTarget");
    expect(classByRatio(observed, required, "up")).toBeNull();
  });
});

test("whatever the figures, growth is finite or has a reason", () => {
  fc.assert(
    fc.property(figures, figures, fc.integer({ min: 2015, max: 2035 }), (base, value, year) => {
      const { value: rate, reason } = annualGrowth(point([2020, base]), point([year, value]));
      expect(rate === null ? reason !== null : rate.isFinite() && reason === null).toBe(true);
    }),
  );
});
