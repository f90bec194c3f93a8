import { describe, expect, test } from "vitest";
import { worseningOf, worseningOfAll } from "../../../src/report/words/worsening.js";
import { atLeast, below, row, score, type Values } from "../../score/builder.js";
import { scored } from "../plans.js";

const of = (values: Values) => score(row(atLeast("99")), values);
const EVERY_YEAR: Values = { 2023: "97", 2024: "96", 2025: "95" };
const WITH_A_GAP: Values = { 2021: "97", 2023: "96", 2025: "95" };

describe("an indicator that got worse twice running", () => {
  test.each<[string, Values, string]>([
    ["in years that follow each other", EVERY_YEAR, "连续两年下降"],
    ["with a year missing between the last two", { 2022: "97", 2023: "96", 2025: "95" }, "连续两次监测下降"],
    ["with a year missing before", { 2022: "97", 2024: "96", 2025: "95" }, "连续两次监测下降"],
    ["with two years missing", WITH_A_GAP, "连续两次监测下降"],
    [
      "ever since",
      { 2020: "94", 2021: "98", 2022: "97", 2023: "96", 2024: "95.5", 2025: "95" },
      "连续四年下降",
    ],
    ["but once only", { 2023: "95", 2024: "96", 2025: "95" }, ""],
  ])("%s", (_, values, said) => {
    expect(worseningOf(of(values))).toBe(said);
  });

  test("several at once: two years only where it is so for all", () => {
    expect(worseningOfAll([of(EVERY_YEAR), of(EVERY_YEAR)])).toBe("连续两年下降");
    expect(worseningOfAll([of(EVERY_YEAR), of(WITH_A_GAP)])).toBe("连续两次监测下降");
    expect(worseningOfAll([of(EVERY_YEAR), of({ 2025: "95" })])).toBe("连续两年下降");
    expect(worseningOfAll([of(EVERY_YEAR), of({ 2022: "98", ...EVERY_YEAR })])).toBe("连续两年以上下降");
    const rising = score(row(below("1")), { 2023: "2", 2024: "3", 2025: "4" });
    expect(worseningOf(rising)).toBe("连续两年上升");
    expect(worseningOfAll([of(EVERY_YEAR), rising])).toBe("连续两年退步");
  });

  test("a compound row speaks of its parts", () => {
    const { row } = scored("W22.1", { 2020: "20", 2021: "30", 2023: "29", 2025: "28" });
    expect([row.id, worseningOf(row)]).toEqual(["W22", "连续两次监测下降"]);
  });
});
