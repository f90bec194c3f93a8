import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gapsBetween } from "../../../src/report/diff/aligned.js";

const same = (text: string): string => text;

describe("where two lists differ", () => {
  it.each([
    ["", "", []],
    ["abc", "abc", []],
    ["abc", "ac", ["b>"]],
    ["ac", "abc", [">b"]],
    ["abc", "axc", ["b>x"]],
    ["abcd", "xbcy", ["a>x", "d>y"]],
    ["abc", "xyz", ["abc>xyz"]],
    ["aab", "ab", ["a>"]],
  ])("%s and %s", (before, after, gaps) => {
    const found = gapsBetween([...before], [...after], same);
    expect(found.map((gap) => `${gap.before.join("")}>${gap.after.join("")}`)).toEqual(gaps);
  });

  it("finds what little differs in lists of thousands, whose lines say the same again and again", () => {
    const lines = Array.from({ length: 3000 }, (_, at) => (at % 9 === 0 ? `第${at}行` : "—"));
    const amended = ["新的首行", ...lines.slice(1, -1), "新的末行"];
    amended.splice(1500, 1, "改过的一行");
    const gaps = gapsBetween(lines, amended, same);
    expect(gaps.map(({ before, after }) => [before, after])).toEqual([
      [["第0行"], ["新的首行"]],
      [["—"], ["改过的一行"]],
      [["—"], ["新的末行"]],
    ]);
  });

  it("loses nothing: what is gone and what is common is before, what is come and what is common is after", () => {
    const lists = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 20 });
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const gaps = gapsBetween(before, after, same);
        const gone = gaps.flatMap((gap) => gap.before).length;
        const come = gaps.flatMap((gap) => gap.after).length;
        expect(before.length - gone).toBe(after.length - come);
        expect(gaps.every((gap) => gap.before.length + gap.after.length > 0)).toBe(true);
        const counts = (all: readonly string[]) =>
          ["a", "b", "c", "d"].map((each) => all.filter((one) => one === each).length);
        const left = counts(before).map(
          (n, at) =>
            n -
            counts(gaps.flatMap((gap) => gap.before))[at]! +
            counts(gaps.flatMap((gap) => gap.after))[at]!,
        );
        expect(left).toEqual(counts(after));
      }),
      { seed: 20250601 },
    );
  });
});
