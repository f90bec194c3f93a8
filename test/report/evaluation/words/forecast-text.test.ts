import { describe, expect, it } from "vitest";
import { forecastsOf, type Forecast } from "../../../../src/report/evaluation/forecast.js";
import { leavingText } from "../../../../src/report/evaluation/words/forecast-text.js";
import { observation, type Values } from "../../../score/builder.js";
import { scored, women } from "../../plans.js";

function forecast(id: string, values: Values): Forecast | undefined {
  const { matter } = scored(id, values);
  return forecastsOf(matter.scorecard).find((each) => each.scored.id === id);
}

describe("the forecast of a row", () => {
  it("is not made for few events, nor without a baseline, and says why", () => {
    const series = {
      W03: [observation("W03", 2020, "12.47"), observation("W03", 2025, "16.04", ["1", "6236"])],
    };
    const { matter } = scored("W03", {}, { data: { series } });
    const [few] = forecastsOf(matter.scorecard);
    expect(few).toMatchObject({ prospect: "untold", why: "事件数少、年度间波动大" });
    expect(leavingText(few!, women)).toBe("");
    expect(forecast("C15c", { 2025: "7.1" })).toMatchObject({ prospect: "untold", why: "缺基期数据" });
  });

  it("is made for numeric rows that have not met their target, and for no others", () => {
    expect(forecast("W04", { 2020: "92.99", 2025: "95" })).toBeUndefined();
    expect(forecast("W43", { 2020: "38", 2025: "37" })).toBeUndefined();
    expect(forecast("W10", { 2020: "0", 2025: "0" })).toBeUndefined();
    expect(forecast("W05a", { 2020: "41.3" })).toBeUndefined();
  });
});
