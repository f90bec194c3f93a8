import type { Level } from "../plan/plan.js";
import { goalInPlan, meets } from "./goal.js";
import type { LevelRate, ScoredRow } from "./scorecard.js";

/** What the plans above this one are called where a rate is taken by their targets; in the order they are told. */
export const LEVELS: Readonly<Record<Level, { name: string }>> = {
  national: { name: "国家目标" },
  municipal: { name: "市级目标" },
};

/**
 * How many rows meet what plans above ask of them, over those that have such a target and a figure of the year. The
 * comparison is exact, as with the plan's own. Levels that ask nothing are left out.
 */
export function levelRatesOf(rows: readonly ScoredRow[]): LevelRate[] {
  return (Object.keys(LEVELS) as Level[]).flatMap((level) => {
    const met = rows.flatMap(({ row, value }) => {
      const target = row.targets[level];
      return target === undefined || value === null ? [] : [meets(goalInPlan(target), value)];
    });
    return met.length === 0
      ? []
      : [{ level, rate: { n: met.filter((each) => each).length, of: met.length } }];
  });
}
