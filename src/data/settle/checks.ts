import { placesTold, type Issue, type IssueCode } from "../../issues/issue.js";
import { cellKey } from "../../issues/place.js";
import type { Plan } from "../../plan/plan.js";
import { catalogueOf } from "../catalogue.js";
import { baselineDiffers } from "../checks/baseline-differs.js";
import type { Check, Figures } from "../checks/check.js";
import { districtOutside } from "../checks/district-outside.js";
import { doubts } from "../checks/doubts/doubts.js";
import { flatSeries } from "../checks/flat-series.js";
import { groupSlips } from "../checks/group-slips.js";
import { missingTwoYears } from "../checks/missing-two-years.js";
import { orderBroken } from "../checks/order-broken.js";
import { perHundred } from "../checks/per-hundred.js";
import { projects } from "../checks/projects.js";
import { rateDiffers } from "../checks/rate-differs.js";
import { references } from "../checks/references.js";
import { revised } from "../checks/revised.js";
import { sharesSum } from "../checks/shares-sum.js";
import { smallNumbers } from "../checks/small-numbers.js";
import { siteSlips } from "../checks/site-slips.js";
import { sitesBelowTarget } from "../checks/sites-below-target.js";
import { sitesShifted } from "../checks/sites-shifted.js";
import { sitesMissing } from "../checks/sites-missing.js";
import { sitesSurplus } from "../checks/sites-surplus.js";
import { graded } from "./severities.js";

/** Checks on figures wherever they stand, of one workbook as of a folder. */
const OF_FIGURES: readonly Check[] = [
  baselineDiffers,
  rateDiffers,
  doubts,
  perHundred,
  flatSeries,
  orderBroken,
  districtOutside,
  sharesSum,
  smallNumbers,
  siteSlips,
  sitesShifted,
  groupSlips,
  sitesBelowTarget,
  sitesSurplus,
  references,
  projects,
  revised,
];

/** Checks on what is not there, which only the whole of a data folder can tell. */
const OF_COVERAGE: readonly Check[] = [missingTwoYears, sitesMissing];

/**
 * Every finding on figures that stand, as bad as each plan says: adding a check is adding an entry to the
 * list of them. What no series holds (impossible values, codes such as -2, a numerator above its
 * denominator) is refused where the cell is read.
 */
export function checkFigures(figures: Figures, plans: readonly Plan[]): Issue[] {
  return check(OF_FIGURES, figures, plans);
}

/** Findings on rows and sites no workbook of a data folder has figures for. */
export function checkCoverage(figures: Figures, plans: readonly Plan[]): Issue[] {
  return check(OF_COVERAGE, figures, plans);
}

function check(checks: readonly Check[], figures: Figures, plans: readonly Plan[]): Issue[] {
  return plans.flatMap((plan) => {
    const catalogue = catalogueOf([plan]);
    const found = checks.flatMap((each) => each(figures, catalogue));
    return graded(withoutFollowing(found), [plan]);
  });
}

/** A figure that stands in the wrong row or is off by a hundred need not hear that its fraction makes another. */
const EXPLAINING: ReadonlySet<IssueCode> = new Set([
  "data/rows-shifted",
  "data/rows-swapped",
  "data/magnitude",
  "data/share-typed",
  "data/unit-slip",
]);

function withoutFollowing(issues: readonly Issue[]): readonly Issue[] {
  const explaining = issues.filter(({ code }) => EXPLAINING.has(code));
  if (explaining.length === 0) return issues;
  const explained = new Set(explaining.flatMap(placesTold).map(cellKey));
  return issues.filter(
    ({ code, where }) => code !== "data/rate-differs" || where === null || !explained.has(cellKey(where)),
  );
}
