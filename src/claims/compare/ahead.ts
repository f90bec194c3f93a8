import { decimal, round, type Decimal } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import { edges, meets, nearEdge } from "../../score/goal.js";
import { trendOf } from "../../score/row-trend.js";
import type { Goal } from "../../score/scorecard.js";
import type { Known, Of, Verdict } from "../claim.js";
import { knownOf, type Facts } from "../facts.js";
import { scale } from "../scale.js";
import { fits } from "./amount.js";
import { AGREE, anyOf } from "./any-of.js";
import { goalsOf, type WithGoal } from "./goals.js";

/** 提前五年达标: from the year it is told of, or, in words on today, from any since it has been met. */
export function earlyVerdict({ options, years, many }: Of<"early">, facts: Facts): Verdict {
  const { start, end } = facts.plan.period;
  const all = [
    ...new Set([
      ...years,
      ...years.filter((year) => year === facts.year).flatMap((year) => since(start, year)),
    ]),
  ];
  const held = goalsOf({ options, years: all }, facts).flatMap(({ row, goal, year }) => {
    const [known] = knownOf(facts, row, year);
    return goal !== null && known !== undefined && meets(goal, known.value) ? [{ row, year, known }] : [];
  });
  const [first] = held.sort((a, b) => a.year - b.year);
  if (first === undefined) return anyOf([]);
  if (held.some(({ year }) => end - year === many)) return AGREE;
  return {
    state: "differ",
    about: `${first.row.name}${first.year}年`,
    right: `已达到目标，比${end}年提前${end - first.year}年`,
    from: first.known.from,
  };
}

/** 完成所需增幅的25.5%: of the way to the goal, from a year that is named or from the baseline. */
export function wayGoneVerdict({ options, years, bases, figure }: Of<"wayGone">, facts: Facts): Verdict {
  return anyOf(
    goalsOf({ options, years }, facts).flatMap(({ row, goal, year, scored }): Verdict[] => {
      const [now] = knownOf(facts, row, year);
      if (goal === null || now === undefined) return [];
      const from = [
        ...[...bases, facts.plan.period.baseline].flatMap((base) => knownOf(facts, row, base)),
        ...(scored?.baseline == null ? [] : [scored.baseline]),
      ];
      const gone = from.flatMap(({ value }) => {
        const way = nearEdge(goal, value).minus(value);
        return way.isZero() ? [] : [now.value.minus(value).times(100).div(way)];
      });
      const [first] = gone;
      if (first === undefined) return [];
      if (gone.some((each) => fits(figure, each, facts.plan.method.rounding))) return [AGREE];
      const right = `${round(first, 1).toFixed()}${unitOf("%").behind}`;
      return [{ state: "differ", about: `${row.name}${year}年所完成的目标进度`, right, from: now.from }];
    }),
  );
}

const since = (start: number, year: number): number[] =>
  Array.from({ length: Math.max(year - start, 0) }, (_, nth) => start + nth);

/** 按目前速度2033年才能达到70%: as its whole course or its last year goes on; 2030年仅能达到64.58%: what it comes to by then. */
export function reachVerdict(claim: Of<"reach">, facts: Facts): Verdict {
  return anyOf(
    goalsOf(claim, facts).flatMap((each): Verdict[] => {
      const { row, goal, year } = each;
      const now = knownOf(facts, row, year)[0];
      const factor = claim.figure === null ? decimal(1) : scale(unitOf(row.unit), claim.figure.unit);
      if (now === undefined || factor === null) return [];
      const figure = claim.figure?.value.div(factor) ?? null;
      const isOfGoal = figure === null || (goal !== null && edges(goal).some((edge) => edge.eq(figure)));
      return isOfGoal ? whenReached(each, now, claim.by, facts) : comesTo(each, now, claim.by, figure, facts);
    }),
  );
}

function whenReached({ row, goal, scored }: WithGoal, now: Known, by: number, facts: Facts): Verdict[] {
  const expected = scored === undefined ? null : trendOf(scored, facts.plan).reachYear.value;
  const [before] = knownOf(facts, row, now.year - 1);
  if (goal === null || expected === null) return [];
  const lately = before === undefined ? null : lateYear(goal, now, before);
  const [first, last] = [Math.min(expected, lately ?? expected), Math.max(expected, lately ?? expected)];
  // Its last year may be counted or not.
  if (by >= first - 1 && by <= last + 1) return [AGREE];
  const about = `${row.name}按现有进度达到目标的年份`;
  return [{ state: "differ", about, right: `${expected}年`, from: now.from }];
}

/** So near to what its course comes to, from whichever year it is drawn on: steps may be rounded. */
const NEARLY = "0.01";

function comesTo({ row }: WithGoal, now: Known, by: number, figure: Decimal, facts: Facts): Verdict[] {
  const { baseline } = facts.plan.period;
  const drawn = Array.from({ length: now.year - baseline }, (_, nth) => baseline + nth).flatMap((base) =>
    knownOf(facts, row, base).map(({ value }) =>
      now.value.plus(
        now.value
          .minus(value)
          .div(now.year - base)
          .times(by - now.year),
      ),
    ),
  );
  const [first, ...others] = drawn;
  if (first === undefined) return [];
  const [low, high] = others.reduce(
    ([least, most], each) => [each.lt(least) ? each : least, each.gt(most) ? each : most],
    [first, first],
  );
  const slack = now.value.abs().times(NEARLY);
  if (figure.gte(low.minus(slack)) && figure.lte(high.plus(slack))) return [AGREE];
  const about = `${row.name}按现有进度${by}年`;
  const right = `${round(first, row.decimals).toFixed()}${unitOf(row.unit).behind}`;
  return [{ state: "differ", about, right, from: now.from }];
}

/** Where last year's step is taken again and again; null where it leads away. */
function lateYear(goal: Goal, now: Known, before: Known): number | null {
  const step = now.value.minus(before.value);
  const way = nearEdge(goal, now.value).minus(now.value);
  if (step.isZero() || way.isNegative() !== step.isNegative()) return null;
  return now.year + way.div(step).ceil().toNumber();
}
