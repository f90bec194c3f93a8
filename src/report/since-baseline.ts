import type { Figures } from "../score/methods/steps.js";
import type { ScoredIndicator, ScoredRow, Scorecard } from "../score/scorecard.js";
import { isWorse, staysAboveFull } from "../score/trend.js";
import { factsOf, isJudged } from "./row-facts.js";
import { changeSince } from "./words/change.js";
import { asShown } from "./words/shown.js";
import { judgedOf } from "../plan/lookup.js";

export type Move = "better" | "worse" | "level";

/** Rows by how they stand to their baseline; those without one, without data or not judged are in none. */
export function movesOf({ rows, plan }: Pick<Scorecard, "rows" | "plan">): Record<Move, ScoredRow[]> {
  const moves = rows.map((row) => ({ row, move: moveOf(row, plan) }));
  const of = (wanted: Move): ScoredRow[] => moves.filter(({ move }) => move === wanted).map(({ row }) => row);
  return { better: of("better"), worse: of("worse"), level: of("level") };
}

/** A compound row is as its worst part: worse where one is, better where one is and none is worse. */
function moveOf(row: ScoredRow, plan: Scorecard["plan"]): Move | null {
  const moves = judgedOf(row)
    .filter(({ status }) => status !== "observed")
    .map((scored) => (hasHardlyMoved(scored, plan) ? "level" : moveSince(asShown(factsOf(scored, plan)))));
  return (["worse", "better", "level"] as const).find((move) => moves.includes(move)) ?? null;
}

function moveSince({ value, baseline, year, indicator, goal }: Figures): Move | null {
  const { target } = indicator;
  if (value === null || baseline === null || baseline.year >= year) return null;
  if (isWorse(value, baseline.value, target, goal))
    return staysAboveFull(indicator, value) ? "level" : "worse";
  return isWorse(baseline.value, value, target, goal) ? "better" : "level";
}

/** A change that the row's own sentence tells as 基本持平 is none. */
export function hasHardlyMoved(scored: ScoredIndicator, plan: Scorecard["plan"]): boolean {
  const facts = factsOf(scored, plan);
  const { baseline } = scored;
  if (!isJudged(facts) || baseline === null || baseline.year >= scored.year) return false;
  return changeSince(facts.scored, facts.scale, baseline).kind === "near";
}
