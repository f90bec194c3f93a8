import type { Plan } from "../../plan/plan.js";
import { tightText } from "../sheet/normalise.js";

/** Every 责任单位 that the plans name, for rows and for projects, in the order of the plans. */
export function unitNames(plans: readonly Plan[]): string[] {
  const names = plans.flatMap(({ rows, projects }) => [
    ...rows.flatMap(({ units }) => units.names),
    ...projects.flatMap(({ units }) => units),
  ]);
  return [...new Set(names)];
}

/** The one unit of `names` a text speaks of (永川区教委, 区教委2025年度填报表); null for none or several. */
export function unitNamed(text: string, names: readonly string[]): string | null {
  const said = tightText(text);
  const found = names.filter((name) => said.includes(tightText(name)));
  const [unit, other] = found.filter((name) => !found.some((each) => each !== name && each.includes(name)));
  return unit === undefined || other !== undefined ? null : unit;
}

/** 填报单位 as the plans write it where they know it, else as it stands. */
export function reporterOf(text: string, names: readonly string[]): string {
  return unitNamed(text, names) ?? text.trim();
}
