import fc from "fast-check";
import { expect, it } from "vitest";
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
