import { describe, expect, test } from "vitest";
import { book, codesOf, read, sheet, type Written } from "../book.js";

const HEAD = ["编号", "2020年", "2021年", "2022年", "2023年", "2024年", "2025年"];

function findings(...cells: Written[]): string[] {
  return codesOf(read(book("a.xlsx", sheet("数据", [HEAD, cells]))));
}

describe("a 2020 figure that is not the plan text's", () => {
  test("is told, for clean and for doubtful baselines", () => {
    expect(findings("W04", 93.5)).toEqual(["data/baseline-differs B2"]);
    expect(findings("W26", 78.38)).toEqual(["data/baseline-differs B2"]);
  });

  test("is not told where it is the same after rounding", () => {
    expect(findings("W04", 92.99)).toEqual([]);
    expect(findings("W04", 93)).toEqual([]);
    expect(findings("W04", null, 93.5)).toEqual([]);
  });
});

describe("a rate that does not move", () => {
  test("three years running is told", () => {
    expect(findings("W05a", null, 60.1, 61.3, 63.2, 63.2, 63.2)).toEqual(["data/flat-series G2"]);
  });

  test("is not told of round shares, surveys, elections or gaps", () => {
    expect(findings("W38", null, null, null, 75, 75, 75)).toEqual([]);
    expect(findings("W22.1", null, null, null, 30.12, 30.12, 30.12)).toEqual([]);
    expect(findings("W05a", null, 63.2, null, 63.2, "—", 63.2)).toEqual([]);
  });
});

describe("a rate beside its numerator and denominator", () => {
  function rate(id: string, value: Written, numerator: number, denominator: number): string[] {
    const head = ["编号", "本年数", "分子", "分母"];
    const found = codesOf(
      read(book("2025.xlsx", sheet("填报", [head, [id, value, numerator, denominator]]))),
    );
    return found.filter((code) => !code.startsWith("data/small-numbers"));
  }

  test.each<[string, Written, number, number]>([
    ["W03", 16.04, 1, 6234],
    ["W03", 16, 1, 6234],
    ["W03", 0, 0, 6234],
    ["W03", (1 / 6234) * 100000, 1, 6234],
    ["W04", 94, 5860, 6234],
    ["C04", 4.49, 28, 6234],
    ["W15", 46.05, 4605, 10000],
  ])("%s %s of %d/%d fits", (...given) => {
    expect(rate(...given)).toEqual([]);
  });

  test.each<[string, Written, number, number]>([
    ["W03", 16.14, 1, 6234],
    ["W03", 0, 1, 6234],
    ["W04", 94.1, 5860, 6234],
    ["C04", 0.449, 28, 6234],
  ])("%s %s of %d/%d does not", (...given) => {
    expect(rate(...given)).toEqual(["data/rate-differs B2"]);
  });
});

describe("figures that should rise from row to row", () => {
  const head = ["编号", "2025年", "备注"];
  const rows = (...lines: Written[][]): string[] =>
    codesOf(read(book("a.xlsx", sheet("数据", [head, ...lines]))));

  test("are told where one of a year is above the next", () => {
    expect(rows(["C01", 2.1], ["C02", 2], ["C04", 3])).toEqual(["data/order-broken B2"]);
    expect(rows(["C10b", 36], ["C10c", 35], ["C10d", 34])).toEqual([
      "data/order-broken B2",
      "data/order-broken B3",
    ]);
  });

  test("are not told when equal, when one is missing, or when a 备注 explains it", () => {
    expect(rows(["C01", 2], ["C02", 2], ["C04", 3])).toEqual([]);
    expect(rows(["C01", 2.1], ["C04", 3])).toEqual([]);
    expect(rows(["C01", 2.1, "新生儿为户籍口径"], ["C02", 2])).toEqual([]);
  });
});
