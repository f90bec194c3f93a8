import type { ChalkInstance } from "chalk";
import { tallyText } from "../report/words/labels.js";
import type { Scorecard } from "../score/scorecard.js";
import { fraction, RATES } from "../score/rates.js";
import { hasNatures } from "../plan/lookup.js";
import { isLastYear } from "../plan/period.js";

/** A plan's tallies in three lines. */
export function headline({ plan, year, tally, byNature, rates }: Scorecard, chalk: ChalkInstance): string {
  const ended = isLastYear({ plan, year });
  const { binding } = byNature;
  return [
    `${chalk.bold(`${plan.shortTitle}${year}年`)}  共${tally.total}项：${tallyText(tally, ended)}\n`,
    hasNatures(plan) ? `  约束性指标${binding.total}项：${tallyText(binding, ended)}\n` : "",
    `  ${HEADLINE.map((name) => `${RATES[name].title(ended)} ${fraction(rates[name])}`).join("　")}（${RATES.onCourse.whole}）\n`,
  ].join("");
}

/** The last one has a denominator that does not tell itself. */
const HEADLINE = ["achievement", "improving", "onCourse"] as const;
