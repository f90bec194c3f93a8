import { expect, it } from "vitest";
import { cellInFile, cellKey, cellText } from "../../src/issues/place.js";

it.each([
  [{ file: "监测数据.xlsx", sheet: "指标数据", cell: "F7" }, "监测数据.xlsx“指标数据”F7", "“指标数据”F7"],
  [{ file: "监测数据.xlsx", sheet: "指标数据" }, "监测数据.xlsx“指标数据”", "“指标数据”"],
  [{ file: "教育/对照.csv", sheet: "对照.csv", cell: "F7" }, "教育/对照.csv F7", "F7"],
  [{ file: "监测数据.xlsx" }, "监测数据.xlsx", ""],
])("a place in a workbook is written one way: %o", (place, text, within) => {
  expect(cellText(place)).toBe(text);
  expect(cellInFile(place)).toBe(within);
});

it("has one key for one cell", () => {
  const place = { file: "a.xlsx", sheet: "数据", cell: "F7" };
  expect(cellKey({ ...place })).toBe(cellKey(place));
  expect(cellKey({ ...place, cell: "F8" })).not.toBe(cellKey(place));
  expect(cellKey({ file: "a.xlsx", sheet: "数据F", cell: "7" })).not.toBe(cellKey(place));
});
