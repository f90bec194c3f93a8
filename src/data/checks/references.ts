import { issue, type Issue } from "../../issues/issue.js";
import { cellKey } from "../../issues/place.js";
import type { Limits } from "../../issues/checks/doubts.js";
import { decimal, type Decimal } from "../../terms/decimal.js";
import { growsWithThePlace, unitOf } from "../../terms/unit.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Entry } from "../catalogue.js";
import type { ReferenceFigure } from "../dataset.js";
import type { Check } from "./check.js";
import { isPlausible, limitsOf } from "./doubts/doubt.js";
import { mostLikely } from "./doubts/magnitude.js";
import { isNear, isNearMost } from "./doubts/near.js";
import { AS_OTHERS, HUNDREDFOLD } from "./doubts/slip.js";
import { largest } from "../../terms/long-lists.js";

/** A figure of another place, and what stands beside it. */
interface Beside {
  entry: Entry;
  figure: ReferenceFigure;
  /** Of the same place, in other years. */
  there: readonly Decimal[];
  /** Of the row, wherever: those of other places and the district's. */
  all: readonly Decimal[];
  /** The district's. */
  own: readonly Decimal[];
}

/** Looks for one way in which a figure can hardly be meant; the first that finds it tells it. */
type Doubt = (beside: Beside) => Issue | null;

const DOUBTS: readonly Doubt[] = [turned, inOtherThings, unlikeOthers, outOfReach, tenfold];

/** Of another place's figures what can hardly be meant: 0.949 for 94.9%, a year nobody has data of. */
export const references: Check = (figures, { entries }) => {
  const latest = largest(Object.values(figures.series).flatMap((all) => all.map(({ year }) => year)));
  return entries.flatMap((entry) => {
    const own = figures.references.filter(({ indicator }) => indicator === entry.indicator.id);
    const district = (figures.series[entry.indicator.id] ?? []).map(({ value }) => value);
    return own.flatMap((figure) => {
      const others = own.filter((one) => one !== figure);
      const there = others.filter(({ region }) => region === figure.region).map(({ value }) => value);
      const beside = {
        entry,
        figure,
        there,
        all: [...others.map(({ value }) => value), ...district],
        own: district,
      };
      const doubt = DOUBTS.reduce<Issue | null>((found, each) => found ?? each(beside), null);
      const isQuotient = figures.readerNotes.some(
        ({ kind, source }) => kind === "perHundred" && cellKey(source) === cellKey(figure.source),
      );
      const isLate = figure.year > latest && Number.isFinite(latest);
      return [
        ...(doubt === null ? [] : [doubt]),
        ...(isQuotient ? [quotient(beside)] : []),
        ...(isLate ? [issue("data/reference-year", figure.source, told(beside))] : []),
      ];
    });
  });
};

function told({ entry: { indicator }, figure: { year, region } }: Pick<Beside, "entry" | "figure">) {
  return { name: indicator.name, year, region };
}

function slip(beside: Beside, factor: Decimal, outside: Limits | null): Issue {
  const { value, display, source } = beside.figure;
  const times = factor.gt(1) ? factor : decimal(1).div(factor);
  const args = { display, times: times.toString(), right: value.times(factor).toString(), outside };
  return issue("data/reference-magnitude", source, { ...told(beside), ...args });
}

/** Certain, but to be seen, as it is of the district's own. */
function quotient(beside: Beside): Issue {
  const { display, value, source } = beside.figure;
  const args = { ...told(beside), display, read: value.toString() };
  return issue("data/reference-per-hundred", source, args);
}

/** 女/男 below 1, as the district's own is asked about. */
function turned(beside: Beside): Issue | null {
  const { entry, figure } = beside;
  const isRatio = entry.judged !== null && traitsOf(entry.judged.target).ratio;
  if (!isRatio || figure.value.isZero() || figure.value.gte(1)) return null;
  return issue("data/reference-below-one", figure.source, { ...told(beside), display: figure.display });
}

/** Other places differ from us, but not by this much and yet by a power of ten from most figures beside. */
const AT_HOME = 5;
const NEAR = 2;

/** A figure that is of the size of those beside it once it is multiplied by 100, 1000 or 10000. */
function unlikeOthers(beside: Beside): Issue | null {
  const { entry, figure, there, all } = beside;
  const { value } = figure;
  // Of people there is a thousand times as much elsewhere.
  const others = (isOfWholePlace(entry) ? there : all).filter((other) => !other.isZero());
  if (value.isZero() || others.length === 0 || others.some((other) => isNear(value, other, AT_HOME)))
    return null;
  const fits = HUNDREDFOLD.find(({ factor }) => {
    const right = value.times(factor);
    return isNearMost(right, others, NEAR) && isPlausible(entry, right) !== false;
  });
  return fits === undefined ? null : slip(beside, fits.factor, null);
}

/**
 * A figure outside the plan's limits, which hold for rates and ages of any place: of how many people or houses there
 * are in a larger one they say nothing. The district itself need have no figure.
 */
function outOfReach(beside: Beside): Issue | null {
  const { entry, figure } = beside;
  const { plausible } = entry.indicator;
  if (plausible === null || isOfWholePlace(entry) || isPlausible(entry, figure.value) === true) return null;
  const limits = limitsOf(plausible);
  const factors = figure.value.isZero() ? [] : mostLikely(figure.value, plausible);
  const factor = factors.find((each) => isPlausible(entry, figure.value.times(each)) === true);
  if (factor !== undefined) return slip(beside, factor, limits);
  const args = { ...told(beside), display: figure.display, unit: entry.indicator.unit, ...limits };
  return issue("data/reference-implausible", figure.source, args);
}

function isOfWholePlace({ indicator: { unit, decimals } }: Entry): boolean {
  return growsWithThePlace(unitOf(unit), decimals);
}

/** A country has a thousand times the people of a district, and the plan's limit leaves room for twenty times today's. */
const MOST_TIMES = 1_000;

/** Persons where the unit is 万人, and the other way round: a part of a person. */
function inOtherThings(beside: Beside): Issue | null {
  const { entry, figure, own } = beside;
  const { value, region } = figure;
  const { plausible, unit } = entry.indicator;
  if (!isOfWholePlace(entry)) return null;
  const { times } = unitOf(unit);
  if (times === 1) return value.isInteger() ? null : slip(beside, decimal(10_000), null);
  const most = plausible === null ? null : decimal(plausible.high).times(MOST_TIMES);
  const isMoreThanAll = most !== null && value.gt(most);
  const isMoreThanOurs =
    region !== COUNTRY && own.some((each) => !each.isZero() && value.div(each).gt(MOST_TIMES));
  return isMoreThanAll || isMoreThanOurs ? slip(beside, decimal(1).div(times), null) : null;
}

const COUNTRY = "全国";

function tenfold(beside: Beside): Issue | null {
  const { value, display, source } = beside.figure;
  const { there } = beside;
  if (value.isZero() || there.length < 2) return null;
  const right = [value.times(10), value.div(10)].find((each) =>
    there.every((other) => isNear(each, other, AS_OTHERS)),
  );
  if (right === undefined) return null;
  return issue("data/reference-tenfold", source, { ...told(beside), display, right: right.toString() });
}
