import { isPercent, unitOf } from "../../../terms/unit.js";
import { issue } from "../../../issues/issue.js";
import { traitsOf } from "../../../plan/target-kinds.js";
import type { Entry } from "../../catalogue.js";
import { doubt, latestOf, typed, type Doubter } from "./doubt.js";

/** 100 % typed as a share of one. */
const WHOLE = 1;

/**
 * A percentage whose figures are all typed as shares, 0.9412 for 94.12, in a plan that gives no limits: with no
 * figure of the right size beside them no slip shows. Rates that should be low may be that low.
 */
export const shareTyped: Doubter = ({ series }, { entries }, doubted) =>
  entries.flatMap((entry) => {
    const { id, unit, plausible } = entry.indicator;
    if (plausible !== null || !isPercent(unitOf(unit)) || shouldBeLow(entry)) return [];
    const told = (series[id] ?? []).filter((each) => !each.value.isZero() && !doubted.has(each));
    if (told.length === 0 || told.some(({ value }) => value.gt(WHOLE))) return [];
    const { year, value, source } = latestOf(told);
    const args = { ...typed(entry, told), year, right: value.times(100).toString() };
    return doubt(issue("data/share-typed", source, args), told);
  });

function shouldBeLow({ judged }: Entry): boolean {
  return judged !== null && traitsOf(judged.target).better === "down";
}
