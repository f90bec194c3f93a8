import { measuresOf } from "../../plan/lookup.js";
import type { Plan } from "../../plan/plan.js";
import { tightText } from "../sheet/normalise.js";

/** Every 责任单位 that the plans name, for rows, projects and measures, in the order of the plans. */
export function reporterNames(plans: readonly Plan[]): string[] {
  const names = plans.flatMap((plan) => [
    ...plan.rows.flatMap(({ reporters }) => reporters.names),
    ...plan.projects.flatMap(({ reporters }) => reporters),
    ...measuresOf(plan).flatMap(({ reporters }) => reporters),
  ]);
  return [...new Set(names)];
}

/** The one of `names` a text speaks of (永川区教委, 区教委2025年度填报表); null for none or several. */
export function reporterIn(text: string, names: readonly string[]): string | null {
  const said = tightText(text);
  const found = names.filter((name) => said.includes(tightText(name)));
  const [reporter, other] = found.filter(
    (name) => !found.some((each) => each !== name && each.includes(name)),
  );
  return reporter === undefined || other !== undefined ? null : reporter;
}

/** 填报单位 as the plans write it where they know it, else as it stands. */
export function reporterOf(text: string, names: readonly string[]): string {
  return reporterIn(text, names) ?? text.trim();
}
