import { describe, expect, test } from "vitest";
import { poissonInterval, ratioInterval } from "../../src/terms/poisson.js";

describe("poissonInterval", () => {
  // Published tables of exact limits, e.g. Pearson & Hartley, Biometrika Tables for Statisticians, table 40.
  test.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [2, 0.2422, 7.225],
    [3, 0.6187, 8.767],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [50, 37.11, 65.92],
    [100, 81.36, 121.63],
  ])("%i events: %f to %f", (events, low, high) => {
    const bounds = poissonInterval(events);
    expect(bounds.low).toBeCloseTo(low, low < 1 ? 4 : 2);
    expect(bounds.high).toBeCloseTo(high, high < 100 ? 2 : 2);
  });

  test("without events the upper limit is −ln 0.025, exactly solvable", () => {
    expect(poissonInterval(0).high).toBeCloseTo(-Math.log(0.025), 12);
  });

  test("many events come near the normal interval", () => {
    const { low, high } = poissonInterval(1_000_000);
    expect(low).toBeCloseTo(1_000_000 - 1.959964 * 1000, -1);
    expect(high).toBeCloseTo(1_000_000 + 1.959964 * 1000, -1);
  });
});

describe("ratioInterval", () => {
  // Limits of p for 8 of 10 are 0.4439 and 0.9748 (Clopper & Pearson): 0.4439/0.5561 and 0.9748/0.0252.
  test("8 to 2 has the odds of Clopper and Pearson's limits", () => {
    const { low, high } = ratioInterval(8, 2);
    expect(low).toBeCloseTo(0.798, 3);
    expect(high).toBeCloseTo(38.67, 1);
  });

  test("no first count: from 0 to the odds of 1 − 0.025^(1/n)", () => {
    const p = 1 - 0.025 ** (1 / 10);
    expect(ratioInterval(0, 10).low).toBe(0);
    expect(ratioInterval(0, 10).high).toBeCloseTo(p / (1 - p), 10);
  });

  test("some thousands of births: about ± 1.96·√(1/a+1/b) on the logarithm", () => {
    const { low, high } = ratioInterval(3300, 3000);
    const spread = Math.exp(1.959964 * Math.sqrt(1 / 3300 + 1 / 3000));
    expect(low).toBeCloseTo(1.1 / spread, 3);
    expect(high).toBeCloseTo(1.1 * spread, 3);
  });

  test("turned round, it is its own reciprocal", () => {
    const one = ratioInterval(37, 52);
    const other = ratioInterval(52, 37);
    expect(one.low * other.high).toBeCloseTo(1, 9);
    expect(one.high * other.low).toBeCloseTo(1, 9);
  });
});
