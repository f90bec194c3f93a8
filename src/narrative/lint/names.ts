import { nameKey } from "../../data/normalise.js";
import { indicatorsOf } from "../../plan/lookup.js";
import type { Indicator, Plan } from "../../plan/plan.js";

/** An indicator's name found in a sentence. */
export interface Named {
  /** Null for a compound row: a name of ours that has no figure of its own. */
  indicator: Indicator | null;
  start: number;
  end: number;
}

/** Finds the indicators of a plan in tight text, longest name first, left to right. */
export type NameFinder = (text: string) => Named[];

/** What people put between the letters of a name or leave out: brackets, 、 and quotation marks. */
const FILLING = String.raw`[^\p{L}\p{N}。，；,;:%‰]{0,2}`;

export function nameFinder(plan: Plan): NameFinder {
  const known = new Map<string, Indicator | null>();
  for (const { name, aliases } of plan.rows)
    for (const each of [name, ...aliases]) known.set(nameKey(each), null);
  for (const indicator of indicatorsOf(plan)) {
    for (const each of [indicator.name, ...indicator.aliases]) known.set(nameKey(each), indicator);
  }
  known.delete("");
  const keys = [...known.keys()].sort((a, b) => b.length - a.length);
  if (keys.length === 0) return () => [];
  const pattern = new RegExp(keys.map((key) => patternOf(key)).join("|"), "gu");
  return (text) =>
    [...text.matchAll(pattern)].map((match) => ({
      indicator: known.get(nameKey(match[0])) ?? null,
      start: match.index,
      end: match.index + match[0].length,
    }));
}

/** 6岁以下 inside 16岁以下 is another name. */
function patternOf(key: string): string {
  const letters = [...key].map((letter) => letter.replace(/[^\p{L}\p{N}]/u, String.raw`\$&`));
  return (/^\d/u.test(key) ? String.raw`(?<![\d.])` : "") + letters.join(FILLING);
}
