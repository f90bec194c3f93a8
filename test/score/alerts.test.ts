import { describe, expect, test } from "vitest";
import { decimal } from "../../src/terms/decimal.js";
import type { Observation } from "../../src/data/dataset.js";
import { scorePlan } from "../../src/score/score.js";
import type { Alert } from "../../src/score/scorecard.js";
import type { Nature, PlanRow, Target } from "../../src/plan/plan.js";
import {
  around,
  atLeast,
  below,
  contain,
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
  type Values,
} from "./builder.js";

type Line = [what: string, goal: Target, values: Values, binding: Alert | null, anticipated: Alert | null];

describe("the first alert that holds", () => {
  test.each<Line>([
    ["offTrack", atLeast("90"), { 2020: "80", 2025: "81" }, "red", "orange"],
    ["fellBack, though at pace", atLeast("90"), { 2020: "80", 2023: "91", 2025: "89" }, "red", "orange"],
    ["unmet", atLeast("90"), { 2025: "81" }, "orange", "yellow"],
    ["slow", atLeast("90"), { 2020: "80", 2025: "84" }, "yellow", "yellow"],
    ["onTrack", atLeast("90"), { 2020: "80", 2025: "86" }, null, null],
    ["achieved", atLeast("90"), { 2020: "80", 2025: "91" }, null, null],
    ["missing", atLeast("90"), { 2020: "80" }, "blue", "blue"],
    ["observed", increase(), { 2025: "80" }, null, null],
    ["worse than the baseline", increase(), { 2020: "30", 2025: "29" }, "red", "orange"],
    ["level", increase(), { 2020: "30", 2025: "30" }, "yellow", "yellow"],
  ])("%s", (_, goal, values, binding, anticipated) => {
    const alertFor = (nature: Nature) => score(row(goal, { nature }), values).alert;
    expect([alertFor("binding"), alertFor("anticipated")]).toEqual([binding, anticipated]);
  });

  test("the last year: 未实现 stands where 达标困难 stood, 基本实现 gives none", () => {
    const alertAt = (value: string, nature: Nature) =>
      score(row(atLeast("90"), { nature }), { 2020: "80", 2030: value }, 2030).alert;
    expect([alertAt("85", "binding"), alertAt("85", "anticipated")]).toEqual(["red", "orange"]);
    expect([alertAt("89.9", "binding"), alertAt("91", "binding")]).toEqual([null, null]);
  });
});

const above = (value: string): Target => target({ kind: "above", value: decimal(value) });
const notBelowW20 = target({ kind: "relativeTo", row: "W20" });

describe("worse two years running", () => {
  test.each<[string, Target, Values, boolean]>([
    ["twice", atLeast("99"), { 2020: "80", 2023: "97", 2024: "96", 2025: "95" }, true],
    [
      "twice, but the target is met",
      atLeast("90"),
      { 2020: "80", 2023: "97", 2024: "96", 2025: "95" },
      false,
    ],
    ["twice, but once 基本持平", atLeast("99"), { 2020: "80", 2023: "97", 2024: "96.95", 2025: "95" }, false],
    [
      "a gross rate that stays above 100",
      above("120"),
      { 2020: "80", 2023: "119", 2024: "112", 2025: "105" },
      false,
    ],
    [
      "a gross rate that fell below 100",
      above("120"),
      { 2020: "80", 2023: "119", 2024: "112", 2025: "99" },
      true,
    ],
    ["once", atLeast("90"), { 2020: "80", 2023: "95", 2024: "96", 2025: "95" }, false],
    ["level in between", atLeast("90"), { 2020: "80", 2023: "96", 2024: "96", 2025: "95" }, false],
    ["a rate that should fall rose twice", below("5"), { 2020: "20", 2023: "6", 2024: "7", 2025: "8" }, true],
    [
      "a rate that should fall fell twice",
      below("9"),
      { 2020: "20", 2023: "8", 2024: "7", 2025: "6" },
      false,
    ],
    [
      "last year is the latest with data",
      atLeast("99"),
      { 2020: "80", 2021: "97", 2023: "96", 2025: "95" },
      true,
    ],
    ["farther from the band twice", around("45"), { 2020: "30", 2023: "42", 2024: "41.5", 2025: "41" }, true],
    ["lower inside the band twice", around("45"), { 2020: "40", 2023: "46", 2024: "45", 2025: "44" }, false],
    ["a case count that rose twice", contain, { 2020: "30", 2023: "20", 2024: "21", 2025: "22" }, true],
    [
      "without its comparator not judged",
      notBelowW20,
      { 2020: "25", 2023: "24", 2024: "23", 2025: "22" },
      false,
    ],
  ])("%s", (_, goal, values, worse) => {
    expect(score(row(goal, unbounded), values).worseTwice).toBe(worse);
  });

  test("is yellow even where a direction holds, but not where the target is met", () => {
    const falling: Values = { 2020: "80", 2023: "97", 2024: "96", 2025: "95" };
    expect(score(row(increase()), falling).alert).toBe("yellow");
    expect(score(row(atLeast("90")), falling).alert).toBeNull();
  });
});

describe("yellow at most", () => {
  const unsure = row(atLeast("90"), { nature: "binding", baseline: fromText("80", "口径不同") });

  test("on a doubtful baseline", () => {
    const scored = score(unsure, { 2024: "80", 2025: "81" });
    expect([scored.status, scored.alert, scored.alertCap]).toEqual([
      "offTrack",
      "yellow",
      "doubtfulBaseline",
    ]);
  });

  test("an alert that was yellow anyway is not said to be held down", () => {
    expect(score(unsure, { 2024: "83", 2025: "84" })).toMatchObject({ alert: "yellow", alertCap: null });
  });

  test("a target that the data themselves met and lost is red on any baseline", () => {
    expect(score(unsure, { 2024: "91", 2025: "89" })).toMatchObject({ alert: "red", alertCap: null });
  });

  test("a target lost since a doubtful baseline is not", () => {
    const lost = row(atLeast("90"), { nature: "binding", baseline: fromText("95", "口径不同") });
    expect(score(lost, { 2025: "89" })).toMatchObject({ alert: "yellow", alertCap: "doubtfulBaseline" });
  });

  const w03 = row(below("8"), { unit: "1/10万", nature: "binding", ...unbounded });

  function withCounts(one: PlanRow, figures: readonly Observation[]) {
    return only(scorePlan(plan([one]), dataset({}, { series: { [one.id]: figures } }), 2025).rows);
  }

  test("one maternal death in 7500 births may be chance: the interval still holds ＜8", () => {
    const scored = withCounts(w03, [
      observation("W01", 2020, "0", ["0", "8000"]),
      observation("W01", 2025, "13.33", ["1", "7500"]),
    ]);
    expect([scored.status, scored.alert, scored.alertCap]).toEqual(["offTrack", "yellow", "interval"]);
  });

  test("ten are not: the interval has left the target", () => {
    const scored = withCounts(w03, [
      observation("W01", 2020, "0", ["0", "8000"]),
      observation("W01", 2025, "133.33", ["10", "7500"]),
    ]);
    expect([scored.alert, scored.alertCap]).toEqual(["red", null]);
    expect(scored.rate?.interval.low.gt(decimal(8))).toBe(true);
  });

  test.each([
    ["too few boys for chance", "9000", "10000", "orange", null],
    ["too many for chance", "12000", "10000", "orange", null],
    ["a hundred births that may be chance", "60", "50", "yellow", "interval"],
  ])("the band of a sex ratio has two sides: %s", (_, boys, girls, alert, alertCap) => {
    const balance = target({ kind: "balance", low: decimal(103), high: decimal(107) });
    const value = decimal(boys).times(100).div(girls).toString();
    const scored = withCounts(row(balance, { unit: "", ...unbounded }), [
      observation("W01", 2020, "105"),
      observation("W01", 2025, value, [boys, girls]),
    ]);
    expect([scored.status, scored.alert, scored.alertCap]).toEqual(["offTrack", alert, alertCap]);
  });
});
