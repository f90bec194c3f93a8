import { expect, it } from "vitest";
import { follow, objectText, readPdf, writePdf } from "../../../src/print/pdf/file.js";
import { textOf } from "../../../src/print/pdf/syntax.js";

/** The least that reads as a PDF: one object, then the table. */
function smallest(title: string): Buffer {
  const body = `%PDF-1.4\n1 0 obj\n<</Title (${title})>>\nendobj\n`;
  const table = `xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n`;
  return Buffer.from(`${body}${table}trailer\n<</Size 2\n/Info 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`);
}

it("finds objects by number and follows references", () => {
  const pdf = readPdf(smallest("first"));
  expect(textOf(follow(pdf, pdf.trailer, "Info", "Title"))).toBe("first");
  expect(follow(pdf, pdf.trailer, "Info", "Title", "Deeper")).toBeNull();
});

it("replaces an object without a trace of the old one and can be read again", () => {
  const objects = new Map([
    [1, "<</Title (second)\n/Next 2 0 R>>"],
    [2, "<</Title (third)>>"],
  ]);
  const bytes = writePdf(readPdf(smallest("first")), objects, "/Info 1 0 R");
  const pdf = readPdf(bytes);
  expect(textOf(follow(pdf, pdf.trailer, "Info", "Title"))).toBe("second");
  expect(textOf(follow(pdf, pdf.trailer, "Info", "Next", "Title"))).toBe("third");
  expect(objectText(pdf, 2)).toBe("<</Title (third)>>");
  expect(bytes.toString("latin1")).not.toContain("first");
});

it("is no other file than the one with the same content", () => {
  const write = (title: string): Buffer =>
    writePdf(readPdf(smallest(title)), new Map([[1, "<</Title (new)>>"]]), "/Info 1 0 R");
  expect(write("aaaa").equals(write("bbbb"))).toBe(true);
});

it("throws on a PDF whose table it cannot read", () => {
  expect(() => readPdf(Buffer.from("%PDF-1.5\nstartxref\n9\n%%EOF\n"))).toThrow();
});
