import { describe, expect, test } from "vitest";
import { book, codesOf, read, sheet } from "../book.js";

const HEAD = ["编号", "年份", "地区", "数值", "口径", "来源"];
const OWN = sheet("指标数据", [
  ["编号", "2023年", "2024年"],
  ["W04", 94.1, 94.5],
  ["W35", 5.71, 5.92],
]);

function found(...rows: (readonly [string, number, string, number])[]): string[] {
  const lines = rows.map((row) => [...row, "一致", "年报"]);
  return codesOf(read(book("a.xlsx", OWN, sheet("对照数据", [HEAD, ...lines]))));
}

describe("figures of other places", () => {
  test("may differ from ours", () => {
    expect(found(["W04", 2024, "全国", 94.9], ["W04", 2023, "全国", 88])).toEqual([]);
    // A city has thirty times a district's people.
    expect(found(["W35", 2024, "全市", 180.5])).toEqual([]);
  });

  test("off by a power of a hundred are an error at their cell", () => {
    expect(found(["W04", 2024, "全国", 0.949])).toEqual(["data/reference-magnitude D2"]);
  });

  test("in persons where ours are in 万人, and the other way round, are an error", () => {
    expect(found(["W35", 2024, "全市", 1805000])).toEqual(["data/reference-magnitude D2"]);
    expect(found(["W36", 2024, "全国", 121000000])).toEqual(["data/reference-magnitude D2"]);
    expect(found(["W35", 2024, "全国", 10700], ["C27", 2024, "全市", 3506])).toEqual([]);
    expect(found(["C27", 2024, "全市", 0.35])).toEqual(["data/reference-magnitude D2"]);
  });

  test("of a year nobody has data of are asked about", () => {
    expect(found(["W04", 2034, "全国", 94.9])).toEqual(["data/reference-year D2"]);
  });

  test("are held against the plan's limits where the district has no figure, too", () => {
    expect(found(["C10b", 2024, "全市", 0.361])).toEqual(["data/reference-magnitude D2"]);
    expect(found(["C10b", 2024, "全市", 2])).toEqual(["data/reference-implausible D2"]);
    expect(found(["W44", 2024, "全国", 0])).toEqual(["data/reference-implausible D2"]);
    expect(found(["W40", 2024, "全市", 1.079])).toEqual(["data/reference-per-hundred D2"]);
    expect(found(["W41", 2024, "全市", 0.62])).toEqual(["data/reference-below-one D2"]);
    // Deaths may be none, and of larger places there is more.
    expect(found(["W06", 2024, "全国", 0], ["W39", 2024, "全国", 41000], ["C01", 2024, "全市", 1.2])).toEqual(
      [],
    );
  });

  test("ten times the other years of the same place are asked about", () => {
    const years: [string, number, string, number][] = [
      ["C01", 2022, "全市", 1.4],
      ["C01", 2023, "全市", 1.3],
      ["C01", 2024, "全市", 13],
    ];
    expect(found(...years)).toEqual(["data/reference-tenfold D4"]);
    expect(found(...years.slice(0, 2), ["C01", 2024, "全国", 13])).toEqual([]);
  });

  test("of one place and year are in the order of ours", () => {
    expect(found(["C02", 2024, "全国", 3.9], ["C04", 2024, "全国", 2.9])).toEqual(["data/order-broken D2"]);
    expect(found(["C02", 2024, "全国", 3.9], ["C04", 2024, "全市", 2.9])).toEqual([]);
  });
});
