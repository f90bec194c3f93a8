import { describe, expect, test } from "vitest";
import type { Written } from "../book.js";
import { findingsOf } from "./years.js";

type Case = [slip: string, id: string, ...values: Written[]];

describe("a row of percentages typed as shares throughout", () => {
  const told = (id: string, ...values: Written[]): string[] =>
    findingsOf(id, ...values).filter((code) => /unit-slip|share-typed/u.test(code));

  test.each<Case>([
    ["of every year", "W33", 0.93, 0.931, 0.94, 0.942, 0.95, 0.951],
    ["of every year, though the plan's text has a baseline", "W04", 0.9299, 0.93, 0.931, 0.94, 0.942, 0.95],
    ["with nothing beside it", "W01", null, null, null, null, null, 1],
    ["of a row that is only observed", "W20", null, null, null, 0.27, 0.271, 0.28],
  ])("is told once: %s (%s)", (_what, id, ...values) => {
    expect(told(id, ...values)).toEqual(["data/share-typed G2"]);
  });

  test.each<Case>([
    ["a rate that should be low", "W06", 1.1, 0.9, 0.8, 0.7, 0.6, 0.5],
    ["a rate that should be low, and is, every year", "C32", 0.02, 0.02, 0.019, 0.018, 0.018, 0.017],
    ["nothing at all", "W33", 0, 0, 0, 0, 0, 0],
    ["another unit", "C12", 0.8, 0.8, 0.9, 0.9, 0.9, 1],
  ])("is not told of %s (%s)", (_why, id, ...values) => {
    expect(told(id, ...values)).toEqual([]);
  });
});

describe("a figure off by a power of ten", () => {
  test.each<Case>([
    ["a share for a percentage", "W05a", 60.1, 62, 64, 66, 68, 0.7],
    ["a point left out", "W05a", 60.1, 62, 64, 66, 68.2, 6.96],
    ["‰ for %", "C04", 4.9, 4.8, 4.7, 4.6, 4.5, 0.445],
    ["a point too far to the right", "C04", 4.9, 4.8, 4.7, 4.6, 4.5, 445],
    ["人 for 万人", "W35", 5.12, 5.3, 5.5, 5.7, 5.9, 60800],
  ])("is told: %s (%s)", (_slip, id, ...values) => {
    expect(findingsOf(id, ...values).filter((code) => code.startsWith("data/unit-slip"))).toEqual([
      "data/unit-slip G2",
    ]);
  });

  test.each<Case>([
    ["a coverage on its way up", "C31", 8.7, 30.43, 65.22, 100, 100, 100],
    ["one death, then two", "W03", 14.9, 15.2, 15.9, 0, 0, 160],
    ["too few years to know", "C04", null, null, null, null, 4.5, 0.445],
    ["a figure that doubled", "W35", 2.1, 2.2, 2.3, 2.4, 2.5, 5],
  ])("is not told of %s (%s)", (_why, id, ...values) => {
    expect(findingsOf(id, ...values).filter((code) => code.startsWith("data/unit-slip"))).toEqual([]);
  });
});
