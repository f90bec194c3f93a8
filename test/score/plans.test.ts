import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GroupFigure, Observation } from "../../src/data/dataset.js";
import type { Judged, Plan } from "../../src/plan/plan.js";
import { scorePlan } from "../../src/score/score.js";
import { children, women } from "../plan/shipped.js";
import { dataset, observation, siteFigures } from "./builder.js";
import { STATUSES } from "../../src/terms/status.js";

/** What is filled in by the plan's machine forms: every row, every part, every series beside them. */
function idsOf(plan: Plan): string[] {
  const judged = (row: Judged & { parts?: readonly Judged[] }) => (row.parts?.length ? row.parts : [row]);
  return [...plan.rows.flatMap(judged), ...plan.series].map(({ id }) => id);
}

describe.each([
  ["women", women, 49],
  ["children", children, 41],
] as const)("the %s' plan", (_, plan, rows) => {
  test("without data every row is missing", () => {
    const card = scorePlan(plan, dataset({}), 2025);
    expect([card.tally.total, card.tally.noData]).toEqual([rows, rows]);
    expect(card.rows.every(({ alert }) => alert === "blue")).toBe(true);
  });

  test("scores whatever plausible figures come, in every year", { tags: ["patience"] }, () => {
    fc.assert(
      fc.property(figuresOf(plan), fc.integer({ min: 2021, max: 2030 }), ({ series, groups }, year) => {
        const card = scorePlan(plan, dataset({}, { series, groups }), year);
        expect(STATUSES.reduce((sum, status) => sum + card.tally[status], 0)).toBe(rows);
        const interim = card.tally.onTrack + card.tally.slow + card.tally.offTrack + card.tally.unmet;
        const final = card.tally.nearlyAchieved + card.tally.notAchieved;
        expect(year === 2030 ? interim : final).toBe(0);
        for (const row of card.rows) expect(row.alert === "blue").toBe(row.status === "noData");
      }),
      { numRuns: 50 },
    );
  });
});

interface Figures {
  series: Record<string, Observation[]>;
  groups: GroupFigure[];
}

/** Figures of some rows and years, with counts behind some of them and two towns for the rows that ask for sites. */
function figuresOf(plan: Plan): fc.Arbitrary<Figures> {
  const cell = fc.record({
    id: fc.constantFrom(...idsOf(plan)),
    year: fc.integer({ min: 2020, max: 2030 }),
    value: fc.integer({ min: 0, max: 12_000 }).map((n) => (n / 100).toString()),
    counts: fc.option(fc.tuple(fc.nat(40).map(String), fc.integer({ min: 1, max: 9000 }).map(String))),
  });
  const key = ({ id, year }: { id: string; year: number }) => `${id} ${year}`;
  return fc.uniqueArray(cell, { selector: key, minLength: 200, maxLength: 500 }).map((cells) => {
    const figures: Figures = { series: {}, groups: [] };
    for (const { id, year, value, counts } of cells) {
      (figures.series[id] ??= []).push(observation(id, year, value, counts ?? undefined));
      const row = plan.rows.find((each) => each.id === id);
      if (row?.target.kind !== "each" || counts === null) continue;
      figures.groups.push(...siteFigures(id, year, { 甲: value, 乙: "98" }, row.target.grouping));
    }
    return figures;
  });
}
