import { distance } from "fastest-levenshtein";
import { kept } from "./kept.js";

/**
 * The candidate a mistyped word most likely meant, or null when none is near: at most a third of its
 * letters may differ (and at least one may), so that short names do not match anything. Letters in the
 * wrong order (nmae) are one slip, however short the word.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const typed = word.toLowerCase();
  const known = new Set(Array.from({ length: typed.length }, (_, at) => typed.charCodeAt(at)));
  let best: string | null = null;
  // Half its letters at most may differ from the nearest: a third of a candidate's that is as much longer.
  let least = Math.max(1, Math.floor(word.length / 2)) + 1;
  for (const candidate of candidates) {
    // Each letter more or less is a slip already, as is each that the word has not; comparing is what takes its time.
    const more = candidate.length - word.length;
    if (Math.abs(more) >= least) continue;
    const lower = lowered(candidate);
    if (!mostlyOf(known, lower, least - 1 + Math.min(more, 0))) continue;
    const far = slips(typed, lower);
    if (far >= least) continue;
    best = candidate;
    least = far;
  }
  const allowed = Math.max(1, Math.floor(Math.max(word.length, best?.length ?? 0) / 3));
  return least <= allowed ? best : null;
}

/** Sixty names on a sheet are each compared with the same six hundred. */
const lowered = kept((text) => text.toLowerCase());

/** At most so many letters of a candidate are none of the word's. */
function mostlyOf(known: ReadonlySet<number>, candidate: string, allowed: number): boolean {
  let left = allowed;
  for (let at = 0; at < candidate.length; at += 1) {
    if (!known.has(candidate.charCodeAt(at)) && (left -= 1) < 0) return false;
  }
  return true;
}

function slips(word: string, candidate: string): number {
  const far = distance(word, candidate);
  return far === 2 && letters(word) === letters(candidate) ? 1 : far;
}

function letters(word: string): string {
  return [...word].sort().join("");
}
