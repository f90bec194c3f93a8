import { nearest } from "../terms/nearest.js";
import type { Slot } from "./narrative.js";
import { headingKey, JOINT } from "./slots.js";

/** The headings a file may use, ready to be looked up by what a person typed. */
export interface Headings {
  slots: readonly Slot[];
  byKey: ReadonlyMap<string, Slot>;
  /** Domain names whose parts may stand one level below, by key. */
  groups: ReadonlyMap<string, string>;
}

export function headingsOf(slots: readonly Slot[]): Headings {
  const names = slots.flatMap(({ heading }) => heading.split(JOINT).slice(0, -1));
  return {
    slots,
    byKey: new Map(slots.map((slot) => [headingKey(slot.heading), slot])),
    groups: new Map(names.map((name) => [headingKey(name), name])),
  };
}

/** The slot a heading names by itself: 主要做法和成效, 妇女与健康·建议. */
export function namedSlot({ byKey }: Headings, text: string): Slot | null {
  return byKey.get(headingKey(text)) ?? null;
}

/** The slot a heading names below its domain's: 建议 under 妇女与健康. */
export function partOf({ byKey }: Headings, group: string, text: string): Slot | null {
  return byKey.get(headingKey(group + JOINT + text)) ?? null;
}

/** The domain a heading names, or null. */
export function namedGroup({ groups }: Headings, text: string): string | null {
  return groups.get(headingKey(text)) ?? null;
}

/** The headings that could stand here, and the one a mistyped heading most likely means. */
export function suggestions(
  { slots, groups }: Headings,
  group: string | null,
  text: string,
): { nearest: string | null; known: string[] } {
  const whole = [...slots.map(({ heading }) => heading), ...groups.values()];
  const parts = group === null ? [] : partsOf(slots, group);
  const candidates = [...parts, ...whole];
  const key = nearest(headingKey(text), candidates.map(headingKey));
  const known = parts.length > 0 ? parts : whole.filter((heading) => !heading.includes(JOINT));
  return { nearest: candidates.find((heading) => headingKey(heading) === key) ?? null, known };
}

function partsOf(slots: readonly Slot[], group: string): string[] {
  const prefix = group + JOINT;
  return slots.flatMap(({ heading }) => (heading.startsWith(prefix) ? [heading.slice(prefix.length)] : []));
}
