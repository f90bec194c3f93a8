import fc from "fast-check";
import type { Dataset, Observation } from "../../src/data/dataset.js";
import type { Plan, PlanRow, Target } from "../../src/plan/plan.js";
import { spanOf, traitsOf } from "../../src/plan/target-kinds.js";
import { decimal, type Decimal } from "../../src/terms/decimal.js";
import { dataset, fromText, observation, plan, row, siteFigures } from "../score/builder.js";

/** A row with one target, alone in its plan, and figures around every line that may decide its status. */
export interface Situation {
  target: Target;
  plan: Plan;
  dataset: Dataset;
  year: number;
}

export const ROW = "甲指标";
export const OTHER = "乙对照";

/** What rows are measured in, by what their targets let them be. */
function unitsOf(target: Target): readonly string[] {
  const { stepwise, unitless } = traitsOf(target);
  if (stepwise) return ["所"];
  return unitless ? [""] : ["%", "‰", "1/10万", "名", "岁"];
}

/** Where no figure is named, figures lie about here. */
const MIDDLE = decimal(50);

/** Far from, near and on the lines the target names. */
function figuresFor(target: Target): fc.Arbitrary<string> {
  if (traitsOf(target).stepwise) return fc.constantFrom("0", "1", "2");
  const { low = null, high = null } = spanOf(target) ?? {};
  const lines = [low, high].filter((line) => line !== null);
  const around = (lines.length === 0 ? [MIDDLE] : lines).flatMap((line) =>
    ["-0.2", "-0.1", "-0.00008", "0", "0.00008", "0.02", "0.1"].map((share) => line.times(share).plus(line)),
  );
  const ends = [decimal(0), decimal(100)].filter((end) => lines.every((line) => line.gt(10)) || end.isZero());
  return fc.constantFrom(...[...around, ...ends].map(held).map((figure) => figure.toFixed()));
}

/** Within 0 and 100, so that it may be a percentage. */
function held(figure: Decimal): Decimal {
  return figure.gt(100) ? decimal(100) : figure;
}

/** Any state of affairs for the target: with and without baseline, gaps, comparator, counts and sites. */
export function situationsOf(target: Target): fc.Arbitrary<Situation> {
  const figure = figuresFor(target);
  const maybe = fc.option(figure, { nil: null, freq: 3 });
  return fc
    .record({
      unit: fc.constantFrom(...unitsOf(target)),
      year: fc.constantFrom(2025, 2030),
      now: fc.option(figure, { nil: null, freq: 12 }),
      history: fc.option(historyOf(figure), { nil: NONE, freq: 5 }),
      other: fc.record({ then: maybe, now: maybe }),
      cases: fc.option(fc.nat({ max: 12 }), { nil: null, freq: 2 }),
      compound: fc.nat({ max: 5 }).map((n) => n === 0),
      sites: fc.array(figure, { maxLength: 3 }),
    })
    .map((drawn) => situation(target, drawn));
}

/** Figures of years before. */
interface History {
  baseline: string | null;
  /** The baseline the plan's own text names. */
  text: { value: string; doubtful: string | null } | null;
  twoBefore: string | null;
  before: string | null;
}

const NONE: History = { baseline: null, text: null, twoBefore: null, before: null };

function historyOf(figure: fc.Arbitrary<string>): fc.Arbitrary<History> {
  const maybe = fc.option(figure, { nil: null, freq: 3 });
  const doubtful = fc.constantFrom(null, "口径不同");
  return fc.record({
    baseline: maybe,
    text: fc.option(fc.record({ value: figure, doubtful }), { nil: null, freq: 2 }),
    twoBefore: maybe,
    before: maybe,
  });
}

interface Drawn {
  unit: string;
  year: number;
  now: string | null;
  history: History;
  other: { then: string | null; now: string | null };
  cases: number | null;
  /** The row has two parts with the same figures in its place. */
  compound: boolean;
  sites: readonly string[];
}

function situation(target: Target, drawn: Drawn): Situation {
  const { unit, year, history } = drawn;
  const { comparator } = traitsOf(target);
  const own = row(target, {
    id: "X01",
    name: ROW,
    unit,
    decimals: traitsOf(target).stepwise ? 0 : 2,
    range: { min: decimal(0), max: unit === "%" ? decimal(100) : null },
    nature: "binding",
    baseline: history.text === null ? null : named(history.text),
  });
  const parts = ["一", "二"].map((part, index) => ({
    ...own,
    id: `X01.${index + 1}`,
    name: `${ROW}${part}`,
  }));
  const judged = drawn.compound ? { ...own, parts } : own;
  const ids = drawn.compound ? parts.map(({ id }) => id) : [own.id];
  // The comparator stands in the plan by its name; what it is itself is not the matter here.
  const other = { ...own, id: comparator?.id ?? "", name: OTHER, row: own.id };
  return {
    target,
    plan: plan([judged], { series: comparator === null ? [] : [other] }),
    dataset: dataset(
      {},
      {
        series: seriesOf(drawn, ids, other.id),
        groups: ids.flatMap((id) => groupsOf(target, id, drawn)),
      },
    ),
    year,
  };
}

function named({ value, doubtful }: NonNullable<History["text"]>): PlanRow["baseline"] {
  return { ...fromText(value, doubtful), clause: "达到若干" };
}

function seriesOf(
  { year, cases, other, history, now }: Drawn,
  ids: readonly string[],
  otherId: string,
): Dataset["series"] {
  const own: [number, string | null][] = [
    [2020, history.baseline],
    [year - 2, history.twoBefore],
    [year - 1, history.before],
    [year, now],
  ];
  const others: [number, string | null][] = [
    [2020, other.then],
    [year, other.now],
  ];
  const counts = cases === null ? undefined : ([String(cases), "12345"] as const);
  const told = (id: string, years: typeof own): Observation[] =>
    years.flatMap(([when, value]) => (value === null ? [] : observation(id, when, value, counts)));
  return { ...Object.fromEntries(ids.map((id) => [id, told(id, own)])), [otherId]: told(otherId, others) };
}

/** Figures of as many sites as were drawn, the same in the baseline's year where the row has one. */
function groupsOf(target: Target, id: string, { sites, history, year }: Drawn): Dataset["groups"] {
  const asked = traitsOf(target).sites;
  if (asked === null || sites.length === 0) return [];
  const values = Object.fromEntries(sites.map((value, index) => [`${"甲乙丙"[index]}处`, value]));
  return (history.baseline === null ? [year] : [2020, year]).flatMap((when) =>
    siteFigures(id, when, values, asked.grouping),
  );
}
