import { nameKey } from "../../data/sheet/normalise.js";
import { indicatorsOf } from "../../plan/lookup.js";
import { RATE_SIGNS } from "../../terms/unit.js";
import type { Indicator, Plan } from "../../plan/plan.js";

/** An indicator's name found in a sentence. */
export interface Named {
  /** Null for a compound row: a name of ours that has no figure of its own. */
  indicator: Indicator | null;
  start: number;
  end: number;
}

/** Finds the indicators of a plan in tight text: left to right, the longest name where several begin. */
export type NameFinder = (text: string) => Named[];

/** Names are known by their letters and digits alone; these marks part a sentence, so no name spans them. */
const BARRIER = new RegExp(`[。，；,;:${RATE_SIGNS}]`, "u");
const LETTER = /[\p{L}\p{N}]/u;

export function nameFinder(plan: Plan): NameFinder {
  const known = new Map<string, Indicator | null>();
  const learn = (names: readonly string[], indicator: Indicator | null): void => {
    for (const key of names.map(nameKey)) if (key !== "") known.set(key, indicator);
  };
  for (const row of plan.rows) learn([row.name, ...row.aliases], null);
  for (const indicator of indicatorsOf(plan)) learn([indicator.name, ...indicator.aliases], indicator);
  return (text) => {
    const bare = bareOf(text);
    const found = [...known].flatMap(([key, indicator]) => occurrences(bare, key, indicator));
    return withoutOverlaps(found);
  };
}

/** The letters, digits and barriers of a text, and where each stood. */
interface Bare {
  text: string;
  at: number[];
}

function bareOf(text: string): Bare {
  const bare: Bare = { text: "", at: [] };
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? "";
    if (!LETTER.test(letter) && !BARRIER.test(letter)) continue;
    const lower = letter.toLowerCase();
    bare.text += lower.length === 1 ? lower : letter;
    bare.at.push(index);
  }
  return bare;
}

function occurrences({ text, at }: Bare, key: string, indicator: Indicator | null): Named[] {
  const found: Named[] = [];
  for (let from = text.indexOf(key); from >= 0; from = text.indexOf(key, from + 1)) {
    // 6岁以下 inside 16岁以下 is another name.
    if (/^\d/u.test(key) && /\d/u.test(text[from - 1] ?? "")) continue;
    found.push({ indicator, start: at[from] ?? 0, end: (at[from + key.length - 1] ?? 0) + 1 });
  }
  return found;
}

function withoutOverlaps(found: Named[]): Named[] {
  const kept: Named[] = [];
  for (const each of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  }
  return kept;
}
