import type { Dataset, GroupFigure } from "../../data/dataset.js";
import type { Decimal } from "../../terms/decimal.js";
import type { Grouping, Indicator, Plan, PlanRow } from "../../plan/plan.js";
import { keptNames } from "../../data/settle/sites.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Sites } from "../../plan/traits.js";
import { largest } from "../../terms/long-lists.js";

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
/** Lines for groups that are new this year; who needs more copies one. */
const SPARE = 10;

/** What a row that every group must meet asks for; null for other rows. */
export function breakdownOf(
  row: PlanRow,
  plan: Plan,
  { groups }: Pick<Dataset, "groups">,
  year: number,
): Breakdown | null {
  const { sites } = traitsOf(row.target);
  if (sites === null) return null;
  const { grouping } = sites;
  const earlier = groups.filter((each) => each.grouping === grouping && each.year < year);
  const own = latest(earlier.filter((each) => each.indicator === row.id));
  // Another row of the same towns or institutions has named them.
  const told = [...new Set((own.length > 0 ? own : latest(earlier)).map(({ group }) => group))];
  const named = grouping === plan.terms.sites && plan.sites.length > 0 ? plan.sites : told;
  const kept = keptNames([...new Set([...named, ...told])], [plan.region]);
  const previous = (name: string) =>
    own.find((each) => each.year === year - 1 && kept.get(each.group) === kept.get(name))?.value ?? null;
  return {
    indicator: row,
    target: row.target.text,
    grouping,
    groups: named.map((name) => ({ name, previous: previous(name) })),
    blanks: blanksBehind(named.length, sites, plan),
  };
}

/** All towns are known where the plan says how many there are; every town has its institution, if nobody has told them. */
function blanksBehind(named: number, { grouping, expected }: Sites, { sites, terms }: Plan): number {
  if (grouping === terms.sites && sites.length > 0) return 0;
  if (expected !== null) return Math.max(0, expected - named);
  return named > 0 ? SPARE : (sites.length || UNKNOWN_COUNT) + SPARE;
}

function latest(figures: readonly GroupFigure[]): GroupFigure[] {
  const year = largest(figures.map((each) => each.year));
  return figures.filter((each) => each.year === year);
}
