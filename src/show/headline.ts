import type { ChalkInstance } from "chalk";
import { headlineOf } from "../report/exports/headline.js";
import type { Scorecard } from "../score/scorecard.js";

/** A plan's tallies in a few lines. */
export function headline(scorecard: Scorecard, chalk: ChalkInstance): string {
  const { plan, year } = scorecard;
  const [first = "", ...more] = headlineOf(scorecard);
  const lines = [
    `${chalk.bold(`${plan.shortTitle}${year}年`)}  ${first}`,
    ...more.map((each) => `  ${each}`),
  ];
  return lines.map((each) => `${each}\n`).join("");
}
