import { issue } from "../../../issues/issue.js";
import { doubt, isPlausible, latestOf, limitsOf, plausibleRate, typed, type Doubter } from "./doubt.js";

/**
 * Figures outside the plan's limits that no power of ten brings inside, a row at once. Zero has its own rule; of a
 * figure whose 分子 and 分母 give a plausible rate it is told that it differs from that.
 */
export const implausible: Doubter = ({ series }, { entries }, doubted) =>
  entries.flatMap((entry) => {
    const { id, plausible } = entry.indicator;
    const out = (series[id] ?? []).filter(
      (each) =>
        !doubted.has(each) &&
        !each.value.isZero() &&
        isPlausible(entry, each.value) === false &&
        plausibleRate(entry, each) === null,
    );
    if (plausible === null || out.length === 0) return [];
    const args = { ...typed(entry, out), ...limitsOf(plausible) };
    return doubt(issue("data/implausible", latestOf(out).source, args), out);
  });
