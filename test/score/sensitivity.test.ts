import { describe, expect, test } from "vitest";
import type { PlanRow } from "../../src/plan/plan.js";
import { scorePlan } from "../../src/score/score.js";
import { sensitivityOf, type SensitivityRow } from "../../src/score/sensitivity.js";
import { atLeast, below, dataset, increase, plan, row, unbounded, type Values } from "./builder.js";

function sensitive(one: PlanRow, values: Values, year = 2025): SensitivityRow[] {
  return sensitivityOf(scorePlan(plan([one]), dataset({ [one.id]: values }), year));
}

function reasonsOf(one: PlanRow, values: Values, year = 2025): readonly string[] {
  return sensitive(one, values, year).flatMap(({ reasons }) => reasons);
}

describe("another method", () => {
  // Half way in half the time by the line; a rate that halves is a third of the way there in steady shares.
  const falling = row(below("2"), { unit: "‰", ...unbounded });

  test("that would class a row otherwise lists it, with the ratio of each", () => {
    const [listed] = sensitive(falling, { 2020: "10", 2025: "6" });
    expect(listed?.reasons).toEqual(["otherMethod"]);
    expect([listed?.linear.class, listed?.cagr.class, listed?.aarr.class]).toEqual([
      "upper",
      "middle",
      "middle",
    ]);
    expect(listed?.linear.ratio.value?.toNumber()).toBe(1);
    expect(listed?.cagr.ratio.value?.toNumber()).toBeCloseTo((1 - 0.6 ** 0.2) / (1 - 0.2 ** 0.1), 10);
    expect(listed?.aarr.ratio.value?.toNumber()).toBeCloseTo((1 - 0.6 ** 0.2) / (1 - 0.2 ** 0.1), 10);
  });

  test("that agrees does not", () => {
    expect(sensitive(falling, { 2020: "10", 2025: "4" })).toEqual([]);
    expect(sensitive(row(atLeast("94")), { 2020: "90", 2025: "91" })).toEqual([]);
  });

  test("that has no class does not", () => {
    expect(sensitive(falling, { 2020: "0", 2025: "6" })).toEqual([]);
  });
});

describe("one shown step", () => {
  // From 90 to 94 the cut 0.95 lies at 91.9 in 2025, the cut 0.60 at 91.2.
  test.each([
    ["91.9", ["nearCut"]],
    ["91.89", ["nearCut"]],
    ["91.91", []],
    ["91.88", []],
    ["91.2", ["nearCut"]],
    ["94", ["nearTarget"]],
    ["93.99", ["nearTarget"]],
    ["93.98", []],
    ["94.01", []],
  ])("of 0.01 around %s", (value, reasons) => {
    const near = reasonsOf(row(atLeast("94")), { 2020: "90", 2025: value });
    expect(near.filter((reason) => reason !== "otherMethod")).toEqual(reasons);
  });

  test("counts as the row shows it", () => {
    const values = { 2020: "90", 2025: "91.8" };
    expect(reasonsOf(row(atLeast("94"), { decimals: 1 }), values)).toContain("nearCut");
    expect(reasonsOf(row(atLeast("94")), values)).not.toContain("nearCut");
  });

  test("is not taken from a natural limit, nor from a count of whole things", () => {
    expect(reasonsOf(row(atLeast("100")), { 2020: "100", 2025: "100" })).toEqual([]);
    const doctors = row(atLeast("1"), { unit: "名", decimals: 0 });
    expect(reasonsOf(doctors, { 2020: "1", 2025: "1" })).toEqual([]);
    expect(reasonsOf(row(atLeast("99.5")), { 2020: "99", 2025: "100" })).toEqual([]);
  });

  test("may be all that stands between a target met and one without a baseline", () => {
    expect(reasonsOf(row(atLeast("94")), { 2025: "94" })).toEqual(["nearCut", "nearTarget"]);
  });
});

test("directions and missing figures are not listed; parts are, under their own id", () => {
  expect(sensitive(row(increase()), { 2020: "40", 2025: "40" })).toEqual([]);
  expect(sensitive(row(atLeast("94")), { 2020: "93.99" })).toEqual([]);
  const part = { ...row(atLeast("94")), id: "W22.1" };
  const compound = row(atLeast("94"), { id: "W22", parts: [part] });
  const card = scorePlan(plan([compound]), dataset({ "W22.1": { 2020: "90", 2025: "94" } }), 2025);
  expect(sensitivityOf(card).map(({ id, row: { id: of } }) => [id, of])).toEqual([["W22.1", "W22"]]);
});
