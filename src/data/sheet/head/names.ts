import { measuresOf } from "../../../plan/lookup.js";
import type { Plan } from "../../../plan/plan.js";
import { reporterNames } from "../../settle/reporters.js";

/** What the plans call themselves, their subjects, indicators, projects, measures and offices. */
export function namesOf(plans: readonly Plan[]): string[] {
  const names = plans.flatMap(
    ({ title, shortTitle, domains, topics, rows, series, projects, chapters, ...plan }) => [
      title,
      shortTitle,
      ...[...domains, ...topics, ...series, ...projects].map(({ name }) => name),
      ...rows.flatMap(({ name, aliases, parts }) => [name, ...aliases, ...parts.map((part) => part.name)]),
      ...chapters.map((chapter) => chapter.title),
      ...measuresOf({ chapters }).map((measure) => measure.title),
      plan.document.issuer,
    ],
  );
  return [...new Set([...names, ...reporterNames(plans)])].filter((name) => name !== "");
}
