import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeField, encodeLine, joinFields, splitFields } from "../../../src/data/ledger/csv-line.js";

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
      expect(splitFields(line).map(decodeField)).toEqual(plain.map((text) => Buffer.from(text).toString()));
      expect(joinFields(splitFields(line))).toBe(line);
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

test("what another program quotes, or parts otherwise, are the same fields", () => {
  expect(splitFields('"a","b,c","d""e"')).toEqual(["a", "b,c", 'd"e']);
  expect(splitFields('a;"b;c";', ";")).toEqual(["a", "b;c", ""]);
  expect(splitFields('a\t"b"\tc', "\t")).toEqual(["a", "b", "c"]);
});

test("no line is lost on, however its quotes are put", () => {
  expect(splitFields('a"b,c')).toEqual(['a"b', "c"]);
  expect(splitFields('"a,b')).toEqual(["a,b"]);
  expect(splitFields('"a"b,c')).toEqual(["ab", "c"]);
});
