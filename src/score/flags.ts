import { shownStep, type Decimal } from "../terms/decimal.js";
import type { Observation } from "../data/dataset.js";
import type { Indicator, Plan } from "../plan/plan.js";
import { FLAGS, type Flag } from "../terms/flag.js";
import { meets } from "./goal.js";
import { type Baseline, type Goal, type GroupEvidence, type YearValue } from "./scorecard.js";

/** What the flags look at, whatever the target kind. */
export interface Facts {
  plan: Plan;
  indicator: Indicator;
  numeric: boolean;
  value: Decimal | null;
  baseline: Baseline | null;
  series: readonly YearValue[];
  goal: Goal | null;
  /** Values at which the judgement turns. */
  edges: readonly Decimal[];
  observation: Observation | null;
  groups: GroupEvidence | null;
  /** Whether a past value was changed in a later form, in any year that is printed. */
  revised: boolean;
}

/** A flag that depends on the figures only. The flags of a single kind come with its judgement. */
interface FlagRule {
  flag: Flag;
  holds: (facts: Facts) => boolean;
}

const RULES: readonly FlagRule[] = [
  { flag: "metAtBaseline", holds: metAtBaseline },
  { flag: "fellBack", holds: fellBack },
  {
    flag: "baselineFallback",
    holds: ({ value, baseline }) => value !== null && baseline?.origin === "fallback",
  },
  { flag: "doubtfulBaseline", holds: ({ value, baseline }) => value !== null && isDoubtful(baseline) },
  { flag: "partial", holds: sitesMissing },
  { flag: "fragile", holds: fragile },
  { flag: "smallNumbers", holds: smallNumbers },
  { flag: "revised", holds: ({ revised }) => revised },
  { flag: "singlePoint", holds: ({ series }) => series.length === 1 },
];

/** All flags that hold, `judged` (those of the target kind) among them, in the order of FLAGS. */
export function flagsOf(facts: Facts, judged: readonly Flag[]): Flag[] {
  const holding = RULES.filter(({ holds }) => holds(facts)).map(({ flag }) => flag);
  return inOrder([...holding, ...judged]);
}

/** Each flag once, in the order of FLAGS. */
export function inOrder(flags: readonly Flag[]): Flag[] {
  return FLAGS.filter((flag) => flags.includes(flag));
}

function metAtBaseline({ numeric, value, baseline, goal, plan }: Facts): boolean {
  if (!numeric || value === null || baseline === null || goal === null) return false;
  return baseline.year === plan.period.baseline && meets(goal, baseline.value);
}

function fellBack(facts: Facts): boolean {
  const { numeric, value, baseline, goal } = facts;
  if (!numeric || value === null || goal === null || meets(goal, value)) return false;
  return (baseline !== null && meets(goal, baseline.value)) || metInData(facts);
}

/** Whether the data hold a year that met the target; of a row that does not meet it now, an earlier one. */
export function metInData({ series, goal }: Pick<Facts, "series" | "goal">): boolean {
  return goal !== null && series.some(({ value }) => meets(goal, value));
}

function isDoubtful(baseline: Baseline | null): boolean {
  return baseline !== null && baseline.doubtful !== null;
}

function sitesMissing({ groups }: Facts): boolean {
  return groups !== null && groups.expected !== null && groups.reported < groups.expected;
}

function fragile({ numeric, value, edges, indicator }: Facts): boolean {
  if (!numeric || value === null) return false;
  return edges.some((edge) => value.minus(edge).abs().lte(shownStep(indicator.decimals)));
}

function smallNumbers({ observation, plan }: Facts): boolean {
  const events = observation?.numerator ?? null;
  return events !== null && events.value.lt(plan.method.smallNumbers);
}
