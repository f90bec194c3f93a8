import { expect, test } from "vitest";
import { caveatsText } from "../../../../src/report/evaluation/words/forecast-caveats.js";
import { forecastsOf } from "../../../../src/report/evaluation/forecast.js";
import type { Values } from "../../../score/builder.js";
import { scored } from "../../plans.js";

function caveats(id: string, values: Values): string {
  const { scorecard } = scored(id, values).matter;
  return caveatsText(forecastsOf(scorecard), scorecard);
}

test("a row on course that its forecast sees miss the target is explained", () => {
  // ρ = 0.96: on track, and 69.43 in 2030.
  const text = caveats("W05a", { 2020: "41.3", 2023: "50", 2025: "55.1" });
  expect(text).toContain("适龄妇女宫颈癌人群筛查率的状态为预期可达标");
  expect(text).toContain("到2030年仍略有差距");
});

test("a forecast from fewer than three years is said to be one", () => {
  expect(caveats("W05a", { 2024: "50", 2025: "51" })).toBe(
    "适龄妇女宫颈癌人群筛查率有数据的年份不足三年，推算仅供参考。",
  );
});

test("there is nothing to say of forecasts that agree with the status and rest on enough years", () => {
  expect(caveats("W05a", { 2020: "41.3", 2023: "47", 2025: "52.94" })).toBe("");
  expect(caveats("C15c", { 2025: "7.1" })).toBe("");
});
