import { describe, expect, test } from "vitest";
import { decimal } from "../../../src/terms/decimal.js";
import type { GroupFigure } from "../../../src/data/dataset.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataset, fromText, only, plan, row, target, siteFigures, type Values } from "../builder.js";

const c07 = row(
  target({ kind: "each", comparison: "atLeast", value: decimal(98), grouping: "镇街", expected: 3 }),
  { id: "C07" },
);

function scoreSites(district: Values, groups: readonly GroupFigure[], one = c07) {
  return only(scorePlan(plan([one]), dataset({ [one.id]: district }, { groups }), 2025).rows);
}

describe("every town meets it", () => {
  test("the value is the lowest, failing towns are named, the worst first", () => {
    const groups = siteFigures("C07", 2025, { 甲镇: "99", 乙镇: "97.5", 丙镇: "97" });
    const scored = scoreSites({ 2025: "98.9" }, groups);
    expect(scored.value?.toString()).toBe("97");
    expect(scored.status).toBe("unmet");
    expect(scored.groups?.failing.map(({ group }) => group)).toEqual(["丙镇", "乙镇"]);
    expect(scored.observation).toBeNull();
    expect(scored.groups?.district.map(({ value }) => value.toString())).toEqual(["98.9"]);
  });

  test("fewer towns than there are is partial", () => {
    const scored = scoreSites({}, siteFigures("C07", 2025, { 甲镇: "99", 乙镇: "98.5" }));
    expect([scored.status, scored.flags]).toEqual(["achieved", ["partial", "singlePoint"]]);
    expect([scored.groups?.reported, scored.groups?.expected]).toEqual([2, 3]);
  });

  test("all towns: not partial", () => {
    const scored = scoreSites({}, siteFigures("C07", 2025, { 甲镇: "99", 乙镇: "99", 丙镇: "99" }));
    expect(scored.flags).not.toContain("partial");
  });

  test("with the district's figure alone, that figure is judged", () => {
    const scored = scoreSites({ 2020: "97", 2025: "98.9" }, []);
    expect([scored.status, scored.groups, scored.observation?.value.toString()]).toEqual([
      "achieved",
      null,
      "98.9",
    ]);
  });

  test("another year's or another grouping's sites are not this year's", () => {
    const groups = [
      ...siteFigures("C07", 2024, { 甲镇: "90" }),
      ...siteFigures("C07", 2025, { 城镇: "90" }, "城乡"),
    ];
    expect(scoreSites({ 2025: "98.9" }, groups).value?.toString()).toBe("98.9");
  });

  test("a lowest site is not measured against the district's average", () => {
    const first = scoreSites({ 2020: "98.5", 2024: "98.7" }, siteFigures("C07", 2025, { 甲镇: "97" }), {
      ...c07,
      baseline: fromText("98.5"),
    });
    expect([first.status, first.previous, first.baseline]).toEqual(["unmet", null, null]);
    const groups = [
      ...siteFigures("C07", 2020, { 甲镇: "96", 乙镇: "99" }),
      ...siteFigures("C07", 2025, { 甲镇: "97", 乙镇: "97.5" }),
    ];
    const later = scoreSites({ 2024: "98.7" }, groups);
    expect([later.status, later.baseline?.value.toString()]).toEqual(["onTrack", "96"]);
  });

  test("where less is better the highest site speaks for all", () => {
    const lowered = row(
      target({ kind: "each", comparison: "below", value: decimal(4), grouping: "机构", expected: null }),
      { id: "C07" },
    );
    const scored = scoreSites({}, siteFigures("C07", 2025, { 甲院: "3", 乙院: "4" }, "机构"), lowered);
    expect([scored.value?.toString(), scored.status]).toEqual(["4", "unmet"]);
    expect(scored.flags).not.toContain("partial");
  });
});
