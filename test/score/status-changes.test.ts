import { expect, test } from "vitest";
import type { PlanRow } from "../../src/plan/plan.js";
import { scorePlan } from "../../src/score/score.js";
import { statusChanges } from "../../src/score/status-changes.js";
import { atLeast, dataset, decrease, increase, plan, row, target, type Values } from "./builder.js";

const observe = target({ kind: "observe" });

/** The change of one row between two years, as "from → to, direction"; empty where there is none. */
function change(one: PlanRow, values: Values, now: number, then: number): string[] {
  const scoredIn = (year: number) => scorePlan(plan([one]), dataset({ [one.id]: values }), year);
  return statusChanges(scoredIn(now), scoredIn(then)).map(
    ({ id, from, to, direction }) => `${id}: ${from} → ${to}, ${direction}`,
  );
}

test.each<[PlanRow, Values, number, number, string[]]>([
  [row(atLeast("94")), { 2020: "90", 2024: "90.1", 2025: "92" }, 2025, 2024, ["offTrack → onTrack, better"]],
  [row(atLeast("94")), { 2020: "90", 2024: "94", 2025: "91.5" }, 2025, 2024, ["achieved → slow, worse"]],
  [row(atLeast("94")), { 2020: "90", 2024: "92", 2025: "92" }, 2025, 2024, []],
  [row(atLeast("94")), { 2020: "90", 2024: "92" }, 2025, 2024, ["onTrack → noData, other"]],
  [row(atLeast("94")), { 2024: "94", 2025: "95" }, 2025, 2024, []],
  [row(decrease()), { 2020: "5", 2024: "4", 2025: "6" }, 2025, 2024, ["onTrack → offTrack, worse"]],
  // With the plan's last year the words change: only what changes besides is better or worse.
  [
    row(atLeast("94")),
    { 2020: "90", 2025: "92", 2030: "93.9" },
    2030,
    2025,
    ["onTrack → nearlyAchieved, other"],
  ],
  [row(atLeast("94")), { 2020: "90", 2025: "90", 2030: "91" }, 2030, 2025, ["offTrack → notAchieved, other"]],
  [row(atLeast("94")), { 2020: "90", 2025: "91.5", 2030: "93" }, 2030, 2025, ["slow → notAchieved, other"]],
  [row(increase()), { 2020: "40", 2025: "42", 2030: "45" }, 2030, 2025, ["onTrack → achieved, other"]],
  [row(increase()), { 2020: "40", 2025: "42", 2030: "39" }, 2030, 2025, ["onTrack → notAchieved, worse"]],
  [row(increase()), { 2020: "40", 2025: "39", 2030: "45" }, 2030, 2025, ["offTrack → achieved, better"]],
  [row(observe), { 2020: "40", 2025: "42" }, 2025, 2024, ["noData → observed, other"]],
])("%#: %o", (one, values, now, then, expected) => {
  expect(change(one, values, now, then)).toEqual(expected.map((each) => `W01: ${each}`));
});

test("without a baseline only meeting the target is a change for the better", () => {
  const values = { 2024: "93", 2025: "95" };
  expect(change(row(atLeast("94")), values, 2025, 2024)).toEqual(["W01: unmet → achieved, better"]);
});

test("a row the earlier scorecard does not know is left out", () => {
  const data = dataset({ W01: { 2025: "95" }, W02: { 2025: "95" } });
  const then = scorePlan(plan([row(atLeast("94"))]), data, 2024);
  const now = scorePlan(plan([row(atLeast("94")), row(atLeast("94"), { id: "W02" })]), data, 2025);
  expect(statusChanges(now, then).map(({ id }) => id)).toEqual(["W01"]);
});
