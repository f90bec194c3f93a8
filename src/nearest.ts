import { distance } from "fastest-levenshtein";

/**
 * The candidate a mistyped word most likely meant, or null when none is near: at most a third of its
 * letters may differ (and at least one may), so that short names do not match anything.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const ranked = candidates
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  if (best === undefined) return null;
  return best.far <= Math.max(1, Math.floor(Math.max(word.length, best.candidate.length) / 3)) ? best.candidate : null;
}
