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

  test("of a year nobody has data of are asked about", () => {
    expect(found(["W04", 2034, "全国", 94.9])).toEqual(["data/reference-year D2"]);
  });
});
