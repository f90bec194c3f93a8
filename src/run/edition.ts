import { factsOf } from "../claims/facts.js";
import type { Editions } from "../claims/withheld/editions.js";
import type { Dataset } from "../data/dataset.js";
import { indicatorsOf } from "../plan/lookup.js";
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

/** What texts of a plan's year are held against where some of it is not for the public. */
export function editionsOf(plan: Plan, dataset: Dataset, year: number): Editions {
  const all = factsOf(plan, dataset, year);
  const open = publicPlan(plan);
  const cells = smallCells(open, dataset);
  const own = new Set(indicatorsOf(open).map(({ id }) => id));
  const told = withheldDataset(dataset, cells);
  const isOpen = ({ indicator }: { indicator: string }): boolean => own.has(indicator);
  const series = Object.entries(told.series).filter(([id]) => own.has(id));
  const known = {
    ...told,
    series: Object.fromEntries(series) as Dataset["series"],
    groups: told.groups.filter(isOpen),
  };
  const { scorecard } = factsOf(open, dataset, year);
  const withheld = (of: number): Scorecard | null => {
    const scored = scorecard(of);
    return scored && withheldScorecard(scored, cells);
  };
  // Both are read with the words of all: what is not told may be named.
  return { all, open: { ...all, plan: open, dataset: known, scorecard: withheld }, small: cells.years };
}
