import { describe, expect, test } from "vitest";
import { spreadOf } from "../../../../src/batch/rollup/statistics/spread.js";
import {
  added,
  intervalOf,
  NOTHING,
  rateOf,
  type Counts,
} from "../../../../src/batch/rollup/statistics/summed.js";
import { decimal } from "../../../../src/terms/decimal.js";

const counts = (numerator: number, denominator: number): Counts => ({
  numerator: decimal(numerator),
  denominator: decimal(denominator),
});

describe("a rate of several districts", () => {
  test("is that of all their people, not the mean of their rates", () => {
    const sum = [counts(1, 10), counts(900, 1000)].reduce(added, NOTHING);
    // The mean of 10 % and 90 % would be 50 %.
    expect(rateOf(sum, 100)?.toFixed(4)).toBe("89.2079");
    expect(sum.districts).toBe(2);
  });

  test("is exact where floating-point sums are not", () => {
    const sum = [counts(0.1, 1), counts(0.2, 1)].reduce(added, NOTHING);
    expect(sum.numerator.toFixed()).toBe("0.3");
  });

  test("over nobody is no rate", () => {
    expect(rateOf(NOTHING, 100)).toBeNull();
    expect(intervalOf(NOTHING, 100)).toBeNull();
  });

  test("has Garwood's interval: 3 deaths in 30 000 births are 2.06 to 29.22 in 100 000", () => {
    const { low, high } = intervalOf(counts(3, 30_000), 100_000)!;
    expect([low.toFixed(2), high.toFixed(2)]).toEqual(["2.06", "29.22"]);
  });
});

describe("figures that cannot be summed", () => {
  const of = (...values: readonly string[]) => spreadOf(values.map((each) => decimal(each)));

  test("have a median and a range", () => {
    const spread = of("9", "100", "10");
    expect(spread?.median.toFixed()).toBe("10");
    expect([spread?.low.toFixed(), spread?.high.toFixed(), spread?.n]).toEqual(["9", "100", 3]);
  });

  test("have the exact middle of the two in the middle", () => {
    expect(of("0.1", "0.2")?.median.toFixed()).toBe("0.15");
  });

  test("are none of none", () => {
    expect(of()).toBeNull();
  });
});
