import { describe, expect, test } from "vitest";
import { decimal } from "../../../src/terms/decimal.js";
import { around, row, score, target, unbounded } from "../builder.js";

const balance = target({ kind: "balance", low: decimal(103), high: decimal(107) });

describe("around: 45左右 is 42.5–47.5", () => {
  test.each([
    ["42.5", "achieved", []],
    ["42.49", "unmet", []],
    ["47.5", "achieved", []],
    ["47.51", "achieved", ["aboveBand"]],
    ["60", "achieved", ["aboveBand"]],
  ])("%s: %s", (value, status, flags) => {
    const scored = score(row(around("45"), { decimals: 4 }), { 2025: value });
    expect(scored.status).toBe(status);
    expect(scored.flags.filter((flag) => flag === "aboveBand")).toEqual(flags);
  });

  test("where neither more nor less is better, above the band is not met", () => {
    const w37 = row(around("40", "unmet"));
    expect(score(w37, { 2025: "42.6" }).status).toBe("unmet");
    expect(score(w37, { 2025: "42.5" }).status).toBe("achieved");
    expect(score(w37, { 2025: "42.6" }).flags).not.toContain("aboveBand");
  });

  // d(B) = 10: in 2025 d must have shrunk by 4.75 for the pace 0.95, by 3 for 0.60.
  test.each([
    ["32.5", "37.25", "onTrack"],
    ["32.5", "37.2499", "slow"],
    ["32.5", "35.5", "slow"],
    ["32.5", "35.4999", "offTrack"],
    ["57.5", "52.75", "onTrack"],
    ["57.5", "54.5", "slow"],
    ["57.5", "54.51", "offTrack"],
    ["57.5", "37.25", "onTrack"],
  ])("progress is on the distance to the band: %s → %s is %s", (baseline, value, status) => {
    expect(score(row(around("45", "unmet")), { 2020: baseline, 2025: value }).status).toBe(status);
  });

  test("a baseline above the band met the target, so falling below it loses it", () => {
    const scored = score(row(around("45")), { 2020: "50", 2025: "42" });
    expect([scored.status, scored.rule]).toEqual(["offTrack", "lostTarget"]);
    expect(scored.flags).toEqual(["metAtBaseline", "fellBack"]);
  });

  test("progress is 1 anywhere inside", () => {
    expect(score(row(around("45")), { 2020: "40", 2025: "46" }).progress?.made.toNumber()).toBe(1);
  });
});

describe("balance: inside 103–107", () => {
  test.each([
    ["103", "achieved"],
    ["107", "achieved"],
    ["107.01", "unmet"],
    ["102.99", "unmet"],
  ])("%s: %s", (value, status) => {
    expect(score(row(balance, unbounded), { 2025: value }).status).toBe(status);
  });

  test("progress is on the distance, from either side", () => {
    const values = { 2020: "112", 2025: "109" };
    const scored = score(row(balance, unbounded), values);
    expect([scored.status, scored.progress?.made.toNumber()]).toEqual(["onTrack", 0.6]);
    expect(score(row(balance, unbounded), { 2020: "112", 2025: "101" }).status).toBe("onTrack");
  });
});
