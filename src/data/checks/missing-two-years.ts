import { issue } from "../../issue.js";
import type { Plan } from "../../plan/plan.js";
import type { Catalogue, Entry } from "../catalogue.js";
import type { Check, Figures } from "./check.js";

/**
 * Rows and parts no unit has reported in the latest data year nor in the year before. Told only where the
 * folder has data of both years: a folder of one year's forms says nothing of the year before.
 */
export const missingTwoYears: Check = (figures, catalogue) =>
  catalogue.plans.flatMap((plan) => {
    const entries = judgedEntries(catalogue, plan);
    const years = new Map(entries.map((entry) => [entry, yearsOf(entry, figures)]));
    const all = [...years.values()].flat();
    const latest = Math.max(...all);
    if (!all.includes(latest - 1) || latest <= plan.period.start) return [];
    return entries.flatMap((entry) => {
      const last = Math.max(0, ...(years.get(entry) ?? []));
      if (last >= latest - 1) return [];
      const { id, name } = entry.indicator;
      const args = { id, name, latest, last: last === 0 ? null : last };
      return { ...issue("data/missing-two-years", null, args), indicator: id };
    });
  });

function judgedEntries({ entries }: Catalogue, plan: Plan): Entry[] {
  return entries.filter((entry) => entry.plan === plan && entry.judged !== null && !entry.compound);
}

/** The years of the district's figures and, where every unit is judged, of the units'. */
function yearsOf({ indicator, judged }: Entry, { series, groups }: Figures): number[] {
  const grouping = judged?.target.kind === "each" ? judged.target.grouping : null;
  const units = groups.filter((each) => each.indicator === indicator.id && each.grouping === grouping);
  return [...(series[indicator.id] ?? []), ...units].map(({ year }) => year);
}
