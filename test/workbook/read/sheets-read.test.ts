import { expect, it } from "vitest";
import { LIMITS, Refused } from "../../../src/workbook/read/guard.js";
import { sheetCounts } from "../../../src/workbook/read/sheets-read.js";

it("has room for 40,000 rows of 分组数据 with six columns, their head and a title", () => {
  const { cells: count } = sheetCounts();
  expect(() => {
    for (let row = 0; row < 40_000; row += 1) count(6);
    count(7);
  }).not.toThrow();
});

it("refuses the first cell beyond the limit, whatever sheet it stands on", () => {
  const { cells: count } = sheetCounts();
  count(LIMITS.cells);
  expect(() => count(1)).toThrow(Refused);
});
