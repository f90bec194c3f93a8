import { decimal, type Decimal } from "../../../terms/decimal.js";
import { isPercent, unitOf } from "../../../terms/unit.js";
import { issue } from "../../../issues/issue.js";
import type { Entry } from "../../catalogue.js";
import type { Observation } from "../../dataset.js";
import { doubt, type Doubt, type Doubter } from "./doubt.js";
import { mayBeChance, mayBeZero, restsOnFew } from "./few-events.js";
import { middleOf } from "./near.js";

/** A change is told from this many times the row's usual yearly change on. */
const TIMES = 6;
/** What is usual is not known from fewer other changes; years that stand still say nothing of its steps. */
const LEAST_OTHERS = 3;
/** Smaller changes are no news, however still the row stands: in percentage points, or as a share of the year before. */
const FLOOR_POINTS = decimal(5);
const FLOOR_SHARE = decimal("0.5");
/** Percentages below this are told by share: 5 points would never be reached. */
const LOW_PERCENT = 10;
/** A figure that is halved or doubled in a year, where no other year moved it by this share. */
const STILL_SHARE = decimal("0.2");

interface Change {
  from: Observation;
  to: Observation;
  by: Decimal;
}

/**
 * A change from one year to the next far beyond the row's own: over six times the median of its other yearly
 * changes, and over 5 percentage points or half the figure before. Rows that move with elections or surveys,
 * figures of a few events, from or to zero where zeros are common, and figures already in doubt are left alone;
 * of a leap and the way back only the leap is told. Of all rows is told what was halved or doubled after years in
 * which it stood still or nearly so, if more than chance, or fell under half of the least it ever was: elections and
 * surveys do not do that either.
 */
export const jump: Doubter = ({ series }, { entries }, doubted) =>
  entries.flatMap((entry) =>
    jumpsOf(
      entry,
      changesIn(series[entry.indicator.id] ?? []).filter(
        ({ from, to }) => !doubted.has(from) && !doubted.has(to),
      ),
    ),
  );

type Jump = Change & Pick<Parameters<typeof issue<"data/jump">>[2], "how">;

function jumpsOf(entry: Entry, changes: readonly Change[]): Doubt[] {
  const { indicator, judged, plan } = entry;
  if (judged === null) return [];
  const isOfNone = (figure: Observation) => figure.value.isZero() && mayBeZero(entry);
  const isOfFew = (figure: Observation) => restsOnFew(figure, indicator.unit, plan.method.smallNumbers);
  const jumps = changes.flatMap((change): Jump | Jump[] => {
    const { from, to } = change;
    if (isOfNone(from) || isOfNone(to)) return [];
    const isFar = !judged.flatIsNormal && !isOfFew(from) && !isOfFew(to);
    if (isFar && isJump(change, changes, indicator.unit)) return { ...change, how: TIMES };
    if (mayBeChance(from, to, indicator.unit)) return [];
    if (isLeap(change, changes)) return { ...change, how: change.by.isPositive() ? "doubled" : "halved" };
    return isBelowAll(change, changes, indicator.unit) ? { ...change, how: "lowest" } : [];
  });
  return jumps
    .filter((each) => !jumps.some((before) => isWayBack(each, before)))
    .map(({ from, to, how }) => {
      const args = {
        name: indicator.name,
        year: to.year,
        now: to.display,
        before: `${from.year}年${from.display}`,
      };
      return doubt(issue("data/jump", to.source, { ...args, how }), [to]);
    });
}

function changesIn(series: readonly Observation[]): Change[] {
  return series.flatMap((to, index) => {
    const from = series[index - 1];
    return from?.year === to.year - 1 ? [{ from, to, by: to.value.minus(from.value) }] : [];
  });
}

function isJump(change: Change, changes: readonly Change[], unit: string): boolean {
  const size = change.by.abs();
  if (size.lte(floorOf(change, unit))) return false;
  const others = changes.filter((each) => each !== change && !each.by.isZero()).map(({ by }) => by.abs());
  if (others.length < LEAST_OTHERS) return false;
  const usual = middleOf(others) ?? decimal(0);
  return size.gt(usual.times(TIMES));
}

/** Halved or doubled, after three other years at least that each moved it by little. */
function isLeap({ from, to, ...change }: Change, changes: readonly Change[]): boolean {
  const others = changes.filter((each) => each.to !== to);
  const isFar = to.value.times(2).lte(from.value) || to.value.gte(from.value.times(2));
  if (!isFar || from.value.isZero() || change.by.isZero() || others.length < LEAST_OTHERS) return false;
  return others.every((each) => each.by.abs().lt(each.from.value.times(STILL_SHARE)) || each.by.isZero());
}

/** Under half of the least that years before it had: a count of all that has become one of what was added. */
function isBelowAll({ from, to }: Change, changes: readonly Change[], unit: string): boolean {
  const before = changes.filter((each) => each.to.year <= from.year);
  const isCount = unitOf(unit).per === null && !isPercent(unitOf(unit));
  if (!isCount || to.value.isZero() || before.length < LEAST_OTHERS) return false;
  return [from, ...before.map((each) => each.from)].every(({ value }) => to.value.times(2).lt(value));
}

function floorOf({ from }: Change, unit: string): Decimal {
  const inPoints = isPercent(unitOf(unit)) && from.value.gte(LOW_PERCENT);
  return inPoints ? FLOOR_POINTS : from.value.times(FLOOR_SHARE);
}

function isWayBack({ from, by }: Change, before: Change): boolean {
  return before.to === from && before.by.isPositive() !== by.isPositive();
}
