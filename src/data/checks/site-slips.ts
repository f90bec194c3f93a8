import type { Decimal } from "../../terms/decimal.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import { issue, type Issue } from "../../issues/issue.js";
import type { Entry } from "../catalogue.js";
import type { Check } from "./check.js";
import { isPlausible } from "./doubts/doubt.js";
import { isNear, middleOf } from "./doubts/near.js";
import { AS_OTHERS, AT_HOME, HUNDREDFOLD } from "./doubts/slip.js";
import { siteTables, type GroupTable } from "./site-tables.js";

/**
 * The figure of one site that is off by 10, 100, 1000 or 10000 from the other sites', or a zero among percentages far from
 * it: the worst site's figure is the row's.
 */
export const siteSlips: Check = (figures, { entries }) =>
  entries.flatMap((entry) => {
    const tables = siteTables(figures, entry);
    return tables.flatMap((table, at) => {
      const emptied = emptiedIn(entry, table, tables[at - 1] ?? null);
      return emptied === null ? slipsIn(entry, table) : [emptied];
    });
  });

/** Zeros in half of a table or more, where each of these sites had something the time before: nobody reported. */
function emptiedIn(
  entry: Entry,
  { year, grouping, figures }: GroupTable,
  before: GroupTable | null,
): Issue | null {
  if (before === null) return null;
  const had = new Set(before.figures.flatMap(({ group, value }) => (value.isZero() ? [] : [group])));
  const emptied = figures.filter(({ value, group }) => value.isZero() && had.has(group));
  const [first] = emptied;
  if (first === undefined || emptied.length < ENOUGH || emptied.length * 2 < figures.length) return null;
  const { name, unit } = entry.indicator;
  const found = issue("data/site-slip", first.source, {
    ...{ name, year, unit, right: null, display: first.display },
    group: `${emptied.length}个${grouping}`,
    beside: `它们${before.year}年都不是0`,
  });
  return { ...found, cells: emptied.map(({ source }) => source) };
}

/** One in so many may be a slip. */
const FEW = 10;
/** As many sites are needed to say where they are at home. */
const ENOUGH = 4;

function slipsIn(entry: Entry, { year, grouping, figures }: GroupTable): Issue[] {
  const values = figures.map(({ value }) => value).filter((value) => !value.isZero());
  const middle = values.length < ENOUGH ? null : middleOf(values);
  const zerosAreLost = areFarFromZero(entry, values);
  return figures.flatMap(({ value, group, display, source }) => {
    const { name, unit } = entry.indicator;
    const told = { name, year, beside: `其他${grouping}`, group, display, unit };
    if (value.isZero())
      return zerosAreLost
        ? [issue("data/site-slip", source, { ...told, beside: `其他${grouping}都远大于0`, right: null })]
        : [];
    const right = mended(entry, value, middle);
    if (right !== null) return [issue("data/site-slip", source, { ...told, right: right.toString() })];
    const tenfold = tenfoldOf(entry, value, middle);
    return tenfold === null
      ? []
      : [issue("data/site-tenfold", source, { ...told, right: tenfold.toString() })];
  });
}

/** The figure put right; null where it is at home, or nothing mends it. */
function mended(entry: Entry, value: Decimal, middle: Decimal | null): Decimal | null {
  const isAtHome = middle === null ? isPlausible(entry, value) !== false : isNear(value, middle, AT_HOME);
  if (isAtHome) return null;
  const fits = (right: Decimal): boolean =>
    isPlausible(entry, right) !== false && (middle === null || isNear(right, middle, AT_HOME));
  return HUNDREDFOLD.map(({ factor }) => value.times(factor)).find(fits) ?? null;
}

/** A percentage that no site can have, and ten times it is where the others are: 9.87 among 98. */
function tenfoldOf(entry: Entry, value: Decimal, middle: Decimal | null): Decimal | null {
  const right = value.times(10);
  const isSlip = middle !== null && isPlausible(entry, value) === false && isNear(right, middle, AS_OTHERS);
  return isSlip && isPlausible(entry, right) !== false ? right : null;
}

function areFarFromZero({ indicator }: Entry, values: readonly Decimal[]): boolean {
  const least = indicator.plausible?.low ?? null;
  if (least === null || least.isZero() || !isPercent(unitOf(indicator.unit))) return false;
  // One or two that are slips themselves say nothing of the zero.
  const low = values.filter((value) => value.lt(least));
  return values.length >= ENOUGH && low.length * FEW <= values.length;
}
