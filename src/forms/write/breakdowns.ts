import type { Dataset, GroupFigure } from "../../data/dataset.js";
import type { Decimal } from "../../terms/decimal.js";
import type { Grouping, Indicator, PlanRow } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";

/** A figure asked for by town or institution. */
export interface Breakdown {
  indicator: Indicator;
  /** The plan's wording. */
  target: string;
  grouping: Grouping;
  groups: readonly { name: string; previous: Decimal | null }[];
  /** Lines left for groups whose names nobody has told yet. */
  blanks: number;
}

/** Lines where neither the plan nor earlier data say how many groups there are. */
const UNKNOWN_COUNT = 20;
/** Lines for groups that are new this year. */
const SPARE = 3;

/** What a row that every group must meet asks for; null for other rows. */
export function breakdownOf(
  row: PlanRow,
  { groups }: Pick<Dataset, "groups">,
  year: number,
): Breakdown | null {
  const { sites } = traitsOf(row.target);
  if (sites === null) return null;
  const { grouping, expected } = sites;
  const earlier = groups.filter((each) => each.grouping === grouping && each.year < year);
  const own = latest(earlier.filter((each) => each.indicator === row.id));
  // Another row of the same towns or institutions has named them.
  const named = own.length > 0 ? own : latest(earlier);
  const names = [...new Set(named.map(({ group }) => group))];
  const previous = (name: string) =>
    own.find((each) => each.group === name && each.year === year - 1)?.value ?? null;
  const usual = names.length > 0 ? SPARE : UNKNOWN_COUNT;
  return {
    indicator: row,
    target: row.target.text,
    grouping,
    groups: names.map((name) => ({ name, previous: previous(name) })),
    blanks: expected === null ? usual : Math.max(0, expected - names.length),
  };
}

function latest(figures: readonly GroupFigure[]): GroupFigure[] {
  const year = Math.max(...figures.map((each) => each.year));
  return figures.filter((each) => each.year === year);
}
