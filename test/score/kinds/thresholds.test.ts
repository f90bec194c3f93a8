import { describe, expect, test } from "vitest";
import { decimal } from "../../../src/terms/decimal.js";
import type { Target } from "../../../src/plan/plan.js";
import { atLeast, below, fromText, row, score, target, unbounded, type Values } from "../builder.js";

const above = (value: string) => target({ kind: "above", value: decimal(value) });
const atMost = (value: string) => target({ kind: "atMost", value: decimal(value) });
const binary = target({ kind: "binary", value: decimal(1) });
const stalls = target({ kind: "stalls", value: decimal("1.5") });

function outcome(goal: Target, values: Values, year?: number) {
  const { status, rule } = score(row(goal, unbounded), values, year);
  return [status, rule];
}

describe("whether a threshold is met is exact", () => {
  test.each<[string, Target, string, boolean]>([
    ["≥94 at 94", atLeast("94"), "94", true],
    ["≥94 just short", atLeast("94"), "93.999999999999", false],
    ["＜4.5 at 4.50", below("4.5"), "4.50", false],
    ["＜4.5 just under", below("4.5"), "4.4999999999", true],
    ["＞100 at 100.0", above("100"), "100.0", false],
    ["＞100 just over", above("100"), "100.01", true],
    ["≤3 at 3", atMost("3"), "3", true],
    ["≤3 over", atMost("3"), "3.01", false],
    ["a bare 100 at 100", atLeast("100"), "100", true],
    ["2：3 stalls at 1：1.5", stalls, "1.5", true],
    ["2：3 stalls at 1：1.4", stalls, "1.4", false],
    ["2：3 stalls at 2/3 of it", stalls, "0.67", false],
  ])("%s", (_, goal, value, met) => {
    expect(outcome(goal, { 2025: value })).toEqual(met ? ["achieved", "met"] : ["unmet", "noBaseline"]);
  });
});

// In 2025 half of the time from 2020 is gone: of 10 to go, 4.75 is the pace 0.95 and 3 the pace 0.60.
describe("short of its target, a row is judged by its pace", () => {
  test.each<[string, Target, string, string, string]>([
    ["exactly 0.95", atLeast("90"), "80", "84.75", "onTrack"],
    ["a hair below 0.95", atLeast("90"), "80", "84.7499999999", "slow"],
    ["exactly 0.60", atLeast("90"), "80", "83", "slow"],
    ["a hair below 0.60", atLeast("90"), "80", "82.9999999999", "offTrack"],
    ["no progress", atLeast("90"), "80", "80", "offTrack"],
    ["backward", atLeast("90"), "80", "79", "offTrack"],
    ["exactly 0.95 downward", below("10"), "20", "15.25", "onTrack"],
    ["a hair above it downward", below("10"), "20", "15.2500000001", "slow"],
    ["exactly 0.60 downward", atMost("10"), "20", "17", "slow"],
    ["a hair above it downward", atMost("10"), "20", "17.0000000001", "offTrack"],
    ["the strict target itself, reached early", below("10"), "20", "10", "onTrack"],
    ["stalls", stalls, "1.3", "1.395", "onTrack"],
  ])("%s", (_, goal, baseline, value, status) => {
    expect(outcome(goal, { 2020: baseline, 2025: value })).toEqual([status, "pace"]);
  });

  test("a target in thirds is cut exactly where a quotient would round", () => {
    // B = 0, T = 3, t = 2023: τ = 3/10, so ρ = 0.95 at x = 0.855.
    const goal = atLeast("3");
    expect(outcome(goal, { 2020: "0", 2023: "0.855" }, 2023)[0]).toBe("onTrack");
    expect(outcome(goal, { 2020: "0", 2023: "0.85499999999999" }, 2023)[0]).toBe("slow");
  });

  test("τ runs from the year of the baseline that is used", () => {
    // From 2022: 3 of 8 years gone; 80 → 83.75 of 10 is ρ = 1. From 2020 it would be 0.75.
    const { status, flags, progress } = score(row(atLeast("90")), { 2022: "80", 2025: "83.75" });
    expect([status, progress?.expected.toNumber()]).toEqual(["onTrack", 0.375]);
    expect(flags).toContain("baselineFallback");
  });
});

describe("cases beside the pace", () => {
  test("the baseline met the target and the value does not", () => {
    const { status, rule, flags, progress } = score(row(atLeast("90")), { 2020: "90.5", 2025: "89.5" });
    expect([status, rule, progress]).toEqual(["offTrack", "lostTarget", null]);
    expect(flags).toEqual(["metAtBaseline", "fellBack"]);
  });

  test("a strict target equal to the baseline: slow while level, offTrack beyond, achieved on the right side", () => {
    const goal = below("4.5");
    expect(outcome(goal, { 2020: "4.5", 2025: "4.5" })).toEqual(["slow", "targetIsBaseline"]);
    expect(outcome(goal, { 2020: "4.5", 2025: "4.51" })).toEqual(["offTrack", "targetIsBaseline"]);
    expect(outcome(goal, { 2020: "4.5", 2025: "4.4" })).toEqual(["achieved", "met"]);
  });

  test("without any earlier figure an unmet row is unmet, a met one achieved", () => {
    expect(outcome(atLeast("90"), { 2025: "89" })).toEqual(["unmet", "noBaseline"]);
    expect(outcome(atLeast("90"), { 2025: "91" })).toEqual(["achieved", "met"]);
  });

  test("no value for the year is missing: neither 0 nor last year's", () => {
    const scored = score(row(atLeast("90")), { 2020: "91", 2024: "92" });
    expect([scored.status, scored.rule, scored.value]).toEqual(["noData", "noValue", null]);
    expect(scored.previous?.value.toString()).toBe("92");
  });
});

test("the example of C04: 4.49 against ＜4.5 from 4.8", () => {
  const c04 = row(below("4.5"), { id: "C04", unit: "‰", nature: "binding", baseline: fromText("4.49") });
  const scored = score(c04, { 2020: "4.8", 2024: "4.61", 2025: "4.49" });
  expect(scored.status).toBe("achieved");
  expect(scored.flags).toEqual(["fragile"]);
  expect(scored.alert).toBeNull();
  const { made, expected, pace } = scored.progress ?? {};
  const quotients = [made, expected, pace].map((each) => each?.toFixed(4));
  expect(quotients).toEqual(["1.0333", "0.5000", "2.0667"]);
  expect(scored.baseline?.origin).toBe("data");
});

describe("binary: there is no half-way", () => {
  test("there or slow, never by pace and with or without a baseline", () => {
    expect(outcome(binary, { 2020: "0", 2025: "1" })).toEqual(["achieved", "met"]);
    expect(outcome(binary, { 2020: "0", 2025: "0" })).toEqual(["slow", "notThere"]);
    expect(outcome(binary, { 2025: "0" })).toEqual(["slow", "notThere"]);
    expect(outcome(binary, { 2020: "1", 2025: "0" })).toEqual(["slow", "notThere"]);
  });

  test("not there in the last year is 未实现", () => {
    expect(outcome(binary, { 2030: "0" }, 2030)[0]).toBe("notAchieved");
    expect(outcome(binary, { 2030: "1" }, 2030)[0]).toBe("achieved");
  });
});

describe("the plan's last year", () => {
  test.each([
    ["90", "achieved"],
    ["89.5", "nearlyAchieved"],
    ["89.4999", "notAchieved"],
    ["86", "notAchieved"],
  ])("%s of ≥90 from 80: %s", (value, status) => {
    expect(outcome(atLeast("90"), { 2020: "80", 2030: value }, 2030)[0]).toBe(status);
  });

  test("a target lost since the baseline is not nearly achieved, however near", () => {
    expect(outcome(atLeast("90"), { 2020: "90", 2030: "89.99" }, 2030)).toEqual([
      "notAchieved",
      "lostTarget",
    ]);
  });

  test("without a baseline: achieved or not", () => {
    expect(outcome(atLeast("90"), { 2030: "89.99" }, 2030)[0]).toBe("notAchieved");
  });

  test("the strict target itself is nearly achieved", () => {
    expect(outcome(below("10"), { 2020: "20", 2030: "10" }, 2030)[0]).toBe("nearlyAchieved");
  });
});
