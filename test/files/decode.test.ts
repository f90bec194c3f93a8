import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeGb18030 } from "../../fixtures/gb18030.js";
import { decode, OFFICE_ENCODINGS, UTF8_ONLY } from "../../src/files/decode.js";

const MARK = "\ufeff";
/** Characters of all four lengths in UTF-8, none of which a decoder may touch. */
const texts = fc
  .array(fc.constantFrom("a", "9", "é", "永", "川", "，", "\u{20bb7}", "\n", "\r\n", "\t"), { maxLength: 60 })
  .map((characters) => characters.join(""));

/** What an encoder makes of a text, by the name the decoder gives it. */
const WRITTEN: readonly [what: string, encoding: string, marked: boolean, write: (text: string) => Buffer][] =
  [
    ["UTF-8", "utf-8", false, (text) => Buffer.from(text)],
    ["UTF-8 with a mark", "utf-8", true, (text) => Buffer.from(MARK + text)],
    ["UTF-16, low byte first", "utf-16", true, (text) => Buffer.from(MARK + text, "utf16le")],
    ["UTF-16, high byte first", "utf-16", true, (text) => Buffer.from(MARK + text, "utf16le").swap16()],
  ];

describe("a text of an office machine", () => {
  it.each(WRITTEN)("is read as it was written: %s", (_, encoding, marked, write) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(decode(write(text), OFFICE_ENCODINGS)).toEqual({ text, encoding, marked });
      }),
      { seed: 20_255 },
    );
  });

  it("is read as it was written: GB18030", () => {
    const text = "永川区妇女发展规划，2021—2030年";
    const read = decode(Buffer.from(encodeGb18030(text)), OFFICE_ENCODINGS);
    expect(read).toEqual({ text, encoding: "gb18030", marked: false });
  });
});

describe("bytes that are no text", () => {
  it("are told with their line and column, wherever they stand, and nothing is replaced", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const bytes = Buffer.concat([Buffer.from(before), Buffer.of(0xff, 0xff), Buffer.from(after)]);
        const lines = before.split(/\r\n|\r|\n/u);
        const place = { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
        expect(decode(bytes, UTF8_ONLY)).toEqual(place);
      }),
      { seed: 20_256 },
    );
  });

  it.each<[string, Buffer]>([
    ["a character cut off at the end", Buffer.from("一\n永川").subarray(0, -1)],
    [
      "a character cut off within",
      Buffer.concat([Buffer.from("一\n永"), Buffer.of(0xe5, 0xb7), Buffer.from("a")]),
    ],
    ["a NUL, which no text holds", Buffer.from("一\n永\0")],
  ])("%s", (_, bytes) => {
    expect(decode(bytes, UTF8_ONLY)).toEqual({ line: 2, column: 2 });
  });

  it("behind UTF-8's mark are a fault, not GB18030", () => {
    const bytes = Buffer.concat([Buffer.from(`${MARK}a\n`), Buffer.from("d3c0b4a8", "hex")]);
    expect(decode(bytes, OFFICE_ENCODINGS)).toEqual({ line: 2, column: 1 });
  });

  it("are told at the place the likelier encoding comes to", () => {
    const bytes = Buffer.concat([Buffer.from(encodeGb18030("永川\n区")), Buffer.of(0xff)]);
    expect(decode(bytes, OFFICE_ENCODINGS)).toEqual({ line: 2, column: 2 });
  });

  it("are all bytes of an encoding that is not asked for", () => {
    expect(decode(Buffer.from(`${MARK}a`, "utf16le"), UTF8_ONLY)).toEqual({ line: 1, column: 1 });
    expect(decode(Buffer.from(encodeGb18030("a永川")), UTF8_ONLY)).toEqual({ line: 1, column: 2 });
  });
});
