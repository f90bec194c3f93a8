import { describe, expect, test } from "vitest";
import { scorePlan } from "../../src/score/score.js";
import { atLeast, dataset, increase, plan, row, target } from "./builder.js";
import { STATUSES } from "../../src/terms/status.js";

const observe = target({ kind: "observe" });
const rows = [
  row(atLeast("90"), { id: "A1", nature: "binding" }),
  row(atLeast("90"), { id: "A2" }),
  row(atLeast("90"), { id: "A3", domain: "law" }),
  row(increase(), { id: "A4", nature: "binding" }),
  row(increase(), { id: "A5", domain: "law" }),
  row(increase(), { id: "A6" }),
  row(observe, { id: "A7" }),
];
const domains = [
  { id: "law", name: "法律" },
  { id: "health", name: "健康" },
  { id: "family", name: "家庭" },
];
const example = plan(rows, { domains });

const values = dataset({
  A1: { 2020: "80", 2025: "91", 2030: "91" },
  A2: { 2020: "80", 2025: "86", 2030: "89.9" },
  A3: { 2025: "85", 2030: "85" },
  A4: { 2020: "30", 2025: "31", 2030: "31" },
  A5: { 2020: "30", 2025: "30", 2030: "30" },
  A6: { 2020: "30" },
  A7: { 2025: "20", 2030: "20" },
});

describe("tallies", () => {
  const card = scorePlan(example, values, 2025);

  test("hold every status and sum to the rows", () => {
    expect(card.tally).toEqual({
      total: 7,
      assessable: 5,
      achieved: 1,
      onTrack: 2,
      slow: 1,
      offTrack: 0,
      unmet: 1,
      nearlyAchieved: 0,
      notAchieved: 0,
      observed: 1,
      noData: 1,
    });
    expect(STATUSES.reduce((sum, status) => sum + card.tally[status], 0)).toBe(card.tally.total);
  });

  test("by nature", () => {
    expect(card.byNature.binding).toMatchObject({ total: 2, assessable: 2, achieved: 1, onTrack: 1 });
    expect(card.byNature.anticipated).toMatchObject({ total: 5, assessable: 3 });
  });

  test("by domain, in the plan's order, empty domains among them", () => {
    const totals = card.byDomain.map(({ domain, tally }) => [domain, tally.total]);
    expect(totals).toEqual([
      ["law", 2],
      ["health", 5],
      ["family", 0],
    ]);
  });
});

describe("the four rates have their own denominators", () => {
  test("before the last year", () => {
    const { rates, ratesByNature } = scorePlan(example, values, 2025);
    expect(rates).toEqual({
      achievement: { n: 1, of: 3 },
      improving: { n: 1, of: 2 },
      onCourse: { n: 3, of: 5 },
      overall: { n: 1, of: 7 },
    });
    expect(ratesByNature.binding.onCourse).toEqual({ n: 2, of: 2 });
    expect(ratesByNature.anticipated.improving).toEqual({ n: 0, of: 1 });
  });

  test("in the last year a direction that holds is achieved, and nearly is not", () => {
    expect(scorePlan(example, values, 2030).rates).toEqual({
      achievement: { n: 1, of: 3 },
      improving: { n: 1, of: 2 },
      onCourse: { n: 2, of: 5 },
      overall: { n: 2, of: 7 },
    });
  });
});
