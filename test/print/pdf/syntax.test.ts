import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseValue, PdfName, PdfRef, textOf, textString } from "../../../src/print/pdf/syntax.js";

it("reads every kind of value", () => {
  expect(parseValue("<</A 1 /B[2 0 R -.5 true null]/C#20D /E>>", 0)).toEqual(
    new Map<string, unknown>([
      ["A", 1],
      ["B", [new PdfRef(2), -0.5, true, null]],
      ["C D", new PdfName("E")],
    ]),
  );
});

describe("a string", () => {
  it("keeps its text through writing and reading", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(textOf(parseValue(textString(text), 0))).toBe(text);
      }),
    );
  });

  it("may nest brackets and escape what it likes", () => {
    expect(textOf(parseValue(String.raw`(a (b) \) \\ \101\n)`, 0))).toBe("a (b) ) \\ A\n");
  });

  it("may lack its last hex digit", () => {
    expect(textOf(parseValue("<414>", 0))).toBe("A@");
  });
});

it.each(["", "]", "(open", "<</A", "<<1 2>>", "&"])("throws on what is no value: %j", (source) => {
  expect(() => parseValue(source, 0)).toThrow();
});
