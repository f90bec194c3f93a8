import { describe, expect, test } from "vitest";
import { book, read, sheet, type Written } from "../../book.js";
import { doubtsOf, findingOn } from "../years.js";

type Case = [slip: string, id: string, ...values: Written[]];

describe("a figure off by 100, 1000 or 10000 from its row's own years", () => {
  test.each<Case>([
    ["a share for a percentage", "W44", 38.9, 39.6, 40.5, 41.2, 42.1, 0.4286],
    ["a share for a low percentage", "C32", 0.0301, 0.0292, 0.0281, 0.0269, 0.0255, 0.000243],
    ["a point left out", "W12", null, 136, 135, 134, 133, 13310],
    ["‰ typed as a share", "C04", 4.9, 4.8, 4.7, 4.6, 4.5, 0.0044],
    ["人 for 万人", "W35", 5.12, 5.3, 5.5, 5.7, 5.9, 60800],
    ["beside nothing but the plan text's baseline", "W04", null, null, null, null, null, 0.94],
    ["beside one other year", "W36", null, null, null, null, 8.1, 82400],
    ["on a row's way up", "W05a", 8.7, 25.3, 51.2, 63.2, 75.1, 0.802],
  ])("is an error at its cell: %s (%s)", (_slip, id, ...values) => {
    expect(doubtsOf(id, ...values)).toEqual(["error data/magnitude G2"]);
  });

  test.each<Case>([
    ["a coverage that grew from little", "C31", 21, 30.43, 65.22, 100, 100, 100],
    ["small shares that are the rule", "C32", 0.02, 0.021, 0.019, 0.02, 0.018, 0.02],
    ["low rates that are the rule", "C05", 0.9, 0.8, 1.1, 1.0, 0.9, 0.8],
  ])("is not told of %s (%s)", (_why, id, ...values) => {
    expect(doubtsOf(id, ...values).filter((code) => code.includes("magnitude"))).toEqual([]);
  });

  test("is not told where 分子 and 分母 give the very figure", () => {
    const year = (at: number, value: number, numerator: number) =>
      book(
        `${at}年.xlsx`,
        sheet("填报", [
          ["编号", "本年数", "分子", "分母"],
          ["C32", value, numerator, 200_000],
        ]),
      );
    const found = read(year(2023, 0.2, 400), year(2024, 0.21, 420), year(2025, 0.002, 4));
    expect(found.issues.filter(({ code }) => code === "data/magnitude")).toEqual([]);
  });
});

describe("a row whose years are all outside the plan's limits", () => {
  test.each<Case>([
    ["万人 typed as 人", "W35", null, 51200, 53100, 55400, 57900, 60800],
    ["percentages typed as shares", "W33", 0.93, 0.931, 0.94, 0.942, 0.95, 0.951],
    ["shares beside the plan text's baseline", "W04", 0.9299, 0.93, 0.931, 0.94, 0.942, 0.95],
    ["one year alone", "W01", null, null, null, null, null, 0.77],
  ])("is told once, as an error: %s (%s)", (_slip, id, ...values) => {
    expect(doubtsOf(id, ...values)).toEqual(["error data/magnitude G2"]);
  });

  test("names all its cells, so that one reason for any of them will do", () => {
    const found = findingOn("data/magnitude", "W35", null, 51200, 53100, 55400, 57900, 60800);
    expect(found?.cells.map(({ cell }) => cell)).toEqual(["C2", "D2", "E2", "F2", "G2"]);
    expect(found?.message).toContain("可能应为6.08");
  });

  test("is told once where half of them are", () => {
    expect(doubtsOf("W35", 5.12, 5.3, 5.5, 57900, 60800, 61200)).toEqual(["error data/magnitude G2"]);
  });

  test("is a warning where no power of ten brings them inside", () => {
    expect(doubtsOf("W14", null, null, 19.1, 19.2, 19.3, 19.4)).toEqual(["warning data/implausible G2"]);
    expect(doubtsOf("C01", 2.1, 2, 1.9, 1.8, 1.9, 31)).toEqual(["warning data/implausible G2"]);
  });

  test("is left to its own 分子 and 分母 where these give what is plausible", () => {
    const table = [
      ["编号", "本年数", "分子", "分母"],
      ["C04", 0.449, 28, 6234],
    ];
    const { issues } = read(book("2025.xlsx", sheet("填报", table)));
    expect(issues.map(({ code }) => code).filter((code) => !code.includes("small"))).toEqual([
      "data/rate-differs",
    ]);
  });
});
