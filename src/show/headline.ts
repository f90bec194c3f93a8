import type { ChalkInstance } from "chalk";
import { tallyText } from "../report/words/labels.js";
import type { Rate, Scorecard } from "../score/scorecard.js";
import { statusName } from "../terms/status.js";
import { isLastYear } from "../plan/period.js";

/** A plan's tallies in three lines. */
export function headline({ plan, year, tally, byNature, rates }: Scorecard, chalk: ChalkInstance): string {
  const ended = isLastYear({ plan, year });
  const { binding } = byNature;
  return [
    `${chalk.bold(`${plan.shortTitle}${year}年`)}  共${tally.total}项：${tallyText(tally, ended)}\n`,
    `  约束性指标${binding.total}项：${tallyText(binding, ended)}\n`,
    `  达标率${rateText(rates.achievement)}　向好率${rateText(rates.improving)}　`,
    `${ended ? statusName("achieved", true) : `达标或${statusName("onTrack", false)}`}${rateText(rates.onCourse)}（可评价指标）\n`,
  ].join("");
}

function rateText({ n, of }: Rate): string {
  return ` ${n}/${of}`;
}
