import { describe, expect, test } from "vitest";
import type { Written } from "../../book.js";
import { doubtsOf, findingOn } from "../years.js";

type Case = [what: string, id: string, ...values: Written[]];

describe("a 0 in a row that is far from 0", () => {
  test.each<Case>([
    ["in the latest year", "C03", 62.1, 64, 65.2, 66.8, 68, 0],
    ["of an amount", "W35", 5.12, 5.3, 5.5, 5.7, 5.9, 0],
    ["of a count", "W46", 260, 256, 251, 247, 240, 0],
    ["of a survey row", "W22.1", 28.13, 28.1, 28.2, 30.1, 30.1, 0],
    ["of a row on its way up", "C24", 1.1, 1.4, 2.2, 3, 3.9, 0],
    ["of what was built, be there only one", "W10", 1, 1, 1, 1, 1, 0],
    ["of what was built and is gone again", "W10", 0, 0, 0, 1, 1, 0],
    ["of so many a site", "C13b", 1, 1.5, 2, 2, 2, 0],
    ["beside one other year", "W44", null, null, null, null, 42.1, 0],
    ["beside nothing, where the limits keep away from 0", "W04", null, null, null, null, null, 0],
  ])("is an error: %s (%s)", (_what, id, ...values) => {
    expect(doubtsOf(id, ...values)).toEqual(["error data/doubtful-zero G2"]);
  });

  test.each<Case>([
    ["a rate of deaths", "W03", 15.2, 0, 16.1, 15.9, 15.8, 0],
    ["a rate of crimes", "C33", 4.1, 4.2, 4, 3.9, 4.1, 0],
    ["a row whose limits begin at 0", "W06", 1.2, 1.1, 1.3, 1.2, 1.2, 0],
    ["a row that began with 0", "W38", 0, 62.5, 62.5, 75, 75, 0],
    ["a start from nothing", "W38", 0, 0, 100, 100, 100, 100],
    ["a count of few cases", "W46", 5, 3, 4, 4, 5, 0],
    ["what had not been built yet", "W10", 0, 0, 0, 1, 1, 1],
    ["a rate on its way down", "C05", 4, 3.2, 2.1, 0.9, 0.4, 0],
  ])("is none of %s (%s)", (_why, id, ...values) => {
    expect(doubtsOf(id, ...values)).toEqual([]);
  });

  test("is told once of several years, and asks whether there were no data", () => {
    const found = findingOn("data/doubtful-zero", "C03", 62.1, 0, 65.2, 66.8, 0, 0);
    expect(found?.where?.cell).toBe("G2");
    expect(found?.cells.map(({ cell }) => cell)).toEqual(["C2", "F2", "G2"]);
    expect(found?.message).toContain("2021、2024—2025年填0，而其他年份为62.1—66.8，是否应为缺报");
  });

  test("does not keep other figures of its row from being told", () => {
    expect(doubtsOf("C03", 62.1, 0, 65.2, 66.8, 68, 0.702)).toEqual([
      "error data/doubtful-zero C2",
      "error data/magnitude G2",
    ]);
    expect(doubtsOf("W43", 0, 19.85, 20.26, 20.9, 21.55, 35.1)).toEqual([
      "warning data/jump C2",
      "warning data/jump G2",
    ]);
  });
});
