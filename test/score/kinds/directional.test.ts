import { describe, expect, test } from "vitest";
import type { Target } from "../../../src/plan/plan.js";
import { decrease, fromText, increase, row, score, target, unbounded, type Values } from "../builder.js";

const contain = target({ kind: "contain" });

type Line = [what: string, goal: Target, values: Values, status: string, rule: string];

function check(_: string, goal: Target, values: Values, status: string, rule: string) {
  const scored = score(row(goal), values);
  expect([scored.status, scored.rule]).toEqual([status, rule]);
}

describe("increase and decrease: better than the baseline", () => {
  test.each<Line>([
    ["better", increase(), { 2020: "30", 2025: "30.01" }, "onTrack", "better"],
    ["level", increase(), { 2020: "30", 2025: "30.00" }, "slow", "level"],
    ["worse", increase(), { 2020: "30", 2025: "29.99" }, "offTrack", "worse"],
    ["no baseline", increase(), { 2025: "30" }, "observed", "directionUnknown"],
    ["missing", increase(), { 2020: "30" }, "noData", "noValue"],
    [
      "worse than last year does not matter",
      increase(),
      { 2020: "30", 2024: "40", 2025: "35" },
      "onTrack",
      "better",
    ],
    ["decrease better", decrease(), { 2020: "3", 2025: "2" }, "onTrack", "better"],
    ["decrease level", decrease(), { 2020: "3", 2025: "3" }, "slow", "level"],
    ["decrease worse", decrease(), { 2020: "3", 2025: "3.1" }, "offTrack", "worse"],
  ])("%s", check);

  test("level at a natural limit is onTrack", () => {
    const top = score(row(increase()), { 2020: "100", 2025: "100" });
    expect([top.status, top.rule, top.flags]).toEqual(["onTrack", "level", ["atLimit"]]);
    const bottom = score(row(decrease(), { unit: "‰" }), { 2020: "0", 2025: "0" });
    expect([bottom.status, bottom.flags]).toEqual(["onTrack", ["atLimit"]]);
  });

  test("a gross rate has no limit at 100", () => {
    expect(score(row(increase(), unbounded), { 2020: "100", 2025: "100" }).status).toBe("slow");
  });
});

describe("increase every year", () => {
  const yearly = increase("everyYear");
  test.each<Line>([
    [
      "rose each year",
      yearly,
      { 2020: "90", 2021: "91", 2022: "92", 2023: "93", 2024: "94", 2025: "95" },
      "onTrack",
      "better",
    ],
    [
      "one year level",
      yearly,
      { 2020: "90", 2021: "91", 2022: "91", 2023: "93", 2024: "94", 2025: "95" },
      "slow",
      "notEveryYear",
    ],
    [
      "one year fell",
      yearly,
      { 2020: "90", 2021: "92", 2022: "91", 2023: "93", 2024: "94", 2025: "95" },
      "slow",
      "notEveryYear",
    ],
    ["level with the baseline", yearly, { 2020: "90", 2024: "91", 2025: "90" }, "slow", "level"],
    ["worse than the baseline", yearly, { 2020: "90", 2024: "91", 2025: "89" }, "offTrack", "worse"],
    [
      "unchanged at the limit counts as risen",
      yearly,
      { 2020: "99", 2021: "100", 2022: "100", 2023: "100", 2024: "100", 2025: "100" },
      "onTrack",
      "better",
    ],
    ["no baseline", yearly, { 2025: "90" }, "observed", "directionUnknown"],
  ])("%s", check);

  test.each<[Values, boolean]>([
    [{ 2020: "90", 2021: "91", 2022: "92", 2023: "93", 2024: "94", 2025: "95" }, false],
    [{ 2020: "90", 2021: "91", 2023: "93", 2024: "94", 2025: "95" }, true],
    [{ 2020: "90", 2024: "91", 2025: "89" }, true],
  ])("a gap in the years is flagged partial", (values, partial) => {
    expect(score(row(yearly), values).flags.includes("partial")).toBe(partial);
  });

  test("the text's baseline is the year before the first figure", () => {
    const scored = score(row(yearly, { baseline: fromText("92") }), { 2021: "91", 2022: "93" }, 2022);
    expect([scored.status, scored.rule, scored.flags]).toEqual(["slow", "notEveryYear", []]);
  });
});

describe("increase without backslide: not below the baseline and not below last year", () => {
  const steady = increase("noBackslide");
  test.each<Line>([
    ["better than both", steady, { 2020: "90", 2024: "91", 2025: "92" }, "onTrack", "better"],
    ["level with last year", steady, { 2020: "90", 2024: "91", 2025: "91" }, "onTrack", "better"],
    ["level with both", steady, { 2020: "90", 2024: "90", 2025: "90" }, "onTrack", "level"],
    ["below last year", steady, { 2020: "90", 2024: "92", 2025: "91" }, "slow", "belowLastYear"],
    [
      "last year is the latest with data",
      steady,
      { 2020: "90", 2022: "92", 2025: "91" },
      "slow",
      "belowLastYear",
    ],
    ["back at the baseline", steady, { 2020: "90", 2024: "92", 2025: "90" }, "slow", "belowLastYear"],
    ["below the baseline", steady, { 2020: "90", 2024: "88", 2025: "89" }, "offTrack", "worse"],
    ["no baseline", steady, { 2025: "89" }, "observed", "directionUnknown"],
  ])("%s", check);
});

describe("contain: neither above the baseline nor above last year", () => {
  test.each<Line>([
    ["fewer", contain, { 2020: "30", 2024: "28", 2025: "27" }, "onTrack", "better"],
    ["level with both", contain, { 2020: "30", 2024: "30", 2025: "30" }, "onTrack", "level"],
    ["more than last year", contain, { 2020: "30", 2024: "27", 2025: "28" }, "slow", "belowLastYear"],
    ["more than the baseline", contain, { 2020: "30", 2024: "32", 2025: "31" }, "offTrack", "worse"],
    ["no baseline", contain, { 2025: "27" }, "observed", "directionUnknown"],
  ])("%s", check);
});

describe("decrease, marked", () => {
  test.each<Line>([
    ["without a size it is a decrease", decrease("marked"), { 2020: "3", 2025: "2.99" }, "onTrack", "better"],
    ["as much as asked", decrease("marked", "0.5"), { 2020: "3", 2025: "2.5" }, "onTrack", "better"],
    ["less than asked", decrease("marked", "0.5"), { 2020: "3", 2025: "2.51" }, "slow", "belowMark"],
    ["level", decrease("marked", "0.5"), { 2020: "3", 2025: "3" }, "slow", "level"],
    ["worse", decrease("marked", "0.5"), { 2020: "3", 2025: "3.01" }, "offTrack", "worse"],
    ["nothing below 0 is asked", decrease("marked", "0.5"), { 2020: "0.3", 2025: "0" }, "onTrack", "better"],
  ])("%s", check);
});

describe("the plan's last year", () => {
  test.each<Line>([
    ["holds", increase(), { 2020: "30", 2030: "31" }, "achieved", "better"],
    ["level", increase(), { 2020: "30", 2030: "30" }, "notAchieved", "level"],
    ["level at the limit", increase(), { 2020: "100", 2030: "100" }, "achieved", "level"],
    ["worse", increase(), { 2020: "30", 2030: "29" }, "notAchieved", "worse"],
    ["no baseline", increase(), { 2030: "29" }, "observed", "directionUnknown"],
    ["contain holds", contain, { 2020: "30", 2029: "28", 2030: "28" }, "achieved", "better"],
    ["contain slips", contain, { 2020: "30", 2029: "28", 2030: "29" }, "notAchieved", "belowLastYear"],
  ])("%s", (_, goal, values, status, rule) => {
    const scored = score(row(goal), values, 2030);
    expect([scored.status, scored.rule]).toEqual([status, rule]);
  });
});
