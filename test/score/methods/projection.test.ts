import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, type Decimal } from "../../../src/terms/decimal.js";
import { above, atOrAbove, atOrBelow, below } from "../../../src/score/goal.js";
import { annualFactor } from "../../../src/score/methods/growth.js";
import {
  projectGrowth,
  projectLine,
  reachByGrowth,
  reachByLine,
} from "../../../src/score/methods/projection.js";
import type { YearValue } from "../../../src/score/scorecard.js";
import { figures, point } from "./points.js";

const open = { min: decimal("-1e30"), max: null };
const percent = { min: decimal(0), max: decimal(100) };
const rate = { min: decimal(0), max: null };

function grown(from: YearValue, to: YearValue): Decimal {
  return annualFactor(from, to).value ?? decimal(NaN);
}

const slopes = fc.integer({ min: -99_999, max: 99_999 }).map((n) => decimal(n).div(1000));
const levels = fc.integer({ min: 1, max: 9_999_999 }).map((n) => decimal(n).div(1000));
const baseYears = fc.integer({ min: 2018, max: 2024 });
const laterYears = fc.integer({ min: 2025, max: 2029 });

describe("data on the model are their own projection", () => {
  test("a straight line, exactly", () => {
    fc.assert(
      fc.property(levels, slopes, baseYears, laterYears, (level, slope, base, year) => {
        const on = (t: number) => ({ year: t, value: level.plus(slope.times(t - 2018)) });
        const { value } = projectLine(on(base), on(year), 2030, open);
        expect(value?.eq(on(2030).value)).toBe(true);
      }),
    );
  });

  test("a steady rate, to 1e-12", () => {
    const factors = fc.integer({ min: 500, max: 1500 }).map((n) => decimal(n).div(1000));
    fc.assert(
      fc.property(levels, factors, baseYears, laterYears, (level, factor, base, year) => {
        const on = (t: number) => ({ year: t, value: level.times(factor.pow(t - 2018)) });
        const value = projectGrowth(grown(on(base), on(year)), on(year), 2030, rate).value ?? decimal(NaN);
        expect(value.div(on(2030).value).minus(1).abs().lt("1e-12")).toBe(true);
      }),
    );
  });
});

test("no projection passes a natural limit", () => {
  expect(projectLine(point([2020, "80"]), point([2025, "95"]), 2030, percent).value?.toNumber()).toBe(100);
  expect(projectLine(point([2020, "10"]), point([2025, "3"]), 2030, rate).value?.toNumber()).toBe(0);
  expect(projectGrowth(decimal("1.1"), point([2025, "90"]), 2030, percent).value?.toNumber()).toBe(100);
});

describe("the year of arrival by the line", () => {
  const from = point([2020, "90"]);

  test.each([
    ["92", atOrAbove(decimal(94)), 2030],
    ["92.5", atOrAbove(decimal(94)), 2028],
    ["92.4", atOrAbove(decimal(94)), 2029],
    // Arriving at 94 in 2030 is not yet more than 94.
    ["92", above(decimal(94)), 2031],
    ["92.4", above(decimal(94)), 2029],
    // A strict target is met one step after its edge.
    ["94", above(decimal(94)), 2026],
  ])("90 in 2020, %s in 2025", (value, goal, year) => {
    expect(reachByLine(from, point([2025, value]), goal, percent)).toEqual({ value: year, reason: null });
  });

  test.each([
    ["90", atOrAbove(decimal(94)), percent],
    ["89", atOrAbove(decimal(94)), percent],
    // More than a century.
    ["90.1", atOrAbove(decimal(94)), percent],
    // More than 100 % cannot be reached, nor less than none.
    ["95", above(decimal(100)), percent],
    ["50", below(decimal(0)), rate],
    // The target was met in the base year: moving away from it closes nothing.
    ["95", atOrBelow(decimal(91)), rate],
  ])("never from 90 by way of %s", (value, goal, range) => {
    expect(reachByLine(from, point([2025, value]), goal, range).reason).toBe("neverAtThisPace");
  });

  test("from above a band it is the distance that shrinks", () => {
    const band = { low: decimal(103), high: decimal(107), lowStrict: false, highStrict: false };
    expect(reachByLine(point([2020, "112"]), point([2025, "109"]), band, rate).value).toBe(2029);
  });
});

describe("the year of arrival by the rate", () => {
  const from = point([2020, "8"]);

  test.each([
    ["4", below(decimal(2)), 2031],
    ["4", atOrBelow(decimal(2)), 2030],
    ["4", atOrBelow(decimal("2.1")), 2030],
    ["4", atOrBelow(decimal("2.4")), 2029],
  ])("8 in 2020, %s in 2025", (value, goal, year) => {
    expect(reachByGrowth(grown(from, point([2025, value])), point([2025, value]), goal, rate).value).toBe(
      year,
    );
  });

  test.each([
    ["8", atOrBelow(decimal(2))],
    ["9", atOrBelow(decimal(2))],
    ["4", atOrBelow(decimal(0))],
  ])("never from 8 by way of %s", (value, goal) => {
    expect(reachByGrowth(grown(from, point([2025, value])), point([2025, value]), goal, rate).reason).toBe(
      "neverAtThisPace",
    );
  });
});

test("the value in the year of arrival meets the target, the year before does not", () => {
  const goals = fc.constantFrom(below, atOrBelow);
  fc.assert(
    fc.property(levels, levels, levels, goals, (base, value, edge, goalOf) => {
      fc.pre(value.gt(edge));
      const [from, now] = [
        { year: 2020, value: base },
        { year: 2025, value },
      ];
      const arrived = reachByLine(from, now, goalOf(edge), rate).value;
      if (arrived === null) return;
      const inYear = (year: number) => projectLine(from, now, year, open).value ?? decimal(NaN);
      expect(inYear(arrived).lte(edge)).toBe(true);
      expect(inYear(arrived - 1).gte(edge)).toBe(true);
    }),
  );
});

test("whatever the figures, a projection is finite or has a reason, and an arrival is a year to come", () => {
  fc.assert(
    fc.property(figures, figures, figures, baseYears, (base, value, edge, year) => {
      const [from, now] = [point([year, base]), point([2024, value])];
      const factor = annualFactor(from, now).value;
      const goal = atOrAbove(decimal(edge));
      const projections = [projectLine(from, now, 2030, open)];
      if (factor !== null) projections.push(projectGrowth(factor, now, 2030, open));
      for (const { value: at, reason } of projections) {
        expect(at === null ? reason !== null : at.isFinite()).toBe(true);
      }
      if (now.value.gte(edge)) return;
      const arrivals = [reachByLine(from, now, goal, open)];
      if (factor !== null) arrivals.push(reachByGrowth(factor, now, goal, open));
      for (const { value: at, reason } of arrivals) {
        expect(at === null ? reason !== null : at > 2024 && at <= 2124).toBe(true);
      }
    }),
  );
});
