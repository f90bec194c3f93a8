import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeLine, encodeLine } from "../../../src/data/ledger/csv-line.js";

const field = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("=", "+", "-", "@", "'", '"', ",", "\\", "n", "\n", "\t", " ", "＝", "数"), {
      maxLength: 8,
    })
    .map((signs) => signs.join("")),
);

test("whatever people typed is one line, and comes back as it was", () => {
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), (fields) => {
      const line = encodeLine(fields);
      expect(line).not.toMatch(/[\r\n]/u);
      const plain = fields.map((text) => text.replace(/\r\n?/gu, "\n"));
      expect(decodeLine(line)).toEqual(plain.map((text) => Buffer.from(text).toString()));
    }),
    { numRuns: 500 },
  );
});

test.each(["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "＝1", "'=1"])(
  "%j is no formula for a spreadsheet",
  (text) => {
    expect(encodeLine([text]).replace(/^"/u, "")).toMatch(/^'/u);
  },
);

test.each(['a"b', '"a', '"a"b,c', 'a,"b'])("%j is no line of ours", (line) => {
  expect(decodeLine(line)).toBeNull();
});
