import { issue } from "../../../issues/issue.js";
import { traitsOf } from "../../../plan/target-kinds.js";
import type { Entry } from "../../catalogue.js";
import { doubt, latestOf, typed, type Doubter } from "./doubt.js";

/** Digits a ratio is told with. */
const DIGITS = 3;

/**
 * 女/男 below 1, be it typed as one number or as two: in the trade many write 女:男, and more places for men than
 * for women are rare.
 */
export const turnedRatio: Doubter = ({ series }, { entries }, doubted) =>
  entries.filter(isRatio).flatMap((entry) => {
    const below = (series[entry.indicator.id] ?? []).filter(
      (each) => !doubted.has(each) && !each.value.isZero() && each.value.lt(1),
    );
    if (below.length === 0) return [];
    const { value, source } = latestOf(below);
    const ratio = `1：${value.toSignificantDigits(DIGITS).toString()}`;
    return doubt(issue("data/ratio-below-one", source, { ...typed(entry, below), ratio }), below);
  });

function isRatio({ judged }: Entry): boolean {
  return judged !== null && traitsOf(judged.target).ratio;
}
