import type { Decimal } from "../terms/decimal.js";
import type { Dataset, GroupFigure, Observation } from "../data/dataset.js";
import type { Judged, Plan } from "../plan/plan.js";
import { groupsOf } from "../data/groups-of.js";
import { traitsOf } from "../plan/target-kinds.js";
import { parseAddress } from "../workbook/address.js";
import type { Sites } from "../plan/traits.js";
import type { Baseline, YearValue } from "./scorecard.js";

/** What was reported of an indicator from the baseline year up to t. */
export interface History {
  /** The figures that are judged, years ascending. */
  series: readonly YearValue[];
  /** The latest figure from before the baseline year; no rule looks at it. */
  earlier: YearValue | null;
  /** The district's own figures where sites are judged in their place; else empty. */
  district: readonly YearValue[];
  /** The sites' figures of year t, the farthest from the target first. */
  groups: readonly GroupFigure[];
  /** The reported cell of year t; null where sites are judged. */
  observation: Observation | null;
}

/**
 * The district's figures; or, where the target asks for every site and year t has them, each year's worst one.
 * One unit's figure is never followed by the district's: a minimum below an average is not a decline.
 */
export function historyOf({ id, target }: Judged, dataset: Dataset, plan: Plan, year: number): History {
  const { sites, better } = traitsOf(target);
  const inTime = (figure: { year: number }) => figure.year >= plan.period.baseline && figure.year <= year;
  const observations = (dataset.series[id] ?? []).filter(inTime);
  const before = (dataset.series[id] ?? []).filter((figure) => figure.year < plan.period.baseline);
  const earlier = before.map(yearValue).sort(byYear).at(-1) ?? null;
  const district = observations.map(yearValue).sort(byYear);
  const groups = sites === null ? [] : worstFirst(id, sites, better, dataset).filter(inTime);
  const now = groups.filter((figure) => figure.year === year);
  if (now.length === 0) {
    const observation = observations.find((each) => each.year === year) ?? null;
    return { series: district, earlier, district: [], groups: [], observation };
  }
  return { series: worstByYear(groups), earlier: null, district, groups: now, observation: null };
}

function worstFirst(id: string, { grouping }: Sites, better: string, dataset: Dataset): GroupFigure[] {
  const sign = better === "up" ? 1 : -1;
  return groupsOf(dataset.groups, id)
    .filter((figure) => figure.grouping === grouping)
    .sort((a, b) => sign * a.value.comparedTo(b.value) || inSheets(a, b));
}

/** As they stand in the files, which is as offices list their towns; by name where one cell tells of both. */
function inSheets(a: GroupFigure, b: GroupFigure): number {
  const [one, other] = [placeOf(a), placeOf(b)];
  const at = one.findIndex((part, nth) => part !== other[nth]);
  return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1;
}

function placeOf({ source, group }: GroupFigure): readonly (string | number)[] {
  const { row, column } = parseAddress(source.cell) ?? { row: 0, column: 0 };
  return [source.file, source.sheet, row, column, group];
}

/** `figures` has the worst first. */
function worstByYear(figures: readonly GroupFigure[]): YearValue[] {
  const years = [...new Set(figures.map(({ year }) => year))];
  return years
    .map((year) => figures.find((figure) => figure.year === year) as GroupFigure)
    .map(yearValue)
    .sort(byYear);
}

function yearValue({ year, value }: YearValue): YearValue {
  return { year, value };
}

function byYear(a: YearValue, b: YearValue): number {
  return a.year - b.year;
}

export function valueIn(series: readonly YearValue[], year: number): Decimal | null {
  return series.find((each) => each.year === year)?.value ?? null;
}

/** The latest year before `year` with data. */
export function lastBefore(series: readonly YearValue[], year: number): YearValue | null {
  return series.findLast((each) => each.year < year) ?? null;
}

/**
 * What progress to year t is measured from: the data's own baseline year, else the figure in the plan's
 * text, else the earliest later year with data before t. The text speaks of the district, so it is no
 * baseline for a series of sites.
 */
export function baselineOf(indicator: Judged, history: History, plan: Plan, year: number): Baseline | null {
  const earlier = history.series.filter((each) => each.year < year);
  const first = earlier[0];
  if (first?.year === plan.period.baseline) return { ...first, origin: "data", doubtful: null };
  const source = indicator.baseline;
  if (source !== null && source.year < year && history.groups.length === 0) {
    return { year: source.year, value: source.value, origin: "source", doubtful: source.doubtful };
  }
  return first === undefined ? null : { ...first, origin: "fallback", doubtful: null };
}
