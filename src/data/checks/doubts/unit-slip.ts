import { issue } from "../../../issues/issue.js";
import { doubt, plausibleRate, typed, type Doubter } from "./doubt.js";
import { slipOf, TENFOLD } from "./slip.js";

/**
 * A figure off by ten from the row's other years: likely a slip, but rows have been known to grow that much. What
 * its own 分子 and 分母 say of it is told already.
 */
export const unitSlip: Doubter = (figures, { entries }, doubted) =>
  entries.flatMap((entry) =>
    (figures.series[entry.indicator.id] ?? []).flatMap((each) => {
      const isTold = doubted.has(each) || plausibleRate(entry, each) !== null;
      const factor = isTold ? null : slipOf(figures, entry, each, TENFOLD);
      if (factor === null) return [];
      const args = { ...typed(entry, [each]), year: each.year, right: each.value.times(factor).toString() };
      return doubt(issue("data/unit-slip", each.source, args), [each]);
    }),
  );
