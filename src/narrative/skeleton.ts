import type { Plan } from "../plan/plan.js";
import type { ReportKind } from "./narrative.js";
import { JOINT, slotsFor } from "./slots.js";

/** The headings that reports of these kinds take text from, ready to be written under. */
export function narrativeSkeleton(plan: Plan, kinds: readonly ReportKind[]): string {
  const headings = new Set(kinds.flatMap((kind) => slotsFor(kind, plan)).map(({ heading }) => heading));
  return [...headings].flatMap(linesOf).join("\n");
}

/** 妇女与健康·建议 stands as a part below its domain, which is written before the first of them. */
function linesOf(heading: string, at: number, all: readonly string[]): string[] {
  const [whole = "", part] = heading.split(JOINT);
  if (part === undefined) return [`# ${whole}\n`];
  const isFirst = all[at - 1]?.split(JOINT)[0] !== whole;
  return [...(isFirst ? [`# ${whole}\n`] : []), `## ${part}\n`];
}
