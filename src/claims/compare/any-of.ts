import type { Verdict } from "../claim.js";

export const AGREE: Verdict = { state: "agree" };
export const UNMATCHED: Verdict = { state: "unmatched" };

/** Agrees where any reading does; else differs with the likeliest reading that can be compared. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some(({ state }) => state === "agree")) return AGREE;
  return verdicts.find(({ state }) => state === "differ") ?? UNMATCHED;
}
