import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../../../src/terms/decimal.js";
import {
  averageReduction,
  classByReduction,
  reductionRatio,
  requiredReduction,
} from "../../../src/score/methods/reduction.js";
import { figures, point } from "./points.js";

describe("published figures", () => {
  // UNICEF's technical note of 2007: the slope −0.06613 is an AARR of 6.4 %.
  test("the slope of UNICEF's worked example gives its AARR", () => {
    const years = [1990, 1993, 1996, 2000, 2001, 2003, 2004];
    const onTheLine = years.map((year) => ({
      year,
      value: decimal(40).times(
        decimal("-0.06613")
          .times(year - 1990)
          .exp(),
      ),
    }));
    expect(averageReduction(onTheLine).value?.times(100).toFixed(1)).toBe("6.4");
  });

  // World Health Assembly targets for 2025 as the Global Nutrition Report tabulates them (BMJ Arch Dis
  // Child, Independent Expert Group): stunting −40 % needs 3.9 % a year, anaemia −50 % needs 5.2 %.
  test.each([
    ["stunting", "60", "3.9"],
    ["anaemia", "50", "5.2"],
  ])("the required rate for %s", (_, due, percent) => {
    const required = requiredReduction(point([2012, "100"]), point([2025, due]));
    expect(required.value?.times(100).toFixed(1)).toBe(percent);
  });
});

describe("the slope", () => {
  // By hand: ln x = 4.787492, 4.605170, 4.248495, 4.007333; −7.5, −2.5, 2.5 and 7.5 times these sum to
  // −6.742877, over Σ(t−2007.5)² = 125 that is b = −0.0539430, and 1−e^b = 0.0525139.
  test("weighs years off the line by least squares", () => {
    const points = [point([2000, "120"]), point([2005, "100"]), point([2010, "70"]), point([2015, "55"])];
    expect(averageReduction(points).value?.toNumber()).toBeCloseTo(0.052513900013, 11);
  });

  test("recovers the rate of figures that fall by the same share every year, gaps or not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200, max: 900 }),
        fc.uniqueArray(fc.integer({ min: 2020, max: 2030 }), { minLength: 2 }),
        (permille, years) => {
          const rate = decimal(permille).div(1000);
          const points = years
            .sort((a, b) => a - b)
            .map((year) => ({
              year,
              value: decimal(1)
                .minus(rate)
                .pow(year - 2020)
                .times(8),
            }));
          const found = averageReduction(points).value ?? decimal(NaN);
          expect(found.minus(rate).abs().lt("1e-12")).toBe(true);
        },
      ),
    );
  });

  test.each([
    [[], "fewerThanTwoPoints"],
    [[[2025, "5"]], "fewerThanTwoPoints"],
    [
      [
        [2020, "0"],
        [2021, "5"],
      ],
      "zeroBase",
    ],
    [
      [
        [2020, "-5"],
        [2021, "-4"],
      ],
      "negativeBase",
    ],
    [
      [
        [2020, "5"],
        [2021, "0"],
        [2022, "3"],
      ],
      "zeroValue",
    ],
    [
      [
        [2020, "5"],
        [2021, "-1"],
        [2022, "3"],
      ],
      "signChange",
    ],
  ] as [[number, string][], string][])("of %j is not defined: %s", (points, reason) => {
    expect(averageReduction(points.map(point))).toEqual({ value: null, reason });
  });

  test("is finite or has a reason, whatever the figures", () => {
    fc.assert(
      fc.property(fc.array(figures, { maxLength: 6 }), (values) => {
        const { value, reason } = averageReduction(values.map((each, at) => point([2020 + at, each])));
        expect(value === null ? reason !== null : value.isFinite() && reason === null).toBe(true);
      }),
    );
  });
});

describe("against the required rate", () => {
  const required = requiredReduction(point([2020, "10"]), point([2030, "5"]));

  // 6.70 % a year halves 10 by 2030. 95 % of it is 6.36 %, 60 % is 4.02 %.
  test.each([
    ["0.067", "upper"],
    ["0.0637", "upper"],
    ["0.0636", "middle"],
    ["0.0403", "middle"],
    ["0.0401", "lower"],
    ["-0.01", "lower"],
  ])("a reduction of %s a year is in the class %s", (rate, expected) => {
    expect(classByReduction({ value: decimal(rate), reason: null }, required)).toBe(expected);
  });

  test("a target of 0 or at the baseline leaves no ratio", () => {
    const observed = averageReduction([point([2020, "10"]), point([2025, "8"])]);
    const toZero = requiredReduction(point([2020, "10"]), point([2030, "0"]));
    const toBaseline = requiredReduction(point([2020, "10"]), point([2030, "10"]));
    expect(reductionRatio(observed, toZero).reason).toBe("zeroValue");
    expect(reductionRatio(observed, toBaseline).reason).toBe("baseEqualsTarget");
  });
});
