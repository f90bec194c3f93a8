import { describe, expect, it } from "vitest";
import { trendJson } from "../../../src/report/exports/trend-json.js";
import { scored, children, women } from "../plans.js";

describe("trend in the JSON of a scorecard", () => {
  it("is the contract: every listed key, rounded for output", () => {
    const { row } = scored("C04", { 2020: "8", 2025: "6" });
    expect(trendJson(row, children)).toEqual({
      cagr: { observed: -0.055912, required: -0.055912, ratio: 1 },
      linear: { ratio: 1.1429 },
      aarr: { observed: 0.055912, required: 0.055912 },
      projection: { year: 2030, value: 4.5, method: "cagr" },
      reachYear: 2031,
      reasons: {},
    });
  });

  it("has null and the reason for what does not exist", () => {
    const { row } = scored("W02", { 2025: "90" });
    expect(trendJson(row, women)).toMatchObject({
      aarr: { observed: null },
      reasons: { "aarr.observed": "notApplicable" },
    });
    const { row: missing } = scored("C04", { 2020: "8" });
    expect(trendJson(missing, children)).toEqual({
      cagr: { observed: null, required: null, ratio: null },
      linear: { ratio: null },
      aarr: { observed: null, required: null },
      projection: { year: 2030, value: null, method: null },
      reachYear: null,
      reasons: {
        "cagr.observed": "noValue",
        "cagr.required": "noValue",
        "cagr.ratio": "noValue",
        "linear.ratio": "noValue",
        "aarr.observed": "noValue",
        "aarr.required": "noValue",
        "projection.value": "noValue",
        reachYear: "noValue",
      },
    });
  });
});
