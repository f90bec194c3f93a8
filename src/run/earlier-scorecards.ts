import type { Dataset } from "../data/dataset.js";
import { scorePlan } from "../score/score.js";
import type { Scorecard } from "../score/scorecard.js";
import { reportedYears } from "./input.js";

/** Every earlier year of the plan with data, scored from the same figures. */
export function earlierScorecards({ plan, year }: Scorecard, dataset: Dataset): Scorecard[] {
  return reportedYears(plan, dataset)
    .filter((each) => each >= plan.period.start && each < year)
    .map((each) => scorePlan(plan, dataset, each));
}
