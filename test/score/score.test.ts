import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../../src/terms/decimal.js";
import { ReportError } from "../../src/issues/error.js";
import type { Target } from "../../src/plan/plan.js";
import { scorePlan } from "../../src/score/score.js";
import type { Status } from "../../src/score/scorecard.js";
import {
  around,
  atLeast,
  below,
  contain,
  dataset,
  decrease,
  increase,
  plan,
  projectProgress,
  row,
  score,
  target,
  unbounded,
  siteFigures,
  type Values,
} from "./builder.js";
import { STATUSES } from "../../src/terms/status.js";

const hundredths = fc.integer({ min: 0, max: 12_000 }).map((n) => (n / 100).toFixed(2));
const figure = fc.option(hundredths, { nil: undefined });
const years = [2020, 2021, 2022, 2023, 2024, 2025];

const history: fc.Arbitrary<Values> = fc
  .tuple(...years.map(() => figure))
  .map((values) =>
    Object.fromEntries(
      years.flatMap((year, index) => (values[index] === undefined ? [] : [[year, values[index]]])),
    ),
  );

/** Every kind, its figures times `factor`. */
function targets(value: string, factor = 1): Target[] {
  const scaled = decimal(value).times(factor);
  const size = decimal("0.5").times(factor);
  const comparison = (kind: "atLeast" | "above" | "atMost" | "below" | "binary" | "stalls") =>
    target({ kind, value: scaled });
  const direction = (kind: "increase" | "decrease") =>
    (["plain", "everyYear", "noBackslide", "marked"] as const).map((mode) => target({ kind, mode, size }));
  return [
    ...(["atLeast", "above", "atMost", "below", "binary", "stalls"] as const).map(comparison),
    ...(["met", "unmet"] as const).map((above) =>
      target({ kind: "around", value: scaled, tolerance: decimal("2.5").times(factor), above }),
    ),
    ...direction("increase"),
    ...direction("decrease"),
    target({ kind: "observe" }),
    target({ kind: "relativeTo", row: "W20" }),
    target({ kind: "matches", series: "W20", tolerance: decimal("2.5").times(factor) }),
    target({
      kind: "balance",
      low: scaled.minus(decimal(2).times(factor)),
      high: scaled.plus(decimal(2).times(factor)),
    }),
    contain,
    target({ kind: "each", comparison: "atLeast", value: scaled, grouping: "镇街", expected: null }),
  ];
}

function timesAll(values: Values, factor: number): Values {
  return Object.fromEntries(
    Object.entries(values).map(([year, value]) => [year, decimal(value).times(factor).toString()]),
  );
}

test(
  "scaling value, baseline, target, tolerance and limit together changes no status",
  { tags: ["patience"] },
  () => {
    fc.assert(
      fc.property(
        history,
        history,
        hundredths,
        fc.constantFrom(0.001, 0.3, 7, 1000),
        (own, other, goal, factor) => {
          const limits = (scale: number) => ({ range: { min: decimal(0), max: decimal(100).times(scale) } });
          const scaledTargets = targets(goal, factor);
          targets(goal).forEach((one, index) => {
            const plainRow = score(row(one, limits(1)), own, 2025, { W20: other });
            const scaledRow = score(
              row(scaledTargets[index] ?? one, limits(factor)),
              timesAll(own, factor),
              2025,
              {
                W20: timesAll(other, factor),
              },
            );
            expect([scaledRow.status, scaledRow.rule]).toEqual([plainRow.status, plainRow.rule]);
          });
        },
      ),
      { numRuns: 50 },
    );
  },
);

const WORST_FIRST: readonly Status[] = ["offTrack", "unmet", "slow", "onTrack", "achieved"];

test("moving the value toward the target never worsens the status", { tags: ["patience"] }, () => {
  fc.assert(
    fc.property(
      history,
      hundredths,
      hundredths,
      fc.integer({ min: 0, max: 100 }),
      (earlier, x, goal, percent) => {
        const value = decimal(x);
        for (const [one, goalValue] of [
          [atLeast(goal), "120"],
          [below(goal), "0"],
          [around(goal), goal],
          [around(goal, "unmet"), goal],
          [increase(), "120"],
          [increase("noBackslide"), "120"],
          [decrease(), "0"],
          [contain, "0"],
        ] as const) {
          const nearer = value.plus(decimal(goalValue).minus(value).times(percent).div(100)).toString();
          const rank = (figure2025: string) =>
            WORST_FIRST.indexOf(score(row(one, unbounded), { ...earlier, 2025: figure2025 }).status);
          expect(rank(nearer)).toBeGreaterThanOrEqual(rank(x));
        }
      },
    ),
  );
});

test("a row depends on no other row but its declared comparator", { tags: ["patience"] }, () => {
  fc.assert(
    fc.property(history, history, history, hundredths, (own, other, changed, goal) => {
      const rows = targets(goal).map((one, index) => row(one, { id: `R${index}` }));
      const bystander = row(atLeast(goal), { id: "Z99" });
      const series = Object.fromEntries(rows.map(({ id }) => [id, own]));
      const before = scorePlan(
        plan([...rows, bystander]),
        dataset({ ...series, W20: other, Z99: own }),
        2025,
      );
      const after = scorePlan(
        plan([bystander, ...rows]),
        dataset({ ...series, W20: other, Z99: changed }),
        2025,
      );
      expect(after.rows.slice(1)).toEqual(before.rows.slice(0, -1));
    }),
    { numRuns: 50 },
  );
});

test("statuses sum to the rows, over all rows, natures and domains", { tags: ["patience"] }, () => {
  fc.assert(
    fc.property(history, history, hundredths, fc.constantFrom(2021, 2025, 2030), (own, other, goal, year) => {
      const rows = targets(goal).map((one, index) => row(one, { id: `R${index}` }));
      const series = Object.fromEntries(rows.map(({ id }) => [id, { ...own, 2030: goal }]));
      const card = scorePlan(plan(rows), dataset({ ...series, W20: other }), year);
      for (const tally of [
        card.tally,
        ...Object.values(card.byNature),
        ...card.byDomain.map((each) => each.tally),
      ]) {
        expect(STATUSES.reduce((sum, status) => sum + tally[status], 0)).toBe(tally.total);
        expect(tally.assessable).toBe(tally.total - tally.observed - tally.noData);
      }
    }),
  );
});

test("the order of the figures changes nothing", () => {
  const each = target({
    kind: "each",
    comparison: "atLeast",
    value: decimal(98),
    grouping: "镇街",
    expected: 23,
  });
  const example = plan([row(each, { id: "C07" }), row(increase("everyYear"), { id: "W01" })]);
  const values = dataset({ C07: { 2020: "97" }, W01: { 2020: "90", 2021: "91", 2023: "93", 2025: "94" } });
  const groups = [
    ...siteFigures("C07", 2024, { 甲镇: "96", 乙镇: "97" }),
    ...siteFigures("C07", 2025, { 甲镇: "97", 乙镇: "97", 丙镇: "98.5", 丁镇: "96" }),
  ];
  const expected = scorePlan(example, { ...values, groups }, 2025);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(groups, { minLength: groups.length }),
      fc.shuffledSubarray([...(values.series["W01"] ?? [])], { minLength: 4 }),
      (shuffledGroups, w01) => {
        const series = { W01: w01, C07: values.series["C07"] ?? [] };
        expect(scorePlan(example, { ...values, series, groups: shuffledGroups }, 2025)).toEqual(expected);
      },
    ),
  );
});

describe("the plan's own period drives the years", () => {
  const short = plan([row(atLeast("90"))], { period: { start: 2026, end: 2030, baseline: 2025 } });

  test("a five-year plan from 2025 expects 3/5 of the way in 2028", () => {
    const values = dataset({ W01: { 2020: "10", 2025: "80", 2028: "86" } });
    const [scored] = scorePlan(short, values, 2028).rows;
    const { expected, pace } = scored?.progress ?? {};
    expect([scored?.status, expected?.toNumber(), pace?.toNumber()]).toEqual(["onTrack", 0.6, 1]);
  });

  test.each([2025, 2031, 2027.5])("%f is refused", (year) => {
    expect(() => scorePlan(short, dataset({}), year)).toThrow(ReportError);
  });
});

test("projects are joined with their progress of the year", () => {
  const project = (id: string) => ({
    id,
    number: 1,
    name: "",
    content: "",
    reporters: [],
    quantities: [],
    measures: [],
  });
  const reported = (year: number) => projectProgress("WP01", year);
  const example = plan([], { projects: [project("WP01"), project("WP02")] });
  const { projects } = scorePlan(example, dataset({}, { progress: [reported(2024), reported(2025)] }), 2025);
  expect(projects.map(({ progress }) => progress?.year ?? null)).toEqual([2025, null]);
});
