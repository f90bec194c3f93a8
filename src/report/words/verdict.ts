import type { Plan } from "../../plan/plan.js";
import { hasNatures } from "../../plan/lookup.js";
import { isLastYear } from "../../plan/period.js";
import type { Scorecard } from "../../score/scorecard.js";
import { RATES } from "../../score/rates.js";

/**
 * What is said of the year as a whole: the step of the plan's ladder that the headline rate reaches, one lower where
 * a binding row is on red. "" where nothing can be judged, or the plan has no ladder.
 */
export function verdictWords(scorecard: Pick<Scorecard, "plan" | "year" | "rates" | "rows">): string {
  const { plan, rates, rows } = scorecard;
  const { n, of } = rates.onCourse;
  const ladder = plan.method.verdict;
  if (of === 0 || ladder.length === 0) return "";
  // Cross-multiplied, as all cuts are: n/of ≥ from %.
  const reached = ladder.findIndex(({ from }) => from.times(of).lte(n * 100));
  const alarmed = rows.some(({ alert, row }) => alert === "red" && row.nature === "binding");
  const step = ladder[Math.min(reached + (alarmed ? 1 : 0), ladder.length - 1)]!;
  return isLastYear(scorecard) ? step.atEnd : step.words;
}

/** The ladder in words, for the method annex. */
export function verdictMethod({ method, period, rows }: Plan): string {
  const steps = method.verdict.map(({ from, words, atEnd }, index) =>
    index === method.verdict.length - 1
      ? `其余为“${words}”（${period.end}年为“${atEnd}”）`
      : `不低于${from.toFixed()}%的为“${words}”（${period.end}年为“${atEnd}”）`,
  );
  const alarm = hasNatures({ rows }) ? "；有约束性指标列入红色预警的，降低一档" : "";
  return steps.length === 0
    ? ""
    : `总体评价按${RATES.onCourse.counted(false)}的比重：${steps.join("，")}${alarm}。`;
}
