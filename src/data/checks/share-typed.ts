import { isPercent, unitOf } from "../../terms/unit.js";
import { issue } from "../../issues/issue.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Entry } from "../catalogue.js";
import type { Check } from "./check.js";
import { slipOf } from "./unit-slip.js";

/** 100 % typed as a share of one. */
const WHOLE = 1;

/**
 * A percentage whose figures are all typed as shares, 0.9412 for 94.12: with no figure of the right size beside
 * them no slip shows. Rates that should be low may be that low.
 */
export const shareTyped: Check = (figures, { entries }) =>
  entries.flatMap((entry) => {
    const { id, name, unit } = entry.indicator;
    const told = (figures.series[id] ?? []).filter(({ value }) => !value.isZero());
    const latest = told.at(-1);
    if (!isPercent(unitOf(unit)) || shouldBeLow(entry) || latest === undefined) return [];
    if (told.some(({ value }) => value.gt(WHOLE)) || slipOf(figures, entry, latest) !== null) return [];
    const { year, display, value, source } = latest;
    return issue("data/share-typed", source, { name, year, display, right: value.times(100).toString() });
  });

function shouldBeLow({ judged }: Entry): boolean {
  return judged !== null && traitsOf(judged.target).better === "down";
}
