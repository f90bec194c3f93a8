import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../src/data/dataset.js";
import { decimal } from "../../../src/terms/decimal.js";
import type { PlanRow, Target } from "../../../src/plan/plan.js";
import { turningPoints, type TurningPoint } from "../../../src/report/explain/turning-points.js";
import { turnsOf } from "../../../src/report/explain/turns.js";
import { judgedFacts } from "../plans.js";
import { factsOf } from "../../../src/report/row-facts.js";
import { scorePlan } from "../../../src/score/score.js";
import type { Status } from "../../../src/score/scorecard.js";
import {
  around,
  contain,
  dataset,
  decrease,
  increase,
  only,
  plan,
  row,
  target,
  siteFigures,
  type Values,
} from "../../score/builder.js";

/** Worst first, written down here a second time: what a person would call better. */
const ORDER: readonly Status[] = [
  "offTrack",
  "unmet",
  "slow",
  "notAchieved",
  "onTrack",
  "nearlyAchieved",
  "achieved",
];

interface Situation {
  one: PlanRow;
  values: Values;
  others: Record<string, Values>;
  year: number;
}

function pointsOf({ one, values, others, year }: Situation): TurningPoint[] {
  const data = dataset({ [one.id]: values, ...others });
  const small = plan([one]);
  return turningPoints(judgedFacts(only(scorePlan(small, data, year).rows), small), data);
}

function statusWith({ one, values, others, year }: Situation, value: string): Status {
  const data: Dataset = dataset({ [one.id]: { ...values, [year]: value }, ...others });
  return only(scorePlan(plan([one]), data, year).rows).status;
}

const whole = fc.integer({ min: 0, max: 100 });
const hundredth = fc.integer({ min: 0, max: 10_000 }).map((n) => decimal(n).div(100).toFixed());
const fine = fc.integer({ min: 0, max: 1_000_000 }).map((n) => decimal(n).div(10_000).toFixed());

const beside = target({ kind: "relativeTo", row: "W20" });

function targets(figure: fc.Arbitrary<string>): fc.Arbitrary<Target> {
  return fc.oneof(
    figure.chain((value) =>
      fc
        .constantFrom("atLeast" as const, "above" as const, "atMost" as const, "below" as const)
        .map((kind) => target({ kind, value: decimal(value) })),
    ),
    fc.constantFrom(
      increase("plain"),
      increase("everyYear"),
      increase("noBackslide"),
      decrease("plain"),
      decrease("noBackslide"),
      decrease("marked", "5"),
      contain,
      around("45", "met", "2"),
      around("45", "unmet", "2"),
      target({ kind: "balance", low: decimal(40), high: decimal(60) }),
      beside,
    ),
  );
}

function situations(
  figure: fc.Arbitrary<string>,
  decimals: number,
  goals: fc.Arbitrary<Target> = targets(figure),
): fc.Arbitrary<Situation> {
  const maybe = fc.option(figure, { nil: undefined });
  return fc
    .record({
      goal: goals,
      year: fc.integer({ min: 2022, max: 2030 }),
      baseline: maybe,
      last: maybe,
      now: figure,
      thenOther: maybe,
      nowOther: maybe,
    })
    .map(({ goal, year, baseline, last, now, thenOther, nowOther }) => ({
      one: row(goal, { decimals }),
      year,
      values: years({ 2020: baseline, [year - 1]: last, [year]: now }),
      others: { W20: years({ 2020: thenOther, [year]: nowOther }) },
    }));
}

function years(values: Record<number, string | undefined>): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}

describe("the figures that would change a status", () => {
  it("do change it: reporting them gives the stated status", { tags: ["patience"] }, () => {
    fc.assert(
      fc.property(fc.oneof(situations(hundredth, 2), situations(fine, 2)), (situation) => {
        for (const { value, status } of pointsOf(situation)) {
          expect(statusWith(situation, value.toFixed())).toBe(status);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["any target", situations(whole.map(String), 0)],
    ["a target beside another row's figure", situations(whole.map(String), 0, fc.constant(beside))],
  ])(
    "are the nearest of all that could be reported, and none is left out: %s",
    { tags: ["patience"] },
    (_, any) => {
      fc.assert(
        fc.property(any, (situation) => {
          const now = Number(situation.values[situation.year]);
          const statuses = Array.from({ length: 101 }, (_, value) => statusWith(situation, String(value)));
          expect(summary(pointsOf(situation), now)).toEqual(tried(statuses, now));
        }),
        { numRuns: 50 },
      );
    },
  );

  it("of a row judged site by site bring every site that falls short to the figure", () => {
    const goal = target({
      kind: "each",
      comparison: "atLeast",
      value: decimal(98),
      grouping: "镇街",
      expected: null,
    });
    const one = row(goal);
    const groups = [
      ...siteFigures("W01", 2020, { 甲镇: "96", 乙镇: "97" }),
      ...siteFigures("W01", 2025, { 甲镇: "97.2", 乙镇: "97.9", 丙镇: "99" }),
    ];
    const points = (figures: typeof groups) => {
      const data = dataset({}, { groups: figures });
      const scored = only(scorePlan(plan([one]), data, 2025).rows);
      return { status: scored.status, points: turningPoints(judgedFacts(scored, plan([one])), data) };
    };
    const [met] = points(groups).points.filter(({ status }) => status === "achieved");
    expect(met?.value.toFixed()).toBe("98");
    const raised = groups.map((each) =>
      each.year === 2025 && each.value.lt(98) ? { ...each, value: decimal(98) } : each,
    );
    expect(points(raised).status).toBe("achieved");
  });

  it("are whole where sites count in whole things: nobody employs 1.9 doctors", () => {
    const asked = { comparison: "atLeast", value: decimal(2), grouping: "机构", expected: null } as const;
    const one = row(target({ kind: "each", ...asked }), { unit: "名", decimals: 1 });
    const groups = [
      ...siteFigures("W01", 2020, { 甲院: "0", 乙院: "1" }),
      ...siteFigures("W01", 2025, { 甲院: "1", 乙院: "2" }),
    ].map((each) => ({ ...each, grouping: "机构" as const }));
    const data = dataset({}, { groups });
    const scored = only(scorePlan(plan([one]), data, 2025).rows);
    const points = turningPoints(judgedFacts(scored, plan([one])), data);
    expect(points.map(({ status, value }) => [status, value.toNumber()])).toEqual([
      ["achieved", 2],
      ["offTrack", 0],
    ]);
  });

  it("are none for a row without figure, and none for one that is only watched", () => {
    const missing = only(scorePlan(plan([row(increase())]), dataset({ W01: { 2020: "5" } }), 2025).rows);
    expect(turnsOf(factsOf(missing, plan([row(increase())])), dataset({}))).toEqual([]);
    const watched = row(target({ kind: "observe" }));
    expect(pointsOf({ one: watched, values: { 2020: "5", 2025: "6" }, others: {}, year: 2025 })).toEqual([]);
  });

  it("show more digits where the figure would look like the present one", () => {
    const situation = {
      one: row(target({ kind: "atLeast", value: decimal("94") })),
      values: { 2020: "90", 2025: "91.899" },
      others: {},
      year: 2025,
    };
    const onTrack = pointsOf(situation).find(({ status }) => status === "onTrack");
    expect(onTrack?.value.toFixed(onTrack.decimals)).toBe("91.900");
  });
});

/** Better ones by status and how far; worse ones by the figure itself. */
function summary(points: readonly TurningPoint[], now: number): object[] {
  return points.map(({ way, status, value }) =>
    way === "better"
      ? { way, status, far: Math.abs(value.toNumber() - now) }
      : { way, status, value: value.toNumber() },
  );
}

/** The same by trying every whole figure from 0 to 100. */
function tried(statuses: readonly Status[], now: number): object[] {
  const status = statuses[now] as Status;
  if (!ORDER.includes(status)) return [];
  const far = (wanted: Status) =>
    statuses.flatMap((each, value) => (each === wanted ? [Math.abs(value - now)] : []));
  const better = ORDER.slice(ORDER.indexOf(status) + 1)
    .filter((wanted) => statuses.includes(wanted))
    .map((wanted) => ({ way: "better", status: wanted, far: Math.min(...far(wanted)) }));
  const outward = [
    Array.from({ length: now }, (_, index) => now - 1 - index),
    Array.from({ length: 100 - now }, (_, index) => now + 1 + index),
  ];
  const worse = outward
    .map((path) => path.find((value) => statuses[value] !== status))
    .filter((value) => value !== undefined)
    .map((value) => ({ way: "worse", status: statuses[value] as Status, value }))
    .filter((each) => ORDER.indexOf(each.status) < ORDER.indexOf(status));
  return [...better, ...worse];
}
