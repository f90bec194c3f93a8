import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeEscapes } from "../../../src/workbook/read/strings.js";
import {
  cleanText,
  footerCode,
  looksLikeFormula,
  uniqueSheetNames,
} from "../../../src/workbook/write/text.js";

describe("cleanText", () => {
  it("keeps no mark that nobody sees, and makes line ends of those of Unicode", () => {
    const marks = "\u0085\u061c\u200b\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff";
    expect(cleanText([...marks, "值"].join("数"))).toBe(`${"数".repeat(marks.length)}值`);
    expect(cleanText("甲\u2028乙\u2029丙")).toBe("甲\n乙\n丙");
  });

  it("takes a text for a formula as the cell holds it", () => {
    for (const text of ["=1+1", "\u200b=1+1", "\u202e\u0001=1+1", "\u2028=1+1"])
      expect(looksLikeFormula(text)).toBe(true);
    expect(looksLikeFormula("甲=1")).toBe(false);
  });

  it("removes what XML forbids and nothing else", () => {
    expect(cleanText("a\u0000b\u000bc\u001fd\ufffee\ud800f\t永川\n😀")).toBe("abcdef\t永川\n😀");
  });

  it("writes one kind of line end", () => {
    expect(cleanText("a\r\nb\rc\n")).toBe("a\nb\nc\n");
  });

  it("keeps a text that looks like an escape", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[_x0-9A-F]{0,20}$/), (text) => {
        expect(decodeEscapes(cleanText(text))).toBe(text);
      }),
    );
  });

  it("cuts at what a cell can hold, not through a character", () => {
    expect(cleanText(`${"a".repeat(32_766)}😀`)).toBe("a".repeat(32_766));
  });
});

describe("uniqueSheetNames", () => {
  it("makes any names such that Excel takes them", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: "grapheme", maxLength: 40 }), fc.constantFrom("表", "History", "'", "")),
        ),
        (names) => {
          const unique = uniqueSheetNames(names);
          expect(new Set(unique.map((name) => name.toLowerCase())).size).toBe(names.length);
          for (const name of unique) {
            expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
            expect(name).not.toMatch(/^'|'$|^history$/i);
          }
        },
      ),
    );
  });

  it("shows that a name was cut", () => {
    expect(uniqueSheetNames(["长".repeat(32), "长".repeat(32)])).toEqual([
      `${"长".repeat(30)}…`,
      `${"长".repeat(27)}…（2）`,
    ]);
  });

  it("leaves good names alone and numbers the same ones", () => {
    expect(uniqueSheetNames(["健康", "教育/就业", "健康"])).toEqual(["健康", "教育 就业", "健康（2）"]);
  });
});

describe("footerCode", () => {
  it("has the page number, and the text as text", () => {
    expect(footerCode("")).toBe("&C&10— &P —");
    expect(footerCode("2025年 A&P")).toBe("&L&9 2025年 A&&P&C&10— &P —");
  });
});
