import { idsAreInOrder, idsAreUnique, namesAreDistinct, numbersAreInOrder } from "./check-ids.js";
import {
  comparatorsArePublic,
  comparatorsHaveFigures,
  domainsAreUsed,
  linksResolve,
  seriesAreUsed,
} from "./check-links.js";
import { plausibleHoldsThePlan, plausibleLimitsAscend } from "./check-plausible.js";
import {
  paceCutsDescend,
  periodRunsForward,
  tolerancesArePositive,
  reportersAreNamed,
} from "./check-settings.js";
import {
  bandsAreOpen,
  pastIsInRange,
  compoundsHaveParts,
  digitsSuffice,
  higherTargetsHaveFigures,
  targetsAreReachable,
  targetsAskSomething,
  wordingAgrees,
  wordingsAreInTheUnit,
} from "./check-targets.js";
import {
  rowsHaveOneTopic,
  rowsHaveTopics,
  topicsAreOfOneDomain,
  topicsAreParagraphs,
  verdictsDescend,
} from "./check-topics.js";
import { sitesAreAsManyAsExpected, sitesAreDistinct } from "./check-sites.js";
import type { Draft } from "./draft.js";
import type { Finding } from "../yaml/finding.js";

/** What must hold between the parts of a plan, beyond the shape of each. */
export const CHECKS: readonly ((draft: Draft) => Finding[])[] = [
  periodRunsForward,
  paceCutsDescend,
  tolerancesArePositive,
  idsAreUnique,
  idsAreInOrder,
  numbersAreInOrder,
  namesAreDistinct,
  linksResolve,
  comparatorsHaveFigures,
  comparatorsArePublic,
  seriesAreUsed,
  domainsAreUsed,
  rowsHaveTopics,
  rowsHaveOneTopic,
  topicsAreOfOneDomain,
  topicsAreParagraphs,
  verdictsDescend,
  reportersAreNamed,
  sitesAreDistinct,
  sitesAreAsManyAsExpected,
  higherTargetsHaveFigures,
  wordingAgrees,
  wordingsAreInTheUnit,
  bandsAreOpen,
  targetsAreReachable,
  targetsAskSomething,
  pastIsInRange,
  plausibleLimitsAscend,
  plausibleHoldsThePlan,
  digitsSuffice,
  compoundsHaveParts,
];
