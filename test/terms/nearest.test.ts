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
});
