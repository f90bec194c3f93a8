import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureInText } from "../../../src/data/sheet/figure-text.js";

function outcome(text: string, unit: string): string {
  const found = figureInText(text, unit);
  if (found.type === "figure") return found.digits;
  return found.type === "either" ? `either ${found.readings.join(" ")}` : found.type;
}

describe("white space between digits", () => {
  test.each([
    ["1 234", "1234"],
    ["1\u00a0234\u00a0567.5", "1234567.5"],
    ["1\u2009234", "1234"],
    ["１ ２３４", "1234"],
    ["12 345", "12345"],
    ["1 234,5", "none"],
    ["1 234\u00a0567", "two"],
    ["120\n35", "two"],
    ["120\r\n350", "two"],
    ["120\t350", "two"],
    ["120　350", "two"],
    ["25 8", "two"],
    ["25\u00a08", "two"],
    ["1 23", "two"],
    ["1 234 5", "two"],
    ["94.12 94.15", "two"],
    ["12.3/45", "none"],
    ["12、35", "none"],
    ["12\u200b3", "123"],
    [" 94.12 ", "94.12"],
    ["94.12\n", "94.12"],
  ])("%j: %s", (text, expected) => {
    expect(outcome(text, "%")).toBe(expected);
  });
});

describe("a unit behind the figure", () => {
  test.each<[text: string, unit: string, expected: string]>([
    ["12.47 1/10万", "1/10万", "12.47"],
    ["12.47\n1/10万", "1/10万", "12.47"],
    ["8 1/10 万", "1/10万", "8"],
    ["8 1/100000", "1/10万", "8"],
    ["8/10万", "1/10万", "8"],
    ["13.1/10万", "1/10万", "13.1"],
    ["0.1/10万", "1/10万", "0.1"],
    ["8（1/10万）", "1/10万", "8"],
    ["81 /10万", "1/10万", "81"],
    ["81（/10万）", "1/10万", "81"],
    ["81/10万", "1/10万", "either 81 8"],
    ["12.471/10万", "1/10万", "either 12.471 12.47"],
    ["1/10万", "1/10万", "either 1"],
    ["25 8/10万", "1/10万", "two"],
    ["8 1/万", "1/10万", "two"],
    ["8/万", "1/万", "8"],
    ["41/万", "1/万", "either 41 4"],
    ["94.12%", "%", "94.12"],
    ["72起", "件", "72"],
    ["2人", "名", "2"],
    ["41所", "个", "41"],
    ["398人次", "人", "none"],
    ["6人", "万人", "none"],
    ["94.12 ％", "%", "94.12"],
    ["94.12%", "‰", "none"],
    ["1,234.5万人", "万人", "1234.5"],
    ["5.92万", "万人", "none"],
    ["8()", "", "none"],
    ["-2", "%", "-2"],
    ["－2", "%", "-2"],
    ["+2", "%", "none"],
    ["1,23", "%", "none"],
    ["1,2345", "%", "none"],
  ])("%j in %s: %s", (text, unit, expected) => {
    expect(outcome(text, unit)).toBe(expected);
  });
});

test("no white space, of whatever kind and number, makes one figure of two", () => {
  const space = fc.stringMatching(/^[ \t\n\r\u00a0\u1680\u2000-\u200a\u2028\u202f\u205f\u3000]{1,4}$/u);
  const part = fc.stringMatching(/^(?:\d{1,5}|\d{1,3}\.\d{1,2})$/u);
  fc.assert(
    fc.property(part, space, part, (one, gap, other) => {
      const found = outcome(one + gap + other, "%");
      const isThousands =
        /^\d{1,3}$/u.test(one) &&
        /^[ \u00a0\u2007\u2009\u202f]$/u.test(gap) &&
        /^\d{3}(?:\.\d+)?$/u.test(other);
      expect(found).toBe(isThousands ? one + other : "two");
    }),
    { numRuns: 2_000, seed: 9 },
  );
});

test("a figure is read with any of its units in any of their spellings, or not at all", () => {
  const figure = fc
    .tuple(fc.nat(99_999), fc.nat(2))
    .map(([whole, places]) => (whole / 10 ** places).toFixed(places));
  const unit = fc.constantFrom(
    "1/10万",
    "/10万",
    " 1/10万",
    " /10万",
    "（1/10万）",
    " 1/100000",
    "/十万",
    " 十万分之一",
  );
  fc.assert(
    fc.property(figure, unit, (digits, behind) => {
      const found = outcome(digits + behind, "1/10万");
      if (!found.startsWith("either")) expect(found).toBe(digits);
      else expect(found.split(" ")).toContain(behind === "1/10万" ? digits : digits.slice(0, -1) || "1");
    }),
    { numRuns: 2_000, seed: 9 },
  );
});
