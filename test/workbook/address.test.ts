import fc from "fast-check";
import { expect, it } from "vitest";
import { cellAddress, parseAddress, parseRange } from "../../src/workbook/address.js";

it("names the corners of a sheet", () => {
  expect([cellAddress(1, 1), cellAddress(7, 26), cellAddress(7, 27), cellAddress(1048576, 16384)]).toEqual([
    "A1",
    "Z7",
    "AA7",
    "XFD1048576",
  ]);
});

it("reads back every address it writes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1048576 }), fc.integer({ min: 1, max: 16384 }), (row, column) => {
      expect(parseAddress(cellAddress(row, column))).toEqual({ row, column });
    }),
  );
});

it("takes lower case and fixed references, and nothing that is no address", () => {
  expect(parseAddress("$f$7")).toEqual({ row: 7, column: 6 });
  expect(["", "A", "7", "A0", "ABCD1", "A1B", "A1 "].map(parseAddress)).toEqual(Array(7).fill(null));
});

it("reads ranges whichever corner comes first", () => {
  const block = { top: 2, left: 2, bottom: 5, right: 4 };
  expect(parseRange("B2:D5")).toEqual(block);
  expect(parseRange("D5:B2")).toEqual(block);
  expect(parseRange("B2")).toEqual({ top: 2, left: 2, bottom: 2, right: 2 });
  expect(parseRange("B:D")).toBeNull();
});
