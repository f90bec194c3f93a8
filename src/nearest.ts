import { distance } from "fastest-levenshtein";

/**
 * The candidate a mistyped word most likely meant, or null when none is near: at most a third of its
 * letters may differ (and at least one may), so that short names do not match anything. Letters in the
 * wrong order (nmae) are one slip, however short the word.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const ranked = candidates
    .map((candidate) => ({ candidate, far: slips(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  if (best === undefined) return null;
  const allowed = Math.max(1, Math.floor(Math.max(word.length, best.candidate.length) / 3));
  return best.far <= allowed ? best.candidate : null;
}

function slips(word: string, candidate: string): number {
  const far = distance(word, candidate);
  return far === 2 && letters(word) === letters(candidate) ? 1 : far;
}

function letters(word: string): string {
  return [...word].sort().join("");
}
