import { describe, expect, test } from "vitest";
import { decimal } from "../../src/terms/decimal.js";
import type { PlanRow } from "../../src/plan/plan.js";
import { scorePlan } from "../../src/score/score.js";
import { atLeast, below, dataset, observation, only, plan, row, target, unbounded } from "./builder.js";

type Counts = Readonly<Record<number, readonly [string, string]>>;

function rateOf(one: PlanRow, counts: Counts) {
  const figures = Object.entries(counts).map(([year, each]) => observation(one.id, Number(year), "1", each));
  return only(scorePlan(plan([one]), dataset({}, { series: { [one.id]: figures } }), 2025).rows).rate;
}

const maternal = row(below("8"), { unit: "1/10万", ...unbounded });
const infant = row(below("2.5"), { unit: "‰", ...unbounded });
const births = row(target({ kind: "balance", low: decimal(103), high: decimal(107) }), {
  unit: "",
  ...unbounded,
});

describe("the rate behind a figure", () => {
  test("is recomputed in the row's unit, with its exact Poisson interval", () => {
    const rate = rateOf(maternal, { 2025: ["1", "7500"] });
    expect(rate?.rate.toFixed(4)).toBe("13.3333");
    // 0.0253 and 5.572 events per 7500 births.
    const bounds = [rate?.interval.low, rate?.interval.high];
    expect(bounds.map((bound) => bound?.toFixed(4))).toEqual(["0.3376", "74.2886"]);
    expect(rateOf(infant, { 2025: ["10", "5000"] })?.rate.toString()).toBe("2");
  });

  test("no deaths still have an upper limit", () => {
    const rate = rateOf(maternal, { 2025: ["0", "7500"] });
    expect([rate?.rate.toString(), rate?.interval.low.toString()]).toEqual(["0", "0"]);
    expect(rate?.interval.high.toNumber()).toBeCloseTo((3.6889 / 7500) * 100_000, 1);
  });

  test("a sex ratio is boys to 100 girls, its interval that of a ratio of two counts", () => {
    const rate = rateOf(births, { 2025: ["3300", "3000"] });
    expect(rate?.rate.toString()).toBe("110");
    expect(rate?.interval.low.toNumber()).toBeCloseTo(104.7, 1);
    expect(rate?.interval.high.toNumber()).toBeCloseTo(115.6, 1);
  });

  test("three years are pooled when all three have their counts", () => {
    const pooled = rateOf(infant, { 2023: ["9", "5000"], 2024: ["12", "4000"], 2025: ["6", "3000"] })?.pooled;
    expect([pooled?.years, pooled?.rate.toFixed(4)]).toEqual([[2023, 2024, 2025], "2.2500"]);
    expect(
      rateOf(infant, { 2022: ["9", "5000"], 2024: ["12", "4000"], 2025: ["6", "3000"] })?.pooled,
    ).toBeNull();
  });
});

describe("where no interval is meant", () => {
  test("a % that should rise is a share of many", () => {
    expect(rateOf(row(atLeast("94")), { 2025: ["7000", "7500"] })).toBeNull();
    expect(rateOf(row(atLeast("94")), { 2025: ["4", "23"] })).toBeNull();
  });

  test("a % that should fall has one only while it rests on few events", () => {
    const transmission = row(below("2"));
    expect(rateOf(transmission, { 2025: ["1", "20"] })?.rate.toString()).toBe("5");
    expect(rateOf(transmission, { 2025: ["10", "2000"] })).toBeNull();
  });

  test("and it does not pass 100", () => {
    expect(rateOf(row(below("2")), { 2025: ["2", "3"] })?.interval.high.toString()).toBe("100");
  });

  test.each([
    ["1.5", "7500"],
    ["1", "0"],
    ["20000000", "90000000"],
  ])("%s of %s is no count of events", (events, base) => {
    expect(rateOf(maternal, { 2025: [events, base] })).toBeNull();
  });

  test("half of the counts is none", () => {
    const half = { ...observation("W01", 2025, "1", ["1", "7500"]), denominator: null };
    const values = dataset({}, { series: { W01: [half] } });
    const scored = only(scorePlan(plan([maternal]), values, 2025).rows);
    expect([scored.rate, scored.flags.includes("smallNumbers")]).toEqual([null, true]);
  });
});
