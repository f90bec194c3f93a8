import { describe, expect, test } from "vitest";
import { decimal } from "../../src/terms/decimal.js";
import type { Revision } from "../../src/data/dataset.js";
import { scorePlan } from "../../src/score/score.js";
import {
  around,
  atLeast,
  below,
  dataset,
  fromText,
  increase,
  observation,
  only,
  plan,
  row,
  score,
  target,
  unbounded,
} from "./builder.js";

describe("metAtBaseline: the target was met in the plan's baseline year", () => {
  test("whether it still is or not", () => {
    expect(score(row(atLeast("90")), { 2020: "90", 2025: "95" }).flags).toContain("metAtBaseline");
    expect(score(row(atLeast("90")), { 2020: "90", 2025: "85" }).flags).toContain("metAtBaseline");
    expect(score(row(atLeast("90"), { baseline: fromText("92") }), { 2025: "95" }).flags).toContain(
      "metAtBaseline",
    );
  });

  test("not in a later year, not for a direction, not for a yes or no, not while the value is missing", () => {
    expect(score(row(atLeast("90")), { 2021: "90", 2025: "95" }).flags).not.toContain("metAtBaseline");
    expect(score(row(increase()), { 2020: "90", 2025: "95" }).flags).toEqual([]);
    const binary = target({ kind: "binary", value: decimal(1) });
    expect(score(row(binary), { 2020: "1", 2025: "1" }).flags).toEqual([]);
    expect(score(row(atLeast("90")), { 2020: "90", 2024: "90" }).flags).toEqual([]);
  });
});

describe("fellBack: met at the baseline or in an earlier year, not now", () => {
  test("after an earlier year, whatever the pace", () => {
    const scored = score(row(atLeast("90")), { 2020: "80", 2023: "91", 2025: "89" });
    expect([scored.status, scored.flags]).toEqual(["onTrack", ["fellBack"]]);
  });

  test("not while it is met, and not by a later year", () => {
    expect(score(row(atLeast("90")), { 2020: "95", 2024: "85", 2025: "90.5" }).flags).not.toContain(
      "fellBack",
    );
    expect(score(row(atLeast("90")), { 2020: "80", 2023: "85", 2025: "91" }, 2023).flags).toEqual([]);
  });
});

describe("fragile: a numeric row within one shown step of its target or band edge", () => {
  test.each([
    ["90.01", true],
    ["89.99", true],
    ["90.02", false],
    ["89.98", false],
    ["90.0101", false],
  ])("%s against ≥90 with two digits: %s", (value, fragile) => {
    expect(score(row(atLeast("90")), { 2025: value }).flags.includes("fragile")).toBe(fragile);
  });

  test("the step is that of the last shown digit", () => {
    expect(score(row(atLeast("90"), { decimals: 0 }), { 2025: "91" }).flags).toContain("fragile");
    expect(score(row(below("0.1"), { decimals: 4 }), { 2025: "0.0998" }).flags).not.toContain("fragile");
  });

  test("both edges of a band, the upper one also where above is met", () => {
    expect(score(row(around("45")), { 2025: "42.49" }).flags).toContain("fragile");
    expect(score(row(around("45")), { 2025: "47.51" }).flags).toEqual([
      "aboveBand",
      "fragile",
      "singlePoint",
    ]);
  });

  test("not for a direction", () => {
    expect(score(row(increase()), { 2020: "30", 2025: "30.01" }).flags).toEqual([]);
  });
});

describe("flags about the data", () => {
  test("baselineFallback: the earliest later year stands in", () => {
    expect(score(row(atLeast("90")), { 2022: "80", 2023: "81", 2025: "85" }).flags).toEqual([
      "baselineFallback",
    ]);
  });

  test("doubtfulBaseline: only while the doubtful figure is the one that is used", () => {
    const unsure = row(atLeast("90"), { baseline: fromText("80", "口径不同") });
    expect(score(unsure, { 2024: "84", 2025: "85" }).flags).toEqual(["doubtfulBaseline"]);
    expect(score(unsure, { 2020: "80", 2025: "85" }).flags).toEqual([]);
  });

  test("singlePoint: one year with data, the text's baseline not counted", () => {
    const one = row(atLeast("90"), { baseline: fromText("80") });
    expect(score(one, { 2025: "85" }).flags).toEqual(["singlePoint"]);
    expect(score(one, { 2024: "84", 2025: "85" }).flags).toEqual([]);
    expect(score(one, { 2025: "85", 2026: "86" }).flags).toEqual(["singlePoint"]);
  });

  test("revised: a change of any year that is printed", () => {
    const changed = (year: number): Revision => ({
      indicator: "W01",
      year,
      old: observation("W01", year, "84"),
      new: observation("W01", year, "85"),
    });
    const flagsWith = (revision: Revision) => {
      const values = dataset({ W01: { 2020: "80", 2023: "85", 2025: "86" } }, { revisions: [revision] });
      return only(scorePlan(plan([row(atLeast("90"))]), values, 2025).rows).flags;
    };
    expect(flagsWith(changed(2023))).toEqual(["revised"]);
    expect(flagsWith(changed(2026))).toEqual([]);
    expect(flagsWith({ ...changed(2023), indicator: "W02" })).toEqual([]);
  });

  test.each([
    ["9", true],
    ["10", false],
    ["0", true],
  ])("smallNumbers: %s events", (events, small) => {
    const values = dataset({}, { series: { W01: [observation("W01", 2025, "1", [events, "9000"])] } });
    const scored = only(scorePlan(plan([row(below("8"), unbounded)]), values, 2025).rows);
    expect(scored.flags.includes("smallNumbers")).toBe(small);
  });
});
