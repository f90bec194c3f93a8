import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXIT, ReportError } from "../../src/issues/error.js";
import { issue } from "../../src/issues/issue.js";

/** What a terminal obeys, what turns the writing round, and what would begin a line of its own. */
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\u001b]0;x\u0007",
        "\u009b31m",
        "\u202e",
        "\u2067",
        "\r\n",
        "\u2028",
        "\t",
        "\0",
        "“",
        "乱",
      ),
      fc.string({ unit: "binary", maxLength: 9 }),
    ),
    { maxLength: 300 },
  )
  .map((parts) => parts.join(""));

it("says nothing that a terminal would obey, wherever the words come from", () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (file, sheet, shown) => {
      const { message, hint, where } = issue(
        "data/not-a-number",
        { file, sheet, cell: "A1" },
        { shown, unit: "" },
      );
      for (const text of [message, hint, where?.file, where?.sheet]) expect(text).not.toMatch(OBEYED);
      const error = new ReportError(`“${file}”打不开`, EXIT.usage, shown);
      for (const text of [error.message, error.hint])
        expect(text.replaceAll(/[\n\t]/gu, "")).not.toMatch(OBEYED);
    }),
  );
});

it("quotes no more than sixty characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 2_000 }), (shown) => {
      const { message } = issue("data/not-a-number", null, { shown, unit: "" });
      for (const [, quoted = ""] of message.matchAll(/“([^“”]*)”/gu))
        expect(quoted.length).toBeLessThanOrEqual(60);
      expect(message.length).toBeLessThan(500);
    }),
  );
  expect(
    issue("data/not-a-number", null, { shown: "长".repeat(32_767), unit: "" }).message.length,
  ).toBeLessThan(100);
});

describe("a column that is not of a whole calendar year", () => {
  const told = (heading: string, year: number | null, other: "period" | "target" = "period") =>
    issue(
      "data/other-column",
      { file: "a.xlsx", sheet: "s", cell: "D1" },
      { letters: "D", heading, other, word: "", year, rows: [2], region: "永川区" },
    );

  it("across two years is one of the later, as 妇幼 figures are, and no hint exchanges the years", () => {
    for (const heading of ["2024年10月—2025年9月", "2024年10月1日至2025年9月30日"]) {
      const { message, hint } = told(heading, 2024);
      expect(message).toContain("是跨年度的数");
      expect(hint).toContain("算作2025年的数，列名写“2025年”");
      expect(hint).not.toContain("“2024年”");
    }
  });

  it("of the year before is not told to be called by the year beside it", () => {
    expect(told("上年同期累计", 2025).hint).toContain("列名写数所属的年份，如“2025年”");
    expect(told("2025年1—9月", 2025).hint).toContain("列名写“2025年”");
  });
});
