import { judgedOf } from "../../plan/lookup.js";
import type { Flag, JudgedIndicator, ScoredIndicator, Scorecard } from "../../score/scorecard.js";
import { factsOf, isJudged, type JudgedFacts } from "../row-facts.js";
import { changeSince } from "../words/change.js";
import { copulaOf } from "../words/copula.js";
import { cited } from "../words/cited.js";
import { withoutIdleZeros } from "../words/idle-zeros.js";
import { figure } from "../words/number.js";
import { joined, verdictText } from "../words/rules/rule-words.js";
import { verdictOf } from "../words/rules/rules.js";
import { isListable } from "../words/wording.js";

/** What keeps a row from being praised: it was there at the beginning, or its figures do not bear it. */
const UNPRAISED: readonly Flag[] = [
  "metAtBaseline",
  "fellBack",
  "doubtfulBaseline",
  "baselineFallback",
  "partial",
  "smallNumbers",
  "singlePoint",
];

type Best = JudgedIndicator & { progress: NonNullable<JudgedIndicator["progress"]> };

/**
 * The indicators that came farthest on the way from baseline to target: those that have met it first, binding ones
 * before others, then by the share of the way. None that was met at its baseline, has few events, or is not better than the year before.
 */
export function bestRows({ plan, rows }: Pick<Scorecard, "plan" | "rows">): JudgedFacts[] {
  const best = rows.flatMap((row) =>
    judgedOf<ScoredIndicator>(row)
      .filter(isPraised)
      .map((scored) => ({ scored, binding: row.row.nature === "binding" })),
  );
  const rankOf = ({ scored, binding }: (typeof best)[number]) =>
    (scored.status === "achieved" ? 0 : 2) + (binding ? 0 : 1);
  return best
    .sort((a, b) => rankOf(a) - rankOf(b) || b.scored.progress.made.comparedTo(a.scored.progress.made))
    .map(({ scored }) => factsOf<ScoredIndicator>(scored, plan))
    .filter(isJudged);
}

function isPraised(scored: ScoredIndicator): scored is Best {
  const { status, progress, flags, previous, value } = scored;
  if (status !== "achieved" && status !== "onTrack") return false;
  if (progress === null || value === null || !progress.made.gt(0)) return false;
  // Better now than at the baseline, but worse than a year ago, is no news to be proud of.
  const fell = previous !== null && isAway(value.comparedTo(previous.value), scored);
  return !fell && !flags.some((flag) => UNPRAISED.includes(flag));
}

/** Whether a step of this sign leads back to the baseline. */
function isAway(step: number, { baseline, value }: ScoredIndicator): boolean {
  if (baseline === null || value === null) return false;
  return step !== 0 && step !== value.comparedTo(baseline.value);
}

/** 婚前医学检查率为68.28%，比2020年提高9.96个百分点，提前达到65%的目标; what is said of the target is left out where `whole` is false. */
export function bestText(facts: JudgedFacts, whole = true): string {
  const { scored, scale } = facts;
  const { baseline, indicator, id, year } = scored;
  const value = `${copulaOf(scored)}${cited(figure(scale, scored.value), id, year)}`;
  const change = baseline === null ? null : changeSince(scored, scale, baseline);
  const said = change === null ? value : change.kind === "told" ? change.said : `${value}，${change.said}`;
  const told = joined(said, whole ? verdictText(verdictOf(facts)) : "");
  return `${indicator.name}${withoutIdleZeros(told, facts)}`;
}

/** 婚前医学检查率（68.28%） */
export function namedValue(facts: JudgedFacts): string {
  const { scored, scale } = facts;
  const { indicator, id, year } = scored;
  const name = isListable(indicator.name) ? indicator.name : `“${indicator.name}”`;
  return `${name}（${withoutIdleZeros(cited(figure(scale, scored.value), id, year), facts)}）`;
}
