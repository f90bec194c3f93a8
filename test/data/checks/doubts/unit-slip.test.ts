import { describe, expect, test } from "vitest";
import type { Written } from "../../book.js";
import { doubtsOf } from "../years.js";

type Case = [slip: string, id: string, ...values: Written[]];

describe("a figure off by ten", () => {
  test.each<Case>([
    ["a point left out", "W05a", 60.1, 62, 64, 66, 68.2, 6.96],
    ["‰ for %", "C04", 4.9, 4.8, 4.7, 4.6, 4.5, 45],
    ["a digit too many", "W39", 210, 215, 220, 228, 231, 2350],
    ["a digit too many in a row that grows", "W39", 120, 146, 175, 203, 231, 2600],
    ["a point left out beside one other year", "C23", null, null, null, null, 36, 410],
    ["a point moved beside one other year", "C04", null, null, null, null, 4.5, 0.545],
  ])("is a warning: %s (%s)", (_slip, id, ...values) => {
    expect(doubtsOf(id, ...values)).toEqual(["warning data/unit-slip G2"]);
  });

  test.each<Case>([
    ["a coverage on its way up", "C31", 28.7, 30.43, 65.22, 100, 100, 100],
    ["one death, then two", "W03", 14.9, 15.2, 15.9, 0, 0, 160],
    ["a figure that may have fallen by more", "C04", null, null, null, null, 4.5, 0.6],
    ["a figure that doubled", "W35", 2.1, 2.2, 2.3, 2.4, 2.5, 5],
  ])("is not told of %s (%s)", (_why, id, ...values) => {
    expect(doubtsOf(id, ...values).filter((code) => /unit-slip|magnitude/u.test(code))).toEqual([]);
  });
});

describe("a count of whole things", () => {
  test("that is none is asked about", () => {
    expect(doubtsOf("W39", 250, 255, 258, 261, 265, 270.5)).toEqual(["warning data/broken-count G2"]);
  });

  test("may be broken where it is so many of something else", () => {
    expect(doubtsOf("W35", 5.12, 5.3, 5.5, 5.7, 5.9, 6.05)).toEqual([]);
    expect(doubtsOf("C13b", 1, 1.2, 1.4, 1.5, 1.6, 1.7)).toEqual([]);
  });
});
