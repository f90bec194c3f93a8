import { groupBy } from "../../../terms/group-by.js";
import { issue } from "../../../issues/issue.js";
import type { Observation, Revision } from "../../dataset.js";
import { largest } from "../../../terms/long-lists.js";
import type { Figures } from "../check.js";
import { doubt, type Doubter } from "./doubt.js";

/** A figure that is what the year before had, in a form that gives that year another. */
interface Swapped {
  name: string;
  now: Observation;
  revision: Revision;
}

/** One whole number may come again by chance. */
const LEAST_WHOLE = 2;

/** What last year is given now is what the year before it had: all figures stand one year late. */
function isShifted(
  { revision }: Swapped,
  series: Figures["series"],
  revisions: Figures["revisions"],
): boolean {
  const { indicator, year, new: typed } = revision;
  const before = [
    ...revisions
      .filter((each) => each.indicator === indicator && each.year === year - 1)
      .map(({ old }) => old),
    ...(series[indicator] ?? []).filter((each) => each.year === year - 1),
  ];
  return before.some(({ value }) => value.eq(typed.value));
}

/** 上年数 and 本年数 of a form filled in each other's place: this year's figure is what last year's was until now. */
export const yearsSwapped: Doubter = ({ series, revisions }, { byId }, doubted) => {
  const found = revisions.flatMap((revision): Swapped[] => {
    const { indicator, year, old, new: typed } = revision;
    const now = series[indicator]?.find((each) => each.year === year + 1);
    const name = byId.get(indicator)?.indicator.name;
    if (now === undefined || name === undefined || doubted.has(now)) return [];
    const isOneForm = now.source.file === typed.source.file && now.source.sheet === typed.source.sheet;
    return isOneForm && now.value.eq(old.value) ? [{ name, now, revision }] : [];
  });
  const forms = groupBy(found, ({ now: { source } }) => [source.file, source.sheet].join("\n"));
  return [...forms.values()].flatMap((all) => {
    const latest = largest(all.map(({ now }) => now.year));
    const rows = all.filter(({ now }) => now.year === latest);
    const [first] = rows;
    const isTelling = rows.length >= LEAST_WHOLE || first?.now.value.isInteger() === false;
    if (first === undefined || !isTelling) return [];
    const { year, old, new: typed } = first.revision;
    const args = {
      count: rows.length,
      name: first.name,
      year: year + 1,
      now: first.now.display,
      old: old.display,
      typed: typed.display,
      shifted: rows.filter((row) => isShifted(row, series, revisions)).length * 2 > rows.length,
    };
    return doubt(
      issue("data/years-swapped", first.now.source, args),
      rows.map(({ now }) => now),
    );
  });
};
