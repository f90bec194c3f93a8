import { describe, expect, test } from "vitest";
import { decimal } from "../../../src/terms/decimal.js";
import { fromText, plan, row, dataset, score, target, type Values } from "../builder.js";
import { scorePlan } from "../../../src/score/score.js";

const relativeTo = row(target({ kind: "relativeTo", row: "W20" }), { id: "W21" });
const matches = row(target({ kind: "matches", series: "W30r", tolerance: decimal("2.5") }), { id: "W30" });

type Line = [what: string, own: Values, other: Values, status: string, rule: string];

describe("relativeTo: not below the other row of the same year", () => {
  test.each<Line>([
    ["level", { 2025: "28" }, { 2025: "28" }, "achieved", "metBeside"],
    ["below, gap narrowed", { 2020: "20", 2025: "25" }, { 2020: "26", 2025: "28" }, "slow", "gapNarrowed"],
    [
      "below, gap the same",
      { 2020: "20", 2025: "22" },
      { 2020: "26", 2025: "28" },
      "offTrack",
      "gapNotNarrowed",
    ],
    [
      "below, gap wider",
      { 2020: "20", 2025: "21" },
      { 2020: "26", 2025: "28" },
      "offTrack",
      "gapNotNarrowed",
    ],
    [
      "below, met at the baseline",
      { 2020: "27", 2025: "27" },
      { 2020: "26", 2025: "28" },
      "offTrack",
      "gapNotNarrowed",
    ],
    ["below, no baseline", { 2025: "27" }, { 2020: "26", 2025: "28" }, "unmet", "gapUnknown"],
    [
      "below, no comparator then",
      { 2020: "20", 2025: "27" },
      { 2024: "26", 2025: "28" },
      "unmet",
      "gapUnknown",
    ],
    ["fallback baseline", { 2022: "20", 2025: "25" }, { 2022: "26", 2025: "28" }, "slow", "gapNarrowed"],
    ["last year's comparator is no comparator", { 2025: "27" }, { 2024: "26" }, "observed", "noComparator"],
  ])("%s", (_, own, other, status, rule) => {
    const scored = score(relativeTo, own, 2025, { W20: other });
    expect([scored.status, scored.rule]).toEqual([status, rule]);
    expect(scored.flags.includes("noComparator")).toBe(status === "observed");
  });

  test("the other row's baseline in the text counts for its year, a doubtful one does not", () => {
    const values = dataset({ W21: { 2020: "20", 2025: "25" }, W20: { 2025: "28" } });
    const w20 = row(target({ kind: "observe" }), { id: "W20", baseline: fromText("26") });
    const unsure = { ...w20, baseline: fromText("26", "口径不同") };
    expect(scorePlan(plan([w20, relativeTo]), values, 2025).rows[1]?.status).toBe("slow");
    expect(scorePlan(plan([unsure, relativeTo]), values, 2025).rows[1]?.status).toBe("unmet");
  });

  test("the last year: met or 未实现", () => {
    const others = { W20: { 2020: "26", 2030: "28" } };
    expect(score(relativeTo, { 2020: "20", 2030: "27.9" }, 2030, others).status).toBe("notAchieved");
    expect(score(relativeTo, { 2020: "20", 2030: "28" }, 2030, others).status).toBe("achieved");
    expect(score(relativeTo, { 2030: "28" }, 2030).status).toBe("observed");
  });
});

describe("matches: not more than the tolerance below the series", () => {
  test.each<Line>([
    ["at the tolerance", { 2025: "37.5" }, { 2025: "40" }, "achieved", "metBeside"],
    ["above the series", { 2025: "45" }, { 2025: "40" }, "achieved", "metBeside"],
    ["below the tolerance", { 2025: "37.49" }, { 2025: "40" }, "unmet", "gapUnknown"],
    ["gap narrowed", { 2020: "30", 2025: "37" }, { 2020: "40", 2025: "41" }, "slow", "gapNarrowed"],
    ["no series", { 2025: "37" }, {}, "observed", "noComparator"],
  ])("%s", (_, own, other, status, rule) => {
    const scored = score(matches, own, 2025, { W30r: other });
    expect([scored.status, scored.rule]).toEqual([status, rule]);
  });

  test("the comparator's figure is kept", () => {
    const scored = score(matches, { 2025: "37" }, 2025, { W30r: { 2025: "40" } });
    expect(scored.comparator).toMatchObject({ id: "W30r", value: decimal(40), atBaseline: null });
    expect(scored.goal?.low?.toString()).toBe("37.5");
  });
});
