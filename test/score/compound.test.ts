import { describe, expect, test } from "vitest";
import type { Target } from "../../src/plan/plan.js";
import { scorePlan } from "../../src/score/score.js";
import { atLeast, dataset, fromText, increase, only, plan, row, type Values } from "./builder.js";

const w22 = (goal: Target = increase()) =>
  row(goal, {
    id: "W22",
    parts: [row(goal, { id: "W22.1" }), row(goal, { id: "W22.2" })],
  });

function join(first: Values, second: Values, year = 2025, goal?: Target) {
  return only(scorePlan(plan([w22(goal)]), dataset({ "W22.1": first, "W22.2": second }), year).rows);
}

const better = { 2020: "28", 2025: "29" };
const level = { 2020: "28", 2025: "28" };
const worse = { 2020: "28", 2025: "27" };
const unmeasured = { 2025: "29" };

describe("the status of a compound row is its worst part's", () => {
  test.each<[Values, Values, string]>([
    [better, worse, "offTrack"],
    [level, worse, "offTrack"],
    [unmeasured, level, "slow"],
    [better, unmeasured, "observed"],
    [better, better, "onTrack"],
  ])("%o and %o: %s", (first, second, status) => {
    expect(join(first, second)).toMatchObject({ status, rule: "worstPart", value: null });
    expect(join(second, first).status).toBe(status);
  });

  test.each<[Values, Values, string]>([
    [{ 2020: "80", 2025: "83" }, { 2025: "85" }, "unmet"],
    [{ 2020: "80", 2025: "91" }, { 2020: "80", 2025: "86" }, "onTrack"],
  ])("numeric parts %o and %o: %s", (first, second, status) => {
    expect(join(first, second, 2025, atLeast("90")).status).toBe(status);
  });

  test.each<[Values, Values, string]>([
    [{ 2020: "80", 2030: "85" }, { 2020: "80", 2030: "91" }, "notAchieved"],
    [{ 2020: "80", 2030: "89.9" }, { 2020: "80", 2030: "91" }, "nearlyAchieved"],
  ])("in the last year %o and %o: %s", (first, second, status) => {
    expect(join(first, second, 2030, atLeast("90")).status).toBe(status);
  });

  test("in the last year a part that could not be judged outweighs one that holds", () => {
    expect(join({ 2020: "28", 2030: "29" }, { 2030: "29" }, 2030).status).toBe("observed");
  });
});

describe("parts without data", () => {
  test("are left out and the row is partial", () => {
    const scored = join(better, { 2020: "28" });
    expect([scored.status, scored.flags, scored.alert]).toEqual([
      "onTrack",
      ["partial", "singlePoint"],
      null,
    ]);
    expect(scored.parts.map(({ status }) => status)).toEqual(["onTrack", "noData"]);
  });

  test("all without data: the row is missing", () => {
    expect(join({}, {})).toMatchObject({ status: "noData", rule: "noValue", flags: [], alert: "blue" });
  });
});

test("the row has the worst alert of its parts, and the reason where that one was held down", () => {
  const unsure = row(increase(), { id: "W22.1", baseline: fromText("28", "口径不同") });
  const compound = { ...w22(), parts: [unsure, row(increase(), { id: "W22.2" })] };
  const alertOf = (second: Values) => {
    const values = dataset({ "W22.1": { 2025: "27" }, "W22.2": second });
    const { alert, alertCap, status } = only(scorePlan(plan([compound]), values, 2025).rows);
    return [status, alert, alertCap];
  };
  expect(alertOf(better)).toEqual(["offTrack", "yellow", "doubtfulBaseline"]);
  expect(alertOf(worse)).toEqual(["offTrack", "orange", null]);
});
