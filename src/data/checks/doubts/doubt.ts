import type { Decimal } from "../../../terms/decimal.js";
import { unitOf } from "../../../terms/unit.js";
import type { Issue } from "../../../issues/issue.js";
import type { Limits, Typed } from "../../../issues/checks/doubts.js";
import type { Catalogue, Entry } from "../../catalogue.js";
import type { Observation } from "../../dataset.js";
import type { Figures } from "../check.js";
import { rateOf } from "../fraction.js";

/** A finding that figures are hardly what was meant, and which figures they are. */
export interface Doubt {
  issue: Issue;
  figures: readonly Observation[];
}

/** Looks for one way figures go wrong, among those that graver findings have left: a figure is doubted once. */
export type Doubter = (figures: Figures, catalogue: Catalogue, doubted: ReadonlySet<Observation>) => Doubt[];

/** A finding on all of `figures` at once. */
export function doubt(issue: Issue, figures: readonly Observation[]): Doubt {
  const cells = figures.length > 1 ? figures.map(({ source }) => source) : [];
  return { issue: { ...issue, cells }, figures };
}

/** Figures of one row, years ascending, as messages tell them. */
export function typed({ indicator }: Entry, figures: readonly Observation[]): Typed {
  return {
    name: indicator.name,
    years: figures.map(({ year }) => year),
    display: latestOf(figures).display,
    unit: indicator.unit,
  };
}

export function latestOf(figures: readonly Observation[]): Observation {
  const latest = figures.at(-1);
  if (latest === undefined) throw new Error("A doubt about no figure");
  return latest;
}

export function limitsOf({ low, high }: NonNullable<Entry["indicator"]["plausible"]>): Limits {
  return { low: low.toString(), high: high.toString() };
}

/** Whether the plan's limits hold a figure; null where the plan gives none. */
export function isPlausible({ indicator: { plausible } }: Entry, value: Decimal): boolean | null {
  return plausible === null ? null : value.gte(plausible.low) && value.lte(plausible.high);
}

/** The rate that a figure's own 分子 and 分母 give, where the plan's limits hold it; else null. */
export function plausibleRate(entry: Entry, observation: Observation): Decimal | null {
  const { per } = unitOf(entry.indicator.unit);
  const rate = per === null ? null : rateOf(observation, per);
  return rate !== null && isPlausible(entry, rate) === true ? rate : null;
}
