import { describe, expect, test } from "vitest";
import { book, codesOf, read, sheet, type Written } from "../../book.js";
import { findingsOf } from "../years.js";

type Case = [what: string, id: string, ...values: Written[]];

function jumps(id: string, values: readonly Written[]): string[] {
  return findingsOf(id, ...values).filter((code) => code.startsWith("data/jump"));
}

describe("a change far beyond the row's own", () => {
  test.each<Case>([
    ["a percentage", "W05a", 60.1, 61, 61.8, 62.9, 63.5, 78.2],
    ["a rate per thousand", "C04", 4.9, 4.8, 4.7, 4.6, 4.5, 9.6],
    ["a number of people", "W35", 5.12, 5.2, 5.31, 5.4, 5.48, 9.4],
    ["a count of cases", "W46", 260, 256, 251, 247, 240, 110],
  ])("is told: %s (%s)", (_what, id, ...values) => {
    expect(jumps(id, values)).toEqual(["data/jump G2"]);
  });

  test.each<Case>([
    ["a share that stood at the whole", "W42", 100, 100, 100, 100, 100, 50],
    ["a number that elections move, typed for a share", "W24", 100, 100, 100, 100, 100, 23],
    ["a count of one typed from another row", "W10", 1, 1, 1, 1, 1, 23],
    ["cases that fall below ten from many", "W46", 80, 79, 77, 76, 74, 7],
    ["a year's own number for the sum of the years", "W39", 180, 195, 210, 222, 231, 29],
    ["a rate below its own steps", "C04", 4.9, 4.8, 4.7, 4.6, 4.46, 1.338],
  ])("is told where a still row is halved or doubled: %s (%s)", (_what, id, ...values) => {
    expect(jumps(id, values)).toEqual(["data/jump G2"]);
  });

  test.each<Case>([
    ["a growing number of households", "W39", 120, 148, 176, 205, 231, 29],
    ["a growing number of institutions", "C23", 12, 18, 22, 29, 36, 5],
  ])("is told where it falls under half of all years before: %s (%s)", (_what, id, ...values) => {
    expect(jumps(id, values)).toEqual(["data/jump G2"]);
  });

  test.each<Case>([
    ["chance may do it", "W46", 12, 12, 12, 12, 12, 5],
    ["it is not still", "W10", 1, 1, 2, 1, 2, 9],
    ["three other years are not known", "W42", null, null, null, 100, 100, 50],
    ["it is less than half", "W24", 100, 100, 100, 100, 100, 66.7],
  ])("is not told where %s (%s)", (_why, id, ...values) => {
    expect(jumps(id, values)).toEqual([]);
  });

  test("is told once of a leap and the way back", () => {
    expect(jumps("W05a", [60.1, 61, 61.8, 78.2, 63.5, 64.1])).toEqual(["data/jump E2"]);
  });

  test.each<Case>([
    ["a steady climb", "C31", 60.5, 66.2, 71.9, 78.3, 84.1, 90.2],
    ["a change under 5 points, however still the row", "W05a", 60.1, 60.2, 60.3, 60.4, 60.5, 65.4],
    ["steps of one thing in eight", "W38", 62.5, 62.5, 62.5, 75, 75, 87.5],
    ["an election year", "W22.1", 28.13, 28.1, 28.2, 28.1, 28.2, 39.9],
    ["the year of a survey", "W02", 82, 82.1, 82.2, 82.3, 82.4, 94.6],
    ["a rate from zero", "W03", 0, 16.1, 0, 15.9, 0, 48.2],
    ["a count of few", "W10", 1, 1, 2, 1, 2, 9],
    ["a gap between the years", "W05a", 60.1, 61, 61.8, 62.9, null, 78.2],
    ["too few years to know", "W05a", null, null, 61.8, 62.9, 63.5, 78.2],
    ["a slip that is told as one", "W05a", 60.1, 62, 64, 66, 68, 0.7],
  ])("is not told of %s (%s)", (_why, id, ...values) => {
    expect(jumps(id, values)).toEqual([]);
  });

  test("is not told of a rate that rests on a few cases", () => {
    const head = ["编号", "年份", "本年数", "分子", "分母"];
    const years = [10, 11, 12, 11, 3].map((events, index) => {
      const year = 2021 + index;
      return book(`${year}年.xlsx`, sheet("填报", [head, ["C16", year, events * 2, events, 50_000]]));
    });
    expect(codesOf(read(...years)).filter((code) => code.startsWith("data/jump"))).toEqual([]);
  });
});
