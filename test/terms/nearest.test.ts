import { distance } from "fastest-levenshtein";
import { assert, constantFrom, property, uniqueArray, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../../src/terms/nearest.js";

describe("nearest", () => {
  it.each([
    ["womem", ["children", "women"], "women"],
    ["nmae", ["unit", "name"], "name"],
    ["ANNUAL", ["annual", "score"], "annual"],
    ["孕产妇死亡率", ["婴儿死亡率", "孕产妇死亡律"], "孕产妇死亡律"],
  ])("takes %s for the candidate it is a slip of", (word, candidates, meant) => {
    expect(nearest(word, candidates)).toBe(meant);
  });

  it.each([
    ["id", ["unit", "name"]],
    ["constant", ["annual", "score"]],
    ["x", []],
  ])("guesses nothing for %s", (word, candidates) => {
    expect(nearest(word, candidates)).toBeNull();
  });

  it("passes over no candidate that fewer slips lead to", () => {
    const word = string({ unit: constantFrom("妇", "女", "儿", "童", "率", "a", "b", "𠮷"), maxLength: 12 });
    const slips = (one: string, other: string) => {
      const sorted = (text: string) => [...text].sort().join("");
      const far = distance(one, other);
      return far === 2 && sorted(one) === sorted(other) ? 1 : far;
    };
    const within = property(word, uniqueArray(word, { maxLength: 6 }), (typed, candidates) => {
      const found = nearest(typed, candidates);
      const least = Math.min(...candidates.map((each) => slips(typed, each)));
      if (found === null) return least > Math.max(1, Math.floor(typed.length / 3));
      return slips(typed, found) === least;
    });
    assert(within, { numRuns: 2000, seed: 1 });
  });
});
