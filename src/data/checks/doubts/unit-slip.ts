import { issue } from "../../../issues/issue.js";
import { doubt, plausibleRate, typed, type Doubter } from "./doubt.js";
import { slipsIn, TENFOLD } from "./slip.js";

/**
 * A figure off by ten from the row's other years: likely a slip, but rows have been known to grow that much. What
 * its own 分子 and 分母 say of it is told already.
 */
export const unitSlip: Doubter = (figures, { entries }, doubted) =>
  entries.flatMap((entry) => {
    const own = (figures.series[entry.indicator.id] ?? []).filter((each) => !doubted.has(each));
    if (own.length < 2) return [];
    const slips = slipsIn(figures, entry, own, TENFOLD);
    // Of two figures each is off from the other: the later is asked about.
    return (slips.length === own.length ? slips.slice(-1) : slips).flatMap(({ figure, factor }) => {
      if (plausibleRate(entry, figure) !== null) return [];
      const { year, value, source } = figure;
      const args = { ...typed(entry, [figure]), year, right: value.times(factor).toString() };
      return doubt(issue("data/unit-slip", source, args), [figure]);
    });
  });
