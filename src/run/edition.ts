import type { Dataset } from "../data/dataset.js";
import { publicPlan } from "../plan/public-plan.js";
import type { Plan } from "../plan/plan.js";
import type { Edition } from "../report/context.js";
import { scorePlan } from "../score/score.js";
import type { Scorecard } from "../score/scorecard.js";
import { smallCells } from "../score/small-cells.js";
import { withheldDataset, withheldScorecard } from "../score/withhold.js";
import { earlierScorecards } from "./earlier-scorecards.js";

/** What a report of an edition is made of: nothing it must not tell is in it. */
export interface EditionMatter {
  scorecard: Scorecard;
  dataset: Dataset;
  /** Every earlier year of the plan with data. */
  earlier: () => Scorecard[];
}

/** Scores a plan's year. Statuses are those of all figures in either edition; a public one's figures are fewer. */
export function editionOf(edition: Edition, plan: Plan, dataset: Dataset, year: number): EditionMatter {
  if (edition === "internal") {
    const scorecard = scorePlan(plan, dataset, year);
    return { scorecard, dataset, earlier: () => earlierScorecards(scorecard, dataset) };
  }
  const open = publicPlan(plan);
  const cells = smallCells(open, dataset);
  const scorecard = scorePlan(open, dataset, year);
  return {
    scorecard: withheldScorecard(scorecard, cells),
    dataset: withheldDataset(dataset, cells),
    earlier: () => earlierScorecards(scorecard, dataset).map((each) => withheldScorecard(each, cells)),
  };
}
