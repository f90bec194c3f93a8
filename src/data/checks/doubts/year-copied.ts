import { groupBy } from "../../../terms/group-by.js";
import { issue } from "../../../issues/issue.js";
import type { Catalogue } from "../../catalogue.js";
import type { Figures } from "../check.js";
import type { Observation } from "../../dataset.js";
import { doubt, type Doubter } from "./doubt.js";
import { largest } from "../../../terms/long-lists.js";

/** A row and its figure of the year before. */
interface Pair {
  before: Observation;
  now: Observation;
}

/** One or two rows may well stand still; a few among many others do so by chance, this many do not. */
const LEAST_ROWS = 3;
const NO_CHANCE = 5;

/**
 * Figures of a workbook's latest year that are those of the year before, where they are many or most of what it tells:
 * who fills in a form has the old ones beside the blanks. Rows that stand still for good reasons tell nothing, nor do
 * those with a remark.
 */
export const yearCopied: Doubter = (figures, catalogue) =>
  [...groupBy(pairsIn(figures, catalogue), ({ now }) => now.source.file).values()].flatMap((pairs) => {
    const year = largest(pairs.map(({ now }) => now.year));
    const latest = pairs.filter(({ now }) => now.year === year);
    const copied = latest.filter(({ before, now }) => before.value.eq(now.value)).map(({ now }) => now);
    const [first] = copied;
    const isMost = copied.length >= LEAST_ROWS && 2 * copied.length > latest.length;
    if (first === undefined || !(isMost || copied.length >= NO_CHANCE)) return [];
    return [doubt(issue("data/year-copied", first.source, { year, count: copied.length }), copied)];
  });

function pairsIn({ series }: Figures, { entries }: Catalogue): Pair[] {
  return entries
    .filter(({ judged }) => judged !== null && !judged.flatIsNormal)
    .flatMap(({ indicator }) => {
      const years = series[indicator.id] ?? [];
      return years.flatMap((now, index): Pair[] => {
        const before = years[index - 1];
        return before?.year === now.year - 1 && isTelling(now) ? [{ before, now }] : [];
      });
    });
}

/** Counts, shares of a few things (75) and limits (100) come again by themselves. */
function isTelling({ value, remark }: Observation): boolean {
  return !value.isInteger() && remark === "";
}
