import type { Plan } from "../plan/plan.js";
import type { ReportKind, Slot } from "./narrative.js";
import { ancestors, slotsFor } from "./slots.js";

/** The headings of every part of reports of these kinds, ready to be written under. */
export function narrativeSkeleton(plan: Plan, kinds: readonly ReportKind[]): string {
  const written = new Set<Slot["id"]>();
  const lines = kinds.flatMap((kind) => {
    const slots = slotsFor(kind, plan);
    // What two kinds share is written once.
    const own = slots.filter(({ id }) => !written.has(id));
    own.forEach(({ id }) => written.add(id));
    return own.map((slot) => `${headingOf(slot, slots)}\n`);
  });
  return lines.join("\n");
}

/** ## 工作措施: a part of a chapter stands one level below it. */
export function headingOf(slot: Slot, slots: readonly Slot[]): string {
  return `${"#".repeat(ancestors(slot, slots).length + 1)} ${slot.heading}`;
}
