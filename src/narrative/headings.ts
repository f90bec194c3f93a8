import { nearest } from "../terms/nearest.js";
import type { Slot } from "./narrative.js";
import { ancestors, headingKey, JOINT } from "./slots.js";

/** The headings a file may use, ready to be looked up by what a person typed. */
export interface Headings {
  slots: readonly Slot[];
  /** By their own heading, and by that of the part they stand in with their own: 妇女与健康·工作措施. */
  byKey: ReadonlyMap<string, readonly Slot[]>;
}

export function headingsOf(slots: readonly Slot[]): Headings {
  const byKey = new Map<string, Slot[]>();
  for (const slot of slots) {
    const [parent] = ancestors(slot, slots);
    const names = [slot.heading, ...(parent === undefined ? [] : [parent.heading + slot.heading])];
    for (const key of names.map(headingKey)) byKey.set(key, [...(byKey.get(key) ?? []), slot]);
  }
  return { slots, byKey };
}

/** The parts a heading may mean. */
export function namedBy({ byKey }: Headings, text: string): readonly Slot[] {
  return byKey.get(headingKey(text)) ?? [];
}

/** The part a heading names by itself: a chapter, or a part whose heading no other part has. */
export function namedAlone(headings: Headings, text: string): Slot | null {
  const named = namedBy(headings, text);
  const [first, ...others] = named;
  if (first !== undefined && others.every(({ id }) => id === first.id)) return first;
  return named.find(({ parent }) => parent === null) ?? null;
}

/** The part a heading names below another's: 工作措施 under 妇女与健康. */
export function namedBelow(headings: Headings, parent: Slot, text: string): Slot | null {
  return namedBy(headings, text).find((slot) => slot.parent === parent.id) ?? null;
}

/** A part that a heading of one's own may have meant: one whose name it bears, or nearly that of a part of `parent`. */
export function likened(headings: Headings, parent: Slot, text: string): Slot | null {
  const [same] = namedBy(headings, text);
  if (same !== undefined) return same;
  const parts = headings.slots.filter((slot) => slot.parent === parent.id);
  const key = nearest(
    headingKey(text),
    parts.map(({ heading }) => headingKey(heading)),
  );
  return parts.find(({ heading }) => headingKey(heading) === key) ?? null;
}

/** The chapter headings that could stand here, and the part a mistyped heading most likely means. */
export function suggestions(headings: Headings, text: string): { nearest: string | null; known: string[] } {
  const { slots } = headings;
  const key = nearest(headingKey(text), [...headings.byKey.keys()]);
  const [meant] = key === null ? [] : (headings.byKey.get(key) ?? []);
  const chapters = slots.filter(({ parent }) => parent === null).map(({ heading }) => heading);
  return { nearest: meant === undefined ? null : pathOf(meant, slots), known: [...new Set(chapters)] };
}

/** Where a part stands: 妇女与健康·工作措施. */
export function pathOf(slot: Slot, slots: readonly Slot[]): string {
  return [slot, ...ancestors(slot, slots)]
    .reverse()
    .map(({ heading }) => heading)
    .join(JOINT);
}
