import { groupBy } from "../terms/group-by.js";
import type { GroupFigure } from "./dataset.js";

const NONE: readonly GroupFigure[] = [];

/** The groups' figures of one indicator, in their order. A hundred indicators ask: a hundred thousand figures are gone through once. */
export function groupsOf(groups: readonly GroupFigure[], indicator: string): readonly GroupFigure[] {
  const known = BY_INDICATOR.get(groups) ?? groupBy(groups, (each) => each.indicator);
  BY_INDICATOR.set(groups, known);
  return known.get(indicator) ?? NONE;
}

/** Figures that were settled do not change. */
const BY_INDICATOR = new WeakMap<readonly GroupFigure[], ReadonlyMap<string, readonly GroupFigure[]>>();
