import { unitOf } from "../../../terms/unit.js";
import { issue } from "../../../issues/issue.js";
import { doubt, latestOf, typed, type Doubter } from "./doubt.js";

/** Half a household: a row that is counted in whole things has a figure that is none, a row at once. */
export const brokenCount: Doubter = ({ series }, { entries }, doubted) =>
  entries.flatMap((entry) => {
    const { id, unit, decimals } = entry.indicator;
    const { kind, times } = unitOf(unit);
    if (kind !== "count" || times !== 1 || decimals > 0) return [];
    const broken = (series[id] ?? []).filter((each) => !doubted.has(each) && !each.value.isInteger());
    if (broken.length === 0) return [];
    return doubt(issue("data/broken-count", latestOf(broken).source, typed(entry, broken)), broken);
  });
